import { pathTo } from "../../domain/addresses.ts";
import { Help } from "../../domain/meeting/needs.ts";
import { box } from "../components/boxes.ts";
import { checkboxes, select } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { lines } from "../components/lines.ts";
import { textArea, textField } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { meetingFacts } from "./facts.ts";
import type { MeetingModel } from "./model.ts";

const SEATS = ["1", "2", "3", "4"] as const;

/** The same form for a seat and for the queue: who came too late for the one has not filled it in for nothing. */
const signupForm = (frame: Frame, meeting: MeetingModel, state: FormState, key: string): Html => {
  const w = frame.words.meetings.signup;
  const isFull = meeting.seatsLeft === 0;
  // No more than there are at all: a visit has one place.
  const seats = SEATS.slice(0, Math.max(1, meeting.capacity));
  return html`<h2>${isFull ? w.headingFull : w.heading}</h2>
${isFull && html`<p>${w.fullLead(meeting.waiting)}</p>`}
${form({
  action: link(frame, pathTo("meeting", { meetingId: meeting.id })),
  key,
  body: [
    textField(state, { name: "name", label: w.name, kind: "name" }),
    textField(state, { name: "email", label: w.email, kind: "email", hint: w.emailHint }),
    select(state, {
      name: "seats",
      label: w.seats,
      hint: w.seatsHint(seats.length),
      options: seats.map((count) => [count, count]),
      value: "1",
      placeholder: false,
    }),
    checkboxes(state, {
      name: "helps",
      label: w.helps,
      options: Help.options.map((help) => ({ value: help, label: w.help[help] })),
      isOptional: true,
    }),
    textArea(state, { name: "needs", label: w.needs, hint: w.needsHint, rows: 2, isOptional: true }),
    html`<p class="hint">${w.kept}</p>`,
  ],
  submit: isFull ? w.submitFull : w.submit,
})}`;
};

const notOpen = (frame: Frame, meeting: MeetingModel): Html | false => {
  const w = frame.words.meetings;
  switch (meeting.now) {
    case "open":
      return false;
    case "cancelled":
      return box({
        tone: "bad",
        title: w.cancelledBox.title,
        body: meeting.cancelReason && html`<p>${w.cancelledBox.reason(meeting.cancelReason)}</p>`,
      });
    case "over":
      return box({ body: html`<p>${w.overBox}</p>` });
    case "closed":
      return box({ body: html`<p>${w.closed(meeting.signupClosesAt)}</p>` });
  }
};

/** What becomes of a meeting once it has begun. */
interface FollowUp {
  readonly hasMinutes: boolean;
  /** Whether motions for the minutes are taken in writing now. */
  readonly takesMotions: boolean;
}

const followUp = (frame: Frame, { id: meetingId }: MeetingModel, { hasMinutes, takesMotions }: FollowUp) => {
  const w = frame.words.meetings;
  return html`${
    hasMinutes && html`<p><a href="${link(frame, pathTo("minutes", { meetingId }))}">${w.minutes}</a></p>`
  }${
    takesMotions && html`<p><a href="${link(frame, pathTo("motions", { meetingId }))}">${w.motions}</a></p>`
  }`;
};

/** The agenda, a point after the other. */
const agendaOf = (frame: Frame, items: MeetingModel["items"]): Html | false =>
  items.length > 0 &&
  html`<h2>${frame.words.meetings.agenda}</h2>
<ul>${items.map(
    ({ at, title, speaker }) =>
      html`<li><strong>${at}</strong> ${title}${speaker !== undefined && html`<br>${frame.words.meetings.speaks(speaker)}`}</li>`,
  )}</ul>`;

interface MeetingPage extends FollowUp {
  readonly key: string;
}

/** A meeting with its sign-up, and with what becomes of it. */
export const meetingView = (
  frame: Frame,
  meeting: MeetingModel,
  state: FormState,
  { key, ...follow }: MeetingPage,
): Html => {
  const w = frame.words.meetings;
  return layout(frame, {
    title: meeting.title,
    hasFaults: hasFaults(state),
    back: { href: link(frame, pathTo("meetings")), text: w.title },
    body: html`${faultSummary(state)}
<h1>${meeting.title}</h1>
${notOpen(frame, meeting)}
${meetingFacts(frame, meeting)}
${followUp(frame, meeting, follow)}
${meeting.agenda !== null && html`<h2>${w.about}</h2><p>${lines(meeting.agenda)}</p>`}
${agendaOf(frame, meeting.items)}
${
  meeting.consultationId !== null &&
  html`<p><a href="${link(frame, pathTo("consultation", { consultationId: meeting.consultationId }))}">${w.consultation}</a></p>`
}
${meeting.now !== "over" && html`<p><a href="${pathTo("meetingCalendar", { meetingId: meeting.id })}">${w.calendar}</a></p>`}
${meeting.now === "open" && (meeting.signUp === "anyone" ? signupForm(frame, meeting, state, key) : html`<p>${w.byOffice}</p>`)}`,
  });
};
