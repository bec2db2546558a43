import { z } from "zod";
import type { CountingRule } from "../domain/tally/rule.ts";
import { NAMED_RULES } from "./named-rules.ts";

/** Rules under which the same ballots may be looked at beside the binding one. */
export const WhatIfRule = z.enum([
  "greedy",
  "greedy-no-skip",
  "greedy-votes",
  "greedy-points-per-cost",
  "equalshares/add1-exhaustive",
  "equalshares-points/add1",
  "phragmen-skip",
]);
export type WhatIfRule = z.infer<typeof WhatIfRule>;

/** Another way of ordering and spending; the minimum and the tie keys stay the binding ones. */
export const underRule = (binding: CountingRule, name: WhatIfRule): CountingRule => {
  const other = NAMED_RULES.get(name);
  if (!other) throw new Error(`no rule is called ${name}`);
  return { ...binding, order: other.order, fill: other.fill };
};

const spelled = ({ order, fill }: Pick<CountingRule, "order" | "fill">): string =>
  JSON.stringify({ order, fill });

/** Those that are another rule than the binding one. */
export const otherRules = (binding: CountingRule): WhatIfRule[] =>
  WhatIfRule.options.filter((name) => spelled(underRule(binding, name)) !== spelled(binding));
