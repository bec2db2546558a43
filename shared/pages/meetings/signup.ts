import { pathTo } from "../../domain/addresses.ts";
import type { SignupId } from "../../domain/ids.ts";
import { doorCodeOf, type NewSignup } from "../../domain/meeting/signup.ts";
import type { Instant } from "../../domain/time.ts";
import { box, panel } from "../components/boxes.ts";
import { select } from "../components/choices.ts";
import { faultSummary } from "../components/fault-summary.ts";
import { button, buttonLink, form } from "../components/form.ts";
import { type FormState, hasFaults } from "../components/form-state.ts";
import { qrCode } from "../components/qr-code.ts";
import { textArea } from "../components/text-field.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { meetingFacts } from "./facts.ts";
import type { MeetingModel } from "./model.ts";

/** After the form: the same whoever asked, and for whichever address. */
export const signupSentView = (frame: Frame, meeting: MeetingModel, email: string): Html => {
  const w = frame.words.meetings.sent;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`${panel({ title: w.title })}
<p>${w.mailed(email)}</p>
<p>${w.inOrder}</p>
<p>${w.notComing}</p>
<p><a href="${link(frame, pathTo("meeting", { meetingId: meeting.id }))}">${w.back}</a></p>`,
  });
};

interface ConfirmModel {
  readonly meeting: MeetingModel;
  readonly signup: Pick<NewSignup, "name" | "seats" | "helps" | "needs">;
  /** Path of this page, with its token: where its button posts. */
  readonly action: string;
}

/** Behind the mailed link: what was asked for, and one button. Opening it changes nothing, since mail programs open links too. */
export const signupConfirmView = (frame: Frame, { meeting, signup, action }: ConfirmModel): Html => {
  const {
    confirm: w,
    signup: { help },
  } = frame.words.meetings;
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`<h1>${w.title}</h1>
${box({
  title: meeting.title,
  body: html`<p>${w.asked(signup.name, signup.seats)}</p>
${
  (signup.helps !== undefined || signup.needs !== undefined) &&
  html`<p>${w.needs([...(signup.helps ?? []).map((one) => help[one]), ...(signup.needs === undefined ? [] : [signup.needs])].join("; "))}</p>`
}
<p>${meeting.seatsLeft === 0 ? w.full : w.notYet}</p>`,
})}
${meetingFacts(frame, meeting)}
${form({ action: link(frame, action), body: [], submit: w.submit })}
<p class="hint">${w.notYou}</p>`,
  });
};

interface LinkModel {
  readonly meeting: MeetingModel;
  readonly id: SignupId;
  readonly place: "seat" | "waiting";
  readonly position: number;
  readonly seats: number;
  readonly offeredUntil?: Instant;
  /** Whether a question can be asked still, and what was asked already. */
  readonly mayAsk: boolean;
  readonly state: FormState;
  /** Path of this page, with its token: where its button posts. */
  readonly action: string;
  /** The address that the code opens on a phone of the office. */
  readonly door: string;
}

/** What somebody with a place would like to have answered; sent again it takes the place of what was sent before. */
const askForm = (frame: Frame, { meeting, state, action }: LinkModel): Html => {
  const w = frame.words.meetings.ask;
  return html`<h2>${w.heading}</h2>
${form({
  action: link(frame, action),
  body: [
    textArea(state, { name: "question", label: w.question, hint: w.hint, rows: 3 }),
    meeting.items.length > 0 &&
      select(state, {
        name: "topic",
        label: w.topic,
        options: meeting.items.map(({ title }, n) => [String(n + 1), title] as const),
        placeholder: w.wholeMeeting,
      }),
    button({ text: w.submit, kind: "second", name: "act", value: "ask" }),
  ],
})}`;
};

/** Behind the link of a place: where it stands, and the button that gives it back. */
export const signupLinkView = (frame: Frame, model: LinkModel): Html => {
  const { meeting, id, place, position, seats, offeredUntil, mayAsk, state, action, door } = model;
  const { link: w, cancelledBox, calendar } = frame.words.meetings;
  const isSeat = place === "seat";
  const isOpen = meeting.now === "open" || meeting.now === "closed";
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    body: html`${faultSummary(state)}<h1>${w.title}</h1>
${
  offeredUntil !== undefined &&
  isOpen &&
  box({
    tone: "good",
    title: w.offer(offeredUntil),
    body: html`<p>${w.offerHint}</p>
${form({
  action: link(frame, action),
  body: button({ text: w.accept, name: "act", value: "accept" }),
})}`,
  })
}
${box({
  tone: isSeat ? "good" : "info",
  title: meeting.title,
  body: html`<p>${isSeat ? w.seat(seats) : w.waiting(position)}</p>
${isOpen && html`<p>${isSeat ? w.seeYou : w.howWaiting}</p>`}
<p>${w.numbers(id, position)}</p>
${
  isSeat &&
  html`<p><strong>${w.code(doorCodeOf(id))}</strong></p>
${isOpen && html`<div>${qrCode(door, w.qr(doorCodeOf(id)))}</div>`}`
}`,
})}
${
  meeting.now === "cancelled" &&
  box({
    tone: "bad",
    title: cancelledBox.title,
    body: meeting.cancelReason && html`<p>${cancelledBox.reason(meeting.cancelReason)}</p>`,
  })
}
${meetingFacts(frame, meeting)}
${
  isOpen &&
  form({
    action: link(frame, action),
    body: [
      button({ text: isSeat ? w.cancel : w.leave, kind: "danger", name: "act", value: "cancel" }),
      isSeat && html`<p class="hint">${w.cancelHint}</p>`,
    ],
  })
}
${mayAsk && askForm(frame, model)}
${meeting.isListed && html`<p><a href="${pathTo("meetingCalendar", { meetingId: meeting.id })}">${calendar}</a></p>`}`,
  });
};

/** Behind the link of a place that was given back. */
export const signupGoneView = (frame: Frame, meeting: MeetingModel): Html => {
  const w = frame.words.meetings.link;
  return layout(frame, {
    title: w.gone,
    isPrivate: true,
    body: html`<h1>${w.gone}</h1>
<p>${meeting.title}</p>
<p>${w.goneText}</p>
${meeting.isListed && buttonLink({ href: link(frame, pathTo("meeting", { meetingId: meeting.id })), text: w.again })}`,
  });
};
