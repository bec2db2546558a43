import { z } from "zod";

/** How many residents must support a proposal. */
export const SupporterRule = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("fixed"), number: z.int().min(0) }),
  z.strictObject({ kind: z.literal("per-thousand-residents"), number: z.int().min(1) }),
]);
export type SupporterRule = z.infer<typeof SupporterRule>;

/**
 * The number for one pool, rounded down. Where residents are not known none is asked for: art. 5a(7) of the Act on
 * municipal government allows at most 0.1 % of the residents of the pool's area.
 */
export const supportersNeeded = (rule: SupporterRule, residents: number | null): number =>
  rule.kind === "fixed" ? rule.number : Math.floor(((residents ?? 0) * rule.number) / 1000);
