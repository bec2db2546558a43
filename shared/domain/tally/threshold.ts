import type { Contender } from "./contender.ts";
import type { Support, Threshold } from "./rule.ts";

/** What a project had of what it needed; `needed` is the smallest whole number that passes. */
export interface Shortage {
  readonly on: Support;
  readonly needed: number;
  readonly missing: number;
}

/** What a share of something is a share of. */
interface Whole {
  /** Valid ballots of the contest. */
  readonly ballots: number;
  readonly budgetGrosze: number;
}

/** How far a project is below the threshold, or null when it may be funded. */
export const supportMissing = (
  threshold: Threshold | null,
  contender: Contender,
  whole: Whole,
): Shortage | null => {
  if (threshold === null) return null;
  const { on, needed } = requirement(threshold, contender, whole);
  const had = on === "points" ? contender.score : contender.votes;
  return had >= needed ? null : { on, needed, missing: needed - had };
};

const requirement = (
  threshold: Threshold,
  { project }: Contender,
  { ballots, budgetGrosze }: Whole,
): Pick<Shortage, "on" | "needed"> => {
  switch (threshold.kind) {
    case "points":
    case "votes":
      return { on: threshold.kind, needed: threshold.minimum + (threshold.inclusive ? 0 : 1) };
    case "share-of-ballots": {
      const of = BigInt(threshold.basisPoints) * BigInt(ballots);
      const needed = threshold.inclusive ? quotientUp(of, 10_000n) : Number(of / 10_000n) + 1;
      return { on: threshold.on, needed };
    }
    case "share-of-cost": {
      const pools = BigInt(threshold.divisor) * BigInt(budgetGrosze);
      const share = BigInt(project.costGrosze) * BigInt(ballots);
      // An empty pool is no whole: not even everybody's support is enough for what costs something.
      const needed = pools > 0n ? quotientUp(share, pools) : share > 0n ? ballots + 1 : 0;
      return { on: "votes", needed };
    }
  }
};

const quotientUp = (number: bigint, by: bigint): number => Number((number + by - 1n) / by);
