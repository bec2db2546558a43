import { z } from "zod";
import { pathTo } from "../addresses.ts";
import { SignupId } from "../ids.ts";
import { CalendarEvent, icsOf, type Saying } from "./ics.ts";
import type { Meeting } from "./meeting.ts";
import type { Signup } from "./signup.ts";

/** What a letter about a meeting says and carries. It names no person: nothing in it is worth intercepting but the link. */
export const MeetingLetterFacts = z.object({
  event: CalendarEvent,
  accessibility: z.string().nullable(),
  seats: z.number(),
  /** Path of the page where the place is confirmed or given back. */
  link: z.string(),
});
export type MeetingLetterFacts = z.infer<typeof MeetingLetterFacts>;

/** Where a sign-up stands when the letter is written; letters of the release before lack it. */
export const MeetingPlaceFacts = MeetingLetterFacts.extend({
  signupId: SignupId.optional(),
  position: z.int().optional(),
});

/** The agenda as text, a point a line. */
export const agendaText = ({ items = [] }: Pick<Meeting, "items">): string | undefined =>
  items.length === 0
    ? undefined
    : items
        .map(({ at, title, speaker }) => `${at} ${title}${speaker === undefined ? "" : ` (${speaker})`}`)
        .join("\n");

/** A meeting for a calendar; the description is the agenda and the accessibility of the place. */
export const eventOf = (meeting: Meeting, siteUrl: string): CalendarEvent => ({
  id: meeting.id,
  title: meeting.title,
  startsAt: meeting.startsAt,
  endsAt: meeting.endsAt,
  place: meeting.place,
  description: [meeting.agenda, agendaText(meeting), meeting.accessibility]
    .filter((text) => text !== undefined)
    .join("\n\n"),
  url: siteUrl + pathTo("meeting", { meetingId: meeting.id }),
  sequence: meeting.sequence,
  isCancelled: meeting.state === "cancelled",
  changedAt: meeting.changedAt,
});

export const letterFacts = (
  meeting: Meeting,
  { seats }: Pick<Signup, "seats">,
  { siteUrl, link }: { readonly siteUrl: string; readonly link: string },
): MeetingLetterFacts => ({
  event: eventOf(meeting, siteUrl),
  accessibility: meeting.accessibility ?? null,
  seats,
  link,
});

/** The file that goes with a letter. */
export const attachmentOf = ({ event }: Pick<MeetingLetterFacts, "event">, saying: Saying) => ({
  name: event.isCancelled ? "odwolane.ics" : "spotkanie.ics",
  type: `text/calendar; charset=utf-8; method=${event.isCancelled ? "CANCEL" : "PUBLISH"}`,
  content: icsOf(event, saying),
});
