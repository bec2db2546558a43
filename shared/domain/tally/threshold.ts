import type { Contender } from "./contender.ts";
import type { Threshold } from "./rule.ts";

/** What a project had of what it needed; `needed` is the smallest number that passes. */
export interface Support {
  readonly on: Threshold["kind"];
  readonly needed: number;
  readonly missing: number;
}

/** How far a project is below the threshold, or null when it may be funded. */
export const supportMissing = (threshold: Threshold | null, contender: Contender): Support | null => {
  if (threshold === null) return null;
  const had = threshold.kind === "points" ? contender.score : contender.votes;
  const needed = threshold.inclusive ? threshold.minimum : threshold.minimum + 1;
  return had >= needed ? null : { on: threshold.kind, needed, missing: needed - had };
};
