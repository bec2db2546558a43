import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { type Kind, ofKind } from "./kind.ts";

/** The city's time zone. Deadlines are set and shown in it; everything inside is a UTC instant. */
export const CITY_ZONE = "Europe/Warsaw";

const CANONICAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A UTC instant with milliseconds, `2027-09-09T22:00:00.000Z`: as text it sorts as time does. */
export type Instant = Kind<string, "instant">;

/** Any RFC 3339 time of a request with a year of four digits, kept as the canonical instant. */
export const Instant = ofKind<"instant">()(
  z.iso
    .datetime({ offset: true, abort: true })
    // What cannot be read as a time stays as it is, and is refused below.
    .overwrite((text) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString()))
    .refine((text) => CANONICAL.test(text))
    .meta({ id: "Instant", description: "A moment, RFC 3339", examples: ["2027-09-09T22:00:00.000Z"] }),
);

export const isCanonicalInstant = (text: string): text is Instant => CANONICAL.test(text);

export type Milliseconds = Kind<number, "milliseconds">;
export const Milliseconds = ofKind<"milliseconds">()(z.number());

export type Seconds = Kind<number, "seconds">;

/** The instant of a number of milliseconds since 1970-01-01 UTC. */
export const instant = (milliseconds: Milliseconds): Instant => new Date(milliseconds).toISOString();

/** Milliseconds since 1970-01-01 UTC. */
export const milliseconds = (at: Instant): Milliseconds => Date.parse(at);

/** Whole seconds since 1970-01-01 UTC, rounded down: DynamoDB's unit for TTL. */
export const epochSeconds = (at: Instant): Seconds => Math.floor(milliseconds(at) / 1000);

export const secondsBetween = (from: Instant, to: Instant): Seconds =>
  (milliseconds(to) - milliseconds(from)) / 1000;

export const plusSeconds = (at: Instant, seconds: Seconds): Instant =>
  instant(milliseconds(at) + seconds * 1000);

/** A calendar day of the city, `2027-09-23`. */
export const LocalDate = ofKind<"day">()(
  z.iso.date().meta({ id: "LocalDate", description: "A day of the city's calendar" }),
);
export type LocalDate = z.infer<typeof LocalDate>;

export const dayOf = (at: Instant): LocalDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(CITY_ZONE).toPlainDate().toString();

/** The first moment of a day in the city. */
export const startOfDay = (day: LocalDate): Instant =>
  instant(Temporal.PlainDate.from(day).toZonedDateTime(CITY_ZONE).epochMilliseconds);

/** The end of a day, exclusive: the first moment of the next one. People read it as "23:59". */
export const endOfDay = (day: LocalDate): Instant => startOfDay(plusDays(day, 1));

export const plusDays = (day: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/**
 * The instant at which the city's clocks show this local time (`2027-09-23T17:00`; `24:00` is the next midnight).
 * A time that is skipped or shown twice when the clocks change is not a deadline: `gap` or `overlap`.
 */
export const localInstant = (local: string): Instant | "gap" | "overlap" => {
  const midnight = /^(\d{4}-\d{2}-\d{2})T24:00(?::00)?$/.exec(local);
  if (midnight?.[1]) return endOfDay(midnight[1]);
  const plain = Temporal.PlainDateTime.from(local);
  const early = plain.toZonedDateTime(CITY_ZONE, { disambiguation: "earlier" });
  const late = plain.toZonedDateTime(CITY_ZONE, { disambiguation: "later" });
  if (early.epochMilliseconds === late.epochMilliseconds) return instant(early.epochMilliseconds);
  return early.toPlainDateTime().equals(plain) ? "overlap" : "gap";
};

const FIXED_HOLIDAYS = ["01-01", "01-06", "05-01", "05-03", "08-15", "11-01", "11-11", "12-25", "12-26"];

/** Easter Sunday of a year (Gregorian computus, Meeus/Jones/Butcher). */
const easter = (year: number): Temporal.PlainDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
};

/** Whether offices work on this day. Act of 18 January 1951 on public holidays; 24 December since 2025. */
export const isWorkingDay = (day: LocalDate): boolean => {
  const date = Temporal.PlainDate.from(day);
  if (date.dayOfWeek >= 6) return false;
  const monthDay = day.slice(5);
  if (FIXED_HOLIDAYS.includes(monthDay)) return false;
  if (monthDay === "12-24" && date.year >= 2025) return false;
  const sinceEaster = easter(date.year).until(date).days;
  return sinceEaster !== 1 && sinceEaster !== 60;
};

/** The n-th working day after a day, which itself does not count (art. 57 § 1 of the Code of Administrative Procedure). */
export const plusWorkingDays = (day: LocalDate, count: number): LocalDate => {
  let date = day;
  for (let left = count; left > 0; ) {
    date = plusDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
};
