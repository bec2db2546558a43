import type { RuleSet } from "../domain/rule-set.ts";
import { KATOWICE } from "./katowice.ts";

/** The shipped rule sets by name. */
export const RULE_SETS: ReadonlyMap<string, RuleSet> = new Map(
  KATOWICE.map((ruleSet) => [ruleSet.name, ruleSet]),
);

/** The rule set under which a city voted in a year; none when it is not shipped. */
export const ruleSetOf = (vote: {
  readonly country: string;
  readonly city: string;
  readonly year: number;
}): RuleSet | undefined =>
  [...RULE_SETS.values()].find(
    ({ city, edition }) =>
      city.country === vote.country && city.name === vote.city && edition.voteYear === vote.year,
  );
