import { pathTo } from "../../domain/addresses.ts";
import { inLanguage } from "../../words/fallback.ts";
import { tag, titled } from "../components/boxes.ts";
import { lines } from "../components/lines.ts";
import { type SummaryRow, summaryList } from "../components/summary-list.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import type { MeetingModel } from "./model.ts";

const placesLeft = (frame: Frame, { capacity, seatsLeft, waiting }: MeetingModel): Html => {
  const w = frame.words.meetings;
  return html`${w.left(seatsLeft, capacity)}${waiting > 0 && html`<br>${w.waiting(waiting)}`}`;
};

/** When, where, how accessible, how many places: the facts that decide whether one comes. */
export const meetingFacts = (frame: Frame, meeting: MeetingModel): Html => {
  const { words } = frame;
  const { terms } = words.meetings;
  const row = (term: string, value: SummaryRow["value"] | false | null): SummaryRow[] =>
    value ? [{ term, value }] : [];
  return summaryList(words, [
    ...row(terms.kind, inLanguage(meeting.kindName, words.language)),
    ...row(
      terms.when,
      html`<time datetime="${meeting.startsAt}">${words.meetings.when(meeting.startsAt, meeting.endsAt)}</time>`,
    ),
    ...row(terms.where, html`${meeting.place.name}<br>${meeting.place.address}`),
    ...row(terms.accessibility, meeting.accessibility !== null && lines(meeting.accessibility)),
    ...row(terms.district, meeting.districtName),
    ...row(terms.places, meeting.now === "open" && placesLeft(frame, meeting)),
    ...row(terms.closes, meeting.now === "open" && words.meetings.closes(meeting.signupClosesAt)),
  ]);
};

const stateTag = (frame: Frame, { now, seatsLeft }: MeetingModel): Html | false => {
  const w = frame.words.meetings;
  if (now === "cancelled") return tag(w.cancelled, "bad");
  if (now === "over") return tag(w.over);
  return now === "open" && seatsLeft === 0 && tag(w.full, "warn");
};

/** One meeting in a list. */
export const meetingBox = (frame: Frame, meeting: MeetingModel, level: 2 | 3): Html => {
  const w = frame.words.meetings;
  const state = stateTag(frame, meeting);
  return titled(
    html`<a href="${link(frame, pathTo("meeting", { meetingId: meeting.id }))}">${meeting.title}</a>`,
    html`<p><time datetime="${meeting.startsAt}">${w.when(meeting.startsAt, meeting.endsAt)}</time><br>${meeting.place.name}, ${meeting.place.address}${
      meeting.districtName && html`<br>${meeting.districtName}`
    }</p>
${state && html`<p>${state}</p>`}
${meeting.now === "open" && meeting.seatsLeft > 0 && html`<p>${w.left(meeting.seatsLeft, meeting.capacity)}</p>`}`,
    level,
  );
};
