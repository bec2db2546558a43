import { CALL_DAYS } from "./script.ts";
import { type Day, daysAfter, workingDayFrom, workingDaysAfter } from "./working-days.ts";

/** When an edition does what, from the day of its call on; distances in days are those of edition XIII, published for 2026. */
export interface SeasonCalendar {
  readonly call: Day;
  /** The first day of which no proposal is in time. */
  readonly callEnds: Day;
  readonly formalPublished: Day;
  readonly meritBegins: Day;
  readonly meritPublished: Day;
  readonly appealsBegin: Day;
  readonly appealsPublished: Day;
  readonly frozen: Day;
  readonly voting: Day;
  readonly votingEnds: Day;
}

export const seasonCalendar = (call: Day): SeasonCalendar => {
  const at = (days: number): Day => workingDayFrom(daysAfter(call, days));
  const meritPublished = at(161);
  return {
    call,
    callEnds: daysAfter(call, CALL_DAYS),
    formalPublished: at(55),
    meritBegins: daysAfter(at(55), 1),
    meritPublished,
    appealsBegin: daysAfter(meritPublished, 1),
    appealsPublished: workingDaysAfter(meritPublished, 7),
    frozen: workingDaysAfter(meritPublished, 9),
    voting: daysAfter(call, 183),
    votingEnds: daysAfter(call, 197),
  };
};

const ZONE = new Intl.DateTimeFormat("en", { timeZone: "Europe/Warsaw", timeZoneName: "longOffset" });

/** A moment of a day by the city's clock, which is two hours ahead of UTC in summer and one in winter. */
export const momentOf = (day: Day, time: string): string => {
  for (const offset of ["+02:00", "+01:00"]) {
    const at = new Date(`${day}T${time}${offset}`);
    const isSo = ZONE.formatToParts(at).some(({ value }) => value === `GMT${offset}`);
    if (isSo) return at.toISOString();
  }
  throw new Error(`no clock shows ${time} on ${day}`);
};
