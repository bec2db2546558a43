import { z } from "zod";
import { calendarFile, type Organizer } from "../ics.ts";
import { MeetingId } from "../ids.ts";
import { Instant } from "../time.ts";

/** When and where, as a letter says it: what was let in once is not measured again. */
export const Said = z.object({
  startsAt: Instant,
  endsAt: Instant,
  place: z.object({ name: z.string(), address: z.string() }),
});

/** A meeting as a calendar needs it. */
export const CalendarEvent = Said.extend({
  id: MeetingId,
  title: z.string(),
  description: z.string(),
  url: z.string(),
  sequence: z.number(),
  isCancelled: z.boolean(),
  changedAt: Instant,
});
export type CalendarEvent = z.infer<typeof CalendarEvent>;

/** What a calendar says of the meeting beside it: who calls it, and one word of it that is cancelled. */
export interface Saying {
  readonly organizer?: Organizer;
  readonly cancelled?: string;
}

const entryOf = ({ id, place, ...event }: CalendarEvent, saying: Saying) => ({
  ...saying,
  ...event,
  uid: id,
  span: [event.startsAt, event.endsAt] as const,
  place: `${place.name}, ${place.address}`,
});

/** The calendar file of one meeting, for whoever goes there: it takes the time, and is reminded of. */
export const icsOf = (event: CalendarEvent, saying: Saying = {}): string =>
  calendarFile({ product: "Meetings", method: event.isCancelled ? "CANCEL" : "PUBLISH" }, [
    { ...entryOf(event, saying), isFree: false, alarm: true },
  ]);

/** A feed of meetings, for whoever wants to know of them. */
export const meetingsFeed = (name: string, events: readonly CalendarEvent[], saying: Saying): string =>
  calendarFile(
    { product: "Meetings", name },
    events.map((event) => ({ ...entryOf(event, saying), isFree: true })),
  );
