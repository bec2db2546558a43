/** Working days of Polish offices, reckoned here a second time: what a season expects is not read off the system that it checks. */

const DAY_MS = 86_400_000;

/** A day as `YYYY-MM-DD`. */
export type Day = string;

const dateOf = (day: Day): Date => new Date(`${day}T12:00:00Z`);

const textOf = (date: Date): Day =>
  [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

export const daysAfter = (day: Day, days: number): Day =>
  textOf(new Date(dateOf(day).getTime() + days * DAY_MS));

/** Easter Sundays of the years that a season can fall in, as calendars print them. */
const EASTER: Readonly<Record<string, Day>> = {
  2026: "2026-04-05",
  2027: "2027-03-28",
  2028: "2028-04-16",
  2029: "2029-04-01",
  2030: "2030-04-21",
  2031: "2031-04-13",
  2032: "2032-03-28",
};

const HOLIDAYS = "01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-24 12-25 12-26".split(" ");

const isWorking = (day: Day): boolean => {
  const easter = EASTER[day.slice(0, 4)];
  if (easter === undefined) throw new Error(`no calendar of ${day.slice(0, 4)}`);
  const isSunday = dateOf(day).getUTCDay() === 0;
  const isSaturday = dateOf(day).getUTCDay() === 6;
  // Easter Monday and Corpus Christi move; what else moves is a Sunday.
  const moved = [daysAfter(easter, 1), daysAfter(easter, 60)];
  return !isSunday && !isSaturday && !HOLIDAYS.includes(day.slice(5)) && !moved.includes(day);
};

/** The last of so many working days, counted from the day after. */
export const workingDaysAfter = (day: Day, count: number): Day => {
  let last = day;
  for (let left = count; left > 0; ) {
    last = daysAfter(last, 1);
    if (isWorking(last)) left -= 1;
  }
  return last;
};

/** The day itself, or the next on which offices work. */
export const workingDayFrom = (day: Day): Day => (isWorking(day) ? day : workingDaysAfter(day, 1));
