/** Time as an office counts it: the hours of its working days alone. */
import { z } from "zod";
import {
  dayOf,
  epochSeconds,
  type Instant,
  isWorkingDay,
  type LocalDate,
  localInstant,
  plusDays,
  plusSeconds,
  startOfDay,
} from "../time.ts";

const Clock = z.string().regex(/^(?:0[4-9]|1\d|2[0-3]):[0-5]\d$/);

/** When the office works on each of its working days, by the city's clocks; never in an hour that the clocks change. */
export const OfficeHours = z
  .strictObject({ from: Clock, to: Clock })
  .refine(({ from, to }) => from < to, { path: ["to"], error: "a day's work ends after it has begun" });
export type OfficeHours = z.infer<typeof OfficeHours>;

const momentOf = (day: LocalDate, clock: string): Instant => {
  const at = localInstant(`${day}T${clock}`);
  return at === "gap" || at === "overlap" ? startOfDay(day) : at;
};

/** The work of a day, as seconds since 1970 from and to. */
const workOn = (day: LocalDate, { from, to }: OfficeHours): readonly [number, number] => [
  epochSeconds(momentOf(day, from)),
  epochSeconds(momentOf(day, to)),
];

/** How many minutes the office worked between two moments. */
export const workingMinutes = (from: Instant, to: Instant, hours: OfficeHours): number => {
  const [start, end] = [epochSeconds(from), epochSeconds(to)];
  let seconds = 0;
  for (let day = dayOf(from); day <= dayOf(to); day = plusDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    const [opens, closes] = workOn(day, hours);
    seconds += Math.max(0, Math.min(end, closes) - Math.max(start, opens));
  }
  return Math.floor(seconds / 60);
};

/** The moment at which the office has worked so many minutes since. */
export const plusWorkingMinutes = (at: Instant, minutes: number, hours: OfficeHours): Instant => {
  let left = minutes * 60;
  for (let day = dayOf(at); ; day = plusDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    const [opens, closes] = workOn(day, hours);
    const begins = Math.max(opens, epochSeconds(at));
    const worked = closes - begins;
    if (worked <= 0) continue;
    if (left <= worked) return plusSeconds(momentOf(day, hours.from), begins - opens + left);
    left -= worked;
  }
};
