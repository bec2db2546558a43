import type { Instant, LocalDate } from "./instant.ts";

/** Who calls a meeting or sets a term: calendars show it beside the entry, and answer there. */
export interface Organizer {
  readonly name: string;
  readonly email: string;
}

/** One entry: a term of whole days or of an hour keeps nobody from anything else, so it leaves the time free. */
interface Entry {
  /** For ever the same: by it a calendar knows that an entry has changed. */
  readonly uid: string;
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly span: readonly [from: Instant, until: Instant] | readonly [day: LocalDate, dayAfter: LocalDate];
  readonly title: string;
  /** What a cancelled one is called before its title: many calendars show no state. */
  readonly cancelled?: string | false | undefined;
  readonly isCancelled: boolean;
  readonly isFree: boolean;
  readonly place?: string;
  readonly description?: string;
  readonly url: string;
  readonly organizer?: Organizer | undefined;
  readonly alarm?: boolean;
}

/** RFC 5545 §3.3.11: text with its separators escaped; controls that it does not allow become spaces. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** UTC, `20270923T150000Z`: no time zone of a calendar or of this machine has a say. */
const utc = (at: Instant): string => at.replace(/[-:]|\.\d{3}/g, "");

const LINE_OCTETS = 75;
const encoder = new TextEncoder();

/** RFC 5545 §3.1: lines of at most 75 octets without the break, continued after a space, never cut inside a character. */
const folded = (line: string): string => {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return `${text}\r\n`;
};

const isDay = (text: string): boolean => text.length === 10;

const timeAt = (name: string, at: string): string =>
  isDay(at) ? `${name};VALUE=DATE:${at.replaceAll("-", "")}` : `${name}:${utc(at)}`;

/** A parameter's value in quotes (RFC 6868 has a sign for what may not stand there, which few calendars know). */
const quoted = (text: string): string => `"${text.replace(/["\p{Cc}]/gu, " ")}"`;

const entryLines = (entry: Entry): string[] => {
  const { span, title, cancelled, organizer, place, description = "" } = entry;
  const summary = escaped(entry.isCancelled && cancelled ? `${cancelled}: ${title}` : title);
  const alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", `DESCRIPTION:${summary}`, "END:VALARM"];
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}@${new URL(entry.url).hostname}`,
    `DTSTAMP:${utc(entry.changedAt)}`,
    `LAST-MODIFIED:${utc(entry.changedAt)}`,
    timeAt("DTSTART", span[0]),
    timeAt("DTEND", span[1]),
    `SEQUENCE:${entry.sequence}`,
    `STATUS:${entry.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `TRANSP:${entry.isFree || entry.isCancelled ? "TRANSPARENT" : "OPAQUE"}`,
    `SUMMARY:${summary}`,
    ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
    ...(description === "" ? [] : [`DESCRIPTION:${escaped(description)}`]),
    `URL:${entry.url}`,
    ...(organizer ? [`ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`] : []),
    ...(entry.alarm && !entry.isCancelled ? alarm : []),
    "END:VEVENT",
  ];
};

/** How often a calendar asks a feed again (RFC 7986 §5.7, and what was there before it). */
const ASKED_AGAIN = "PT4H";

/** A calendar file (RFC 5545): a feed, which has a name and is asked for again, or entries to be added to a calendar. */
export const calendarFile = (
  about: { readonly product: string; readonly name?: string; readonly method?: "PUBLISH" | "CANCEL" },
  entries: readonly Entry[],
): string => {
  const { product, name, method = "PUBLISH" } = about;
  const feed =
    name === undefined
      ? []
      : [
          `NAME:${escaped(name)}`,
          `X-WR-CALNAME:${escaped(name)}`,
          `REFRESH-INTERVAL;VALUE=DURATION:${ASKED_AGAIN}`,
          `X-PUBLISHED-TTL:${ASKED_AGAIN}`,
        ];
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//Rynek//${product}//PL`,
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...feed,
    ...entries.flatMap(entryLines),
    "END:VCALENDAR",
  ]
    .map(folded)
    .join("");
};
