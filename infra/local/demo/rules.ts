import { cityNamed } from "../../../shared/cities/cities.ts";
import { editionLabel, editionNumber } from "../../../shared/domain/project/edition-numbering.ts";
import type { RuleSet } from "../../../shared/domain/rule-set.ts";
import { KATOWICE } from "../../../shared/rulesets/katowice.ts";
import type { PoolParameters } from "../../generator/parameters.ts";

/** Whose the demo is: a start for another city has no demo. */
export const DEMO_CITY = "katowice";

const latest = (): RuleSet => {
  const rules = KATOWICE.at(-1);
  if (!rules) throw new Error("no rule set for the demo");
  return rules;
};

/** The city's own rules for the edition that is voted in a year: the latest that are known. */
export const rulesOf = (voteYear: number): RuleSet => {
  const { editions } = cityNamed(DEMO_CITY);
  const numeral = editionLabel(editions, voteYear);
  return {
    ...latest(),
    name: `katowice-${numeral.toLowerCase()}`,
    edition: { numeral, number: editionNumber(editions, voteYear), voteYear },
  };
};

/** A smaller, made-up budget of the same city: its edition is numbered by itself, and a handful of voters is enough. */
export const smallRules = (name: string, numeral: string, voteYear: number): RuleSet => ({
  ...latest(),
  name: `${name}-${numeral.toLowerCase()}`,
  edition: { numeral, voteYear },
  sources: [],
  supporters: { citywide: { kind: "fixed", number: 15 }, district: { kind: "fixed", number: 5 } },
  thresholds: { citywide: null, district: { kind: "points", minimum: 10, inclusive: true } },
});

/** The money of an edition as the office enters it. */
export const poolsOf = (pools: readonly PoolParameters[]) =>
  pools.map(({ pool, amountZloty }) => ({ id: pool, amountGrosze: amountZloty * 100 }));
