import { escaped, folded, utc } from "../ics.ts";
import type { Cycle } from "./cycle.ts";
import type { Phase } from "./phases.ts";

interface Feed {
  readonly siteUrl: string;
  readonly titleOf: (phase: Phase) => string;
}

/** The calendar of an edition as a feed (RFC 5545): an event a phase. Who subscribed sees a moved end; SEQUENCE tells which version is newer. */
export const cycleIcs = (
  { id, calendar, version, phase: now, createdAt, extensions }: Cycle,
  { siteUrl, titleOf }: Feed,
): string => {
  const changedAt = extensions?.at(-1)?.at ?? createdAt;
  const events = calendar.flatMap(({ name, startsAt, endsAt }) => [
    "BEGIN:VEVENT",
    `UID:${id}-${name}@${new URL(siteUrl).hostname}`,
    `DTSTAMP:${utc(changedAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SEQUENCE:${version}`,
    `STATUS:${now === "cancelled" ? "CANCELLED" : "CONFIRMED"}`,
    `SUMMARY:${escaped(titleOf(name))}`,
    `URL:${siteUrl}/`,
    "END:VEVENT",
  ]);
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rynek//Calendar//PL", "CALSCALE:GREGORIAN"];
  return [...head, "METHOD:PUBLISH", ...events, "END:VCALENDAR"].map(folded).join("");
};
