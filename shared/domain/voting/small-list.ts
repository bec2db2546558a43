import { type Cycle, eligibleOf } from "../cycle/cycle.ts";
import { districtsOfPool } from "../rule-set.ts";

/** Among fewer ballots than these, the points of a list may tell what one person chose. */
const FEWEST_BALLOTS = 5;

/** Of a hundred people on the roll. The lowest of a district of Katowice was 3.16 (Śródmieście, edition II). */
const LOWEST_TURNOUT = 2.5;

/**
 * Whether a list may have so few ballots that its points, which are published in full since a recount needs them, tell what somebody chose.
 * It is known by the roll before the vote, and said while there is a choice.
 */
export const isSmallList = ({ roll, ruleSet }: Pick<Cycle, "roll" | "ruleSet">, pool: string): boolean => {
  const eligible = eligibleOf(roll);
  const people = districtsOfPool(ruleSet, pool).reduce((sum, district) => sum + (eligible[district] ?? 0), 0);
  return (people * LOWEST_TURNOUT) / 100 < FEWEST_BALLOTS;
};
