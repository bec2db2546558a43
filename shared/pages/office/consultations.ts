import { pathTo } from "../../domain/addresses.ts";
import type { Consultation } from "../../domain/consultation/consultation.ts";
import { box } from "../components/boxes.ts";
import { deadline, moment } from "../components/dates.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { buttonLink, form } from "../components/form.ts";
import { type FormState, hasFaults, typedAt } from "../components/form-state.ts";
import { table } from "../components/table.ts";
import type { ConsultationModel } from "../consultations/model.ts";
import { statusTag } from "../consultations/pages.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { actForm } from "./acts.ts";
import { journalLink } from "./log.ts";

export const officeConsultationsView = (frame: Frame, all: readonly ConsultationModel[]): Html => {
  const { words } = frame;
  const w = words.officeMeetings.consultations;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.frame.back },
    body: html`<h1>${w.title}</h1>
${buttonLink({ href: link(frame, pathTo("officeNewConsultation")), text: w.add })}
${table(words, {
  caption: w.caption,
  columns: w.columns.map((head, index) => ({ head, isRowHead: index === 0 })),
  rows: all.map((one) => [
    html`<a href="${link(frame, pathTo("officeConsultation", { consultationId: one.id }))}">${one.subject.title}</a>`,
    words.consultations.kinds[one.kind][0],
    statusTag(frame, one.status),
    moment(words, one.startsAt),
    deadline(words, one.endsAt),
  ]),
})}`,
  });
};

interface ConsultationFormModel {
  readonly state: FormState;
  readonly key: string;
  readonly fields: Html;
  /** What is edited; without it the form writes a new one. */
  readonly before?: Consultation | undefined;
}

const publication = (frame: Frame, { id, publishedAt }: Consultation): Html => {
  const w = frame.words.officeMeetings.consultations;
  return publishedAt === undefined
    ? html`${box({ tone: "warn", body: html`<p>${w.isDraft}</p>` })}
${form({
  action: link(frame, pathTo("officePublication", { consultationId: id })),
  body: html`<p class="hint">${w.publishHint}</p>`,
  submit: w.publish,
  kind: "second",
})}`
    : box({
        tone: "good",
        body: html`<p>${w.isPublic} <a href="${link(frame, pathTo("consultation", { consultationId: id }))}">${w.seePublic}</a></p>`,
      });
};

/** The form of a consultation, new or edited; a draft can be published from here. */
export const officeConsultationView = (frame: Frame, model: ConsultationFormModel): Html => {
  const w = frame.words.officeMeetings.consultations;
  const { before, state, key, fields } = model;
  const title = before ? w.editTitle : w.newTitle;
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("officeConsultations")), text: w.title },
    body: html`${faultSummary(state)}
<h1>${title}</h1>
${before && publication(frame, before)}
${before && html`<p><a href="${link(frame, pathTo("officeNewMeeting"))}?consultation=${before.id}">${w.addMeeting}</a></p>`}
${actForm({
  action: link(
    frame,
    before ? pathTo("officeConsultation", { consultationId: before.id }) : pathTo("officeNewConsultation"),
  ),
  key,
  version: typedAt(state, "version", before?.version),
  fields,
  submit: w.submit,
})}
${before && journalLink(frame, before.id)}`,
  });
};
