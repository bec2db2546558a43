import { pathTo } from "../../domain/addresses.ts";
import { localMoment } from "../../domain/local-moment.ts";
import type { Meeting } from "../../domain/meeting/meeting.ts";
import { select } from "../components/choices.ts";
import { moment } from "../components/dates.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { buttonLink, form, hidden } from "../components/form.ts";
import { type FormState, hasFaults, typedAt } from "../components/form-state.ts";
import { pages } from "../components/pages.ts";
import { table } from "../components/table.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import type { MeetingModel } from "../meetings/model.ts";
import type { Choice } from "./consultations.ts";

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
  readonly districts: readonly Choice[];
  /** Consultations that a new meeting can belong to, and the one that is chosen. */
  readonly consultations?: readonly Choice[];
  readonly consultation?: string | undefined;
  readonly before?: (Meeting & { readonly capacity: number }) | undefined;
}

const belonging = (frame: Frame, { state, consultations = [], consultation, before }: MeetingFormModel) => {
  const w = frame.words.officeMeetings.meetings.fields;
  return (
    before === undefined &&
    consultations.length > 0 &&
    select(state, {
      name: "consultationId",
      label: w.consultation,
      options: consultations,
      value: consultation,
      placeholder: w.noConsultation,
      isOptional: true,
    })
  );
};

const fields = (frame: Frame, model: MeetingFormModel) => {
  const w = frame.words.officeMeetings.meetings.fields;
  const { state, districts, before } = model;
  const when = (name: "startsAt" | "endsAt" | "signupClosesAt") =>
    ({
      name,
      label: w[name],
      kind: "datetime",
      width: 20,
      value: before?.[name] && localMoment(before[name]),
    }) as const;
  return [
    textField(state, { name: "title", label: w.title, value: before?.title }),
    textField(state, when("startsAt")),
    textField(state, when("endsAt")),
    textField(state, { name: "placeName", label: w.placeName, value: before?.place.name }),
    textField(state, { name: "placeAddress", label: w.placeAddress, value: before?.place.address }),
    textArea(state, {
      name: "accessibility",
      label: w.accessibility,
      hint: w.accessibilityHint,
      isOptional: true,
      rows: 3,
      value: before?.accessibility,
    }),
    textArea(state, { name: "agenda", label: w.agenda, isOptional: true, value: before?.agenda }),
    select(state, {
      name: "district",
      label: w.district,
      options: districts,
      value: before?.district,
      placeholder: w.wholeCity,
      isOptional: true,
    }),
    belonging(frame, model),
    textField(state, {
      name: "capacity",
      label: w.capacity,
      kind: "digits",
      width: 4,
      value: before?.capacity,
    }),
    textField(state, { ...when("signupClosesAt"), hint: w.signupClosesAtHint, isOptional: true }),
  ];
};

/** The form of a meeting, new or edited. */
export const officeMeetingFormView = (frame: Frame, model: MeetingFormModel): Html => {
  const w = frame.words.officeMeetings.meetings;
  const { before, state, key } = model;
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
${form({
  action: link(frame, at ? pathTo("officeMeetingEdit", at) : pathTo("officeNewMeeting")),
  key,
  body: [before && hidden("version", typedAt(state, "version", before.version) ?? ""), fields(frame, model)],
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
