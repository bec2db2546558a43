import { pathTo } from "../../domain/addresses.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { moment } from "../components/dates.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { buttonLink, form } from "../components/form.ts";
import { type FormState, hasFaults, typedAt } from "../components/form-state.ts";
import { pages } from "../components/pages.ts";
import { table } from "../components/table.ts";
import { textArea } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { MeetingModel } from "../meetings/model.ts";
import { actForm } from "./acts.ts";

interface OfficeMeetingsModel {
  readonly meetings: readonly MeetingModel[];
  readonly next: string | null;
  readonly isLater: boolean;
  /** Whether the reader may write meetings, and not only stand at the door. */
  readonly mayWrite: boolean;
}

export const officeMeetingsView = (frame: Frame, model: OfficeMeetingsModel): Html => {
  const { words } = frame;
  const w = words.officeMeetings.meetings;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    back: { href: link(frame, pathTo("office")), text: words.frame.back },
    body: html`<h1>${w.title}</h1>
${model.mayWrite && buttonLink({ href: link(frame, pathTo("officeNewMeeting")), text: w.add })}
${table(words, {
  caption: w.caption,
  columns: w.columns.map((head, index) => ({
    head,
    isRowHead: index === 0,
    isNumber: index === 2 || index === 3,
  })),
  rows: model.meetings.map((one) => [
    html`<a href="${link(frame, pathTo("officeMeeting", { meetingId: one.id }))}">${one.title}</a>`,
    moment(words, one.startsAt),
    w.taken(one.capacity - one.seatsLeft, one.capacity),
    words.format.number(one.waiting),
    one.now === "over" ? words.meetings.over : w.states[one.now === "cancelled" ? "cancelled" : "planned"],
  ]),
})}
${pages(words, { href: link(frame, pathTo("officeMeetings")), next: model.next, isLater: model.isLater })}`,
  });
};

interface MeetingFormModel {
  readonly state: FormState;
  readonly key: string;
  readonly fields: Html;
  /** What is edited; without it the form calls a new one. */
  readonly before?: Meeting | undefined;
}

/** The form of a meeting, new or edited. */
export const officeMeetingFormView = (frame: Frame, model: MeetingFormModel): Html => {
  const w = frame.words.officeMeetings.meetings;
  const { before, state, key, fields } = model;
  const title = before ? w.editTitle : w.newTitle;
  const at = before && { meetingId: before.id };
  return layout(frame, {
    title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: {
      href: link(frame, at ? pathTo("officeMeeting", at) : pathTo("officeMeetings")),
      text: before?.title ?? w.title,
    },
    body: html`${faultSummary(state)}
<h1>${title}</h1>
${before && html`<p>${w.told}</p>`}
${actForm({
  action: link(frame, at ? pathTo("officeMeetingEdit", at) : pathTo("officeNewMeeting")),
  key,
  version: typedAt(state, "version", before?.version),
  fields,
  submit: w.submit,
})}`,
  });
};

/** Asks before a meeting is called off. */
export const officeCancellationView = (
  frame: Frame,
  { meeting, state }: { readonly meeting: Pick<MeetingModel, "id" | "title">; readonly state: FormState },
): Html => {
  const w = frame.words.officeMeetings.meetings;
  const at = { meetingId: meeting.id };
  return layout(frame, {
    title: w.cancelTitle,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathTo("officeMeeting", at)), text: meeting.title },
    body: html`${faultSummary(state)}
<h1>${w.cancelTitle}</h1>
<p>${meeting.title}</p>
<p>${w.cancelHint}</p>
${form({
  action: link(frame, pathTo("officeMeetingCancellation", at)),
  body: textArea(state, { name: "reason", label: w.reason, rows: 3 }),
  submit: w.cancel,
  kind: "danger",
})}
<p>${buttonLink({ href: link(frame, pathTo("officeMeeting", at)), text: w.keep, kind: "second" })}</p>`,
  });
};
