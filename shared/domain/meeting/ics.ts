import { z } from "zod";
import { escaped, folded, utc } from "../ics.ts";
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

/** The calendar file (RFC 5545) of one meeting. The UID is for ever; SEQUENCE tells a calendar which version is the newer. */
export const icsOf = (event: CalendarEvent): string => {
  const alarm = [
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-P1D",
    `DESCRIPTION:${escaped(event.title)}`,
    "END:VALARM",
  ];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Rynek//Meetings//PL",
    "CALSCALE:GREGORIAN",
    `METHOD:${event.isCancelled ? "CANCEL" : "PUBLISH"}`,
    "BEGIN:VEVENT",
    `UID:${event.id}@${new URL(event.url).hostname}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `SUMMARY:${escaped(event.title)}`,
    `LOCATION:${escaped(`${event.place.name}, ${event.place.address}`)}`,
    ...(event.description === "" ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
    `URL:${event.url}`,
    ...(event.isCancelled ? [] : alarm),
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("");
};
