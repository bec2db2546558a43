import type { SeasonCalendar } from "./calendar.ts";
import { type Day, workingDaysAfter } from "./working-days.ts";

/** Working days in which an author puts right what is wrong, and in which one can appeal: the edition's rules, said a second time. */
export const CORRECTION_DAYS = 7;
export const APPEAL_DAYS = 3;

/** When the first cards are filled in, and authors called. */
export const firstChecks = ({ callEnds }: SeasonCalendar): Day => workingDaysAfter(callEnds, 4);
