import { Temporal } from "temporal-polyfill";
import { CITY_ZONE, type Instant, instant, type LocalDate } from "./instant.ts";

/** The clock's half, which needs no calendar: what starts with every function takes it from there. */
export {
  CITY_ZONE,
  epochSeconds,
  Instant,
  instant,
  isCanonicalInstant,
  LocalDate,
  Milliseconds,
  milliseconds,
  plusSeconds,
  type Seconds,
  secondsBetween,
} from "./instant.ts";

export const dayOf = (at: Instant): LocalDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(CITY_ZONE).toPlainDate().toString();

/** The first moment of a day in the city. */
export const startOfDay = (day: LocalDate): Instant =>
  instant(Temporal.PlainDate.from(day).toZonedDateTime(CITY_ZONE).epochMilliseconds);

/** The end of a day, exclusive: the first moment of the next one. People read it as "23:59". */
export const endOfDay = (day: LocalDate): Instant => startOfDay(plusDays(day, 1));

export const plusDays = (day: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** The same day of the month so many months on, or the last one of a month that has no such day. */
export const plusMonths = (day: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(day).add({ months }).toString();

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

/** An instant of ISO 8601 with its offset from UTC. Throws a RangeError for a day or an hour that there is not. */
export const instantWithOffset = (iso: string): Instant =>
  instant(Temporal.Instant.from(iso).epochMilliseconds);

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
