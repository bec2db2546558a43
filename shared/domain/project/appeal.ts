import type { Cycle } from "../cycle/cycle.ts";
import { dayOf, endOfDay, type Instant, plusWorkingDays } from "../time.ts";

/** Until when, exclusive, a decision that is published now can be appealed: working days from the day after. */
export const appealUntil = ({ ruleSet }: Pick<Cycle, "ruleSet">, decidedAt: Instant): Instant =>
  endOfDay(plusWorkingDays(dayOf(decidedAt), ruleSet.appeals.workingDays));
