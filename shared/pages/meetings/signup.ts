import { pathTo } from "../../domain/addresses.ts";
import { box, panel } from "../components/boxes.ts";
import { button, buttonLink, form } from "../components/form.ts";
import { type Html, html } from "../html.ts";
import { type Frame, layout, link } from "../layout.ts";
import { meetingFacts } from "./facts.ts";
import type { MeetingModel } from "./model.ts";

interface SignupModel {
  readonly meeting: MeetingModel;
  readonly place: "seat" | "waiting";
  readonly position: number;
  readonly seats: number;
}

/** After the sign-up: where one stands. It names nobody, so that its address may lie open. */
export const signupResultView = (frame: Frame, { meeting, place, position }: SignupModel): Html => {
  const w = frame.words.meetings.result;
  const title = place === "seat" ? w.seatTitle : w.waitingTitle;
  return layout(frame, {
    title,
    isPrivate: true,
    body: html`${panel({ title, ...(place === "waiting" && { label: w.position(position) }) })}
<h2>${meeting.title}</h2>
${meetingFacts(frame, meeting)}
${place === "waiting" && html`<p>${w.howWaiting}</p>`}
<p>${w.mailed}</p>
<p>${w.notComing}</p>
<p><a href="${pathTo("meetingCalendar", { meetingId: meeting.id })}">${frame.words.meetings.calendar}</a></p>
<p><a href="${link(frame, pathTo("meeting", { meetingId: meeting.id }))}">${w.back}</a></p>`,
  });
};

interface LinkModel extends SignupModel {
  readonly confirmed: boolean;
  /** Path of this page, with its token: where its buttons post. */
  readonly action: string;
}

/** Behind the mailed link: the place, and two buttons. Opening it changes nothing, since mail programs open links too. */
export const signupLinkView = (frame: Frame, model: LinkModel): Html => {
  const { meeting, place, position, seats, confirmed, action } = model;
  const w = frame.words.meetings.link;
  const isSeat = place === "seat";
  const isOpen = meeting.now === "open" || meeting.now === "closed";
  return layout(frame, {
    title: w.title,
    isPrivate: true,
    body: html`<h1>${w.title}</h1>
${box({
  tone: isSeat ? "good" : "info",
  title: meeting.title,
  body: html`<p>${isSeat ? w.seat(seats) : w.waiting(position)}</p>${isSeat && isOpen && html`<p>${confirmed ? w.confirmed : w.notConfirmed}</p>`}`,
})}
${
  meeting.now === "cancelled" &&
  box({
    tone: "bad",
    title: frame.words.meetings.cancelledBox.title,
    body:
      meeting.cancelReason && html`<p>${frame.words.meetings.cancelledBox.reason(meeting.cancelReason)}</p>`,
  })
}
${meetingFacts(frame, meeting)}
${
  isOpen &&
  form({
    action: link(frame, action),
    body: [
      isSeat && !confirmed && button({ text: w.confirm, name: "act", value: "confirm" }),
      button({ text: isSeat ? w.cancel : w.leave, kind: "danger", name: "act", value: "cancel" }),
      isSeat && html`<p class="hint">${w.cancelHint}</p>`,
    ],
  })
}
<p><a href="${pathTo("meetingCalendar", { meetingId: meeting.id })}">${frame.words.meetings.calendar}</a></p>`,
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
${buttonLink({ href: link(frame, pathTo("meeting", { meetingId: meeting.id })), text: w.again })}`,
  });
};
