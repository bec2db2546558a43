import { pathTo } from "../../domain/addresses.ts";
import type { Tone } from "../components/boxes.ts";
import { tag, titled } from "../components/boxes.ts";
import { lines } from "../components/lines.ts";
import { summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { meetingBox } from "../meetings/facts.ts";
import type { MeetingModel } from "../meetings/model.ts";
import type { ConsultationModel } from "./model.ts";

const TONES = { draft: "warn", announced: "info", open: "good", ended: "plain" } as const satisfies Record<
  ConsultationModel["status"],
  Tone
>;

export const statusTag = (frame: Frame, status: ConsultationModel["status"]): Html =>
  tag(frame.words.consultations.statuses[status], TONES[status]);

const areaOf = (frame: Frame, { area }: ConsultationModel): string =>
  area.length === 0 ? frame.words.consultations.citywide : area.join(", ");

/** Consultations, those that can be joined first. */
export const consultationsView = (frame: Frame, consultations: readonly ConsultationModel[]): Html => {
  const w = frame.words.consultations;
  const item = (one: ConsultationModel): Html =>
    titled(
      html`<a href="${link(frame, pathTo("consultation", { consultationId: one.id }))}">${one.subject.title}</a>`,
      html`<p>${statusTag(frame, one.status)}</p>
<p>${w.kinds[one.kind][0]}<br>${w.dates(one.startsAt, one.endsAt)}<br>${areaOf(frame, one)}</p>`,
    );
  return layout(frame, {
    title: w.title,
    body: html`<h1>${w.title}</h1>
<p>${w.lead}</p>
${consultations.length > 0 ? html`<ul class="grid wide">${consultations.map((one) => html`<li>${item(one)}</li>`)}</ul>` : html`<p>${w.none}</p>`}
<p><a href="${link(frame, pathTo("meetings"))}">${w.meetings}</a></p>`,
  });
};

/** One consultation: what is decided and what is not, until when, how to take part, and its meetings. */
export const consultationView = (
  frame: Frame,
  consultation: ConsultationModel,
  meetings: readonly MeetingModel[],
): Html => {
  const { words } = frame;
  const w = words.consultations;
  const { subject, kind, status, forms, startsAt, endsAt } = consultation;
  const [kindName, kindMeaning] = w.kinds[kind];
  return layout(frame, {
    title: subject.title,
    back: { href: link(frame, pathTo("consultations")), text: w.title },
    body: html`<h1>${subject.title}</h1>
<p>${statusTag(frame, status)}</p>
<h2>${w.decided}</h2>
<p>${lines(subject.decided)}</p>
<h2>${w.fixed}</h2>
<p>${lines(subject.fixed)}</p>
${summaryList(words, [
  { term: w.terms.dates, value: w.dates(startsAt, endsAt) },
  { term: w.terms.forms, value: forms.map((one) => w.forms[one]).join(", ") },
  { term: w.terms.territory, value: areaOf(frame, consultation) },
  { term: w.terms.kind, value: html`${kindName}<br><span class="quiet">${kindMeaning}</span>` },
])}
<h2>${w.meetingsHeading}</h2>
${meetings.length > 0 ? meetings.map((meeting) => meetingBox(frame, meeting, 3)) : html`<p>${w.noMeetings}</p>`}`,
  });
};
