import { escaped, folded, utc } from "../ics.ts";
import type { MeetingId } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { Place } from "./meeting.ts";

/** A meeting as a calendar needs it. */
export interface CalendarEvent {
  readonly id: MeetingId;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: Place;
  readonly description: string;
  readonly url: string;
  readonly sequence: number;
  readonly isCancelled: boolean;
  readonly changedAt: Instant;
}

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
