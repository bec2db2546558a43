import { z } from "zod";
import { Instant } from "../instant.ts";
import { refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { isBefore, PHASES, Phase } from "./phases.ts";

/** When a phase begins and ends; the end is exclusive. */
const CalendarEntry = z.strictObject({ name: Phase, startsAt: Instant, endsAt: Instant }).meta({
  id: "CalendarEntry",
  description: "A phase of the cycle: from startsAt until, not including, endsAt",
});
type CalendarEntry = z.infer<typeof CalendarEntry>;

export const Calendar = z.array(CalendarEntry).max(PHASES.length);
export type Calendar = z.infer<typeof Calendar>;

export const entryOf = (calendar: Calendar, phase: Phase): CalendarEntry | undefined =>
  calendar.find(({ name }) => name === phase);

const disorder = (entry: CalendarEntry, pointer: string) =>
  refused(refusal("cycle/calendar", { phase: entry.name, problem: "order" }, pointer));

/** A calendar in the order of the phases, none named twice, none ending before it begins or beginning before the one before it ends. */
export const checkCalendar = (calendar: Calendar): Result<Calendar> => {
  const sorted = calendar.toSorted((a, b) => PHASES.indexOf(a.name) - PHASES.indexOf(b.name));
  for (const [index, entry] of sorted.entries()) {
    const pointer = `/calendar/${calendar.indexOf(entry)}`;
    if (entry.endsAt <= entry.startsAt) return disorder(entry, `${pointer}/endsAt`);
    const before = sorted[index - 1];
    if (before && (before.name === entry.name || before.endsAt > entry.startsAt))
      return disorder(entry, `${pointer}/startsAt`);
  }
  return ok(sorted);
};

/** The calendar with another window for a phase that has not ended; everything after it must still fit. */
export const withEntry = (calendar: Calendar, entry: CalendarEntry): Result<Calendar> =>
  checkCalendar(
    [...calendar.filter(({ name }) => name !== entry.name), entry].toSorted((a, b) =>
      isBefore(a.name, b.name) ? -1 : 1,
    ),
  );
