import { z } from "zod";

/** How many residents must support a proposal. */
export const SupporterRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fixed"), number: z.int().min(0) }),
  z.strictObject({ kind: z.literal("per-thousand-residents"), number: z.int().min(1) }),
]);
export type SupporterRule = z.infer<typeof SupporterRule>;

/**
 * The number for one pool, rounded down: art. 5a(7) of the Act on municipal government allows at most 0.1 % of the residents of the pool's
 * area. Null where it goes by residents and they are not known.
 */
export const supportersNeeded = (rule: SupporterRule, residents: number | null): number | null => {
  if (rule.kind === "fixed") return rule.number;
  return residents === null ? null : Math.floor((residents * rule.number) / 1000);
};
