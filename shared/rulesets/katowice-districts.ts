import { cityNamed } from "../cities/cities.ts";
import type { RuleSetPool } from "../domain/rule-set.ts";

/** The citywide pool, and one for each of the 22 auxiliary units in the city's own numbering, unchanged since the first edition of 2014. */
export const KATOWICE_POOLS: RuleSetPool[] = [
  { id: "M", kind: "citywide", name: { pl: "Ogólnomiejskie", en: "Citywide", uk: "Загальноміські" } },
  ...cityNamed("katowice").districts.map(
    ({ id, name }): RuleSetPool => ({ id, kind: "district", name: { pl: name, en: name } }),
  ),
];
