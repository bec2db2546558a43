import { z } from "zod";
import type { Contender } from "./contender.ts";
import { orderOf, type SettledLevel } from "./queue.ts";
import { separatingKey } from "./ranking.ts";
import { type CountingRule, TieKey } from "./rule.ts";
import { LotSource } from "./ties/lot.ts";

/** Projects of one score, in the order in which their turn came, and what settled that order. */
export const Tie = z.strictObject({
  score: z.int(),
  projects: z.array(z.string()),
  /** The keys that told neighbours apart; for `lot`, `lots` says where its order came from. */
  settledBy: z.array(TieKey),
  lots: z.array(LotSource),
  /** Whether another order would have funded other projects. */
  decided: z.boolean(),
});
export type Tie = z.infer<typeof Tie>;

/** The record of a level in which two projects or more took part; null for others. */
export const tieOf = (
  level: SettledLevel,
  rule: CountingRule,
  decides: (order: readonly Contender[]) => boolean,
): Tie | null => {
  const order = orderOf(level);
  const [first] = order;
  if (!first || order.length < 2) return null;
  const lots = level.runs.flatMap(({ lot }) => (lot ? [lot] : []));
  const keys = new Set<TieKey>(lots.length > 0 ? ["lot"] : []);
  order.slice(1).forEach((contender, index) => {
    const key = separatingKey(order[index] ?? first, contender, rule.ties);
    if (key) keys.add(key);
  });
  return {
    score: first.score,
    projects: order.map(({ project }) => project.id),
    settledBy: rule.ties.filter((key) => keys.has(key)),
    lots,
    decided: decides(order),
  };
};
