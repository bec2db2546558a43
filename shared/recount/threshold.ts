import type { Threshold } from "../domain/tally/rule.ts";
import type { Candidate } from "./candidate.ts";

interface Scale {
  readonly ballots: bigint;
  /** In grosze. */
  readonly pool: bigint;
}

/** Whether a project has less support than the rule asks for. Ratios are compared by multiplying crosswise. */
export const isBelowMinimum = (
  threshold: Threshold | null,
  candidate: Candidate,
  { ballots, pool }: Scale,
): boolean => {
  if (!threshold) return false;
  if (threshold.kind === "share-of-cost")
    return candidate.votes * BigInt(threshold.divisor) * pool < candidate.cost * ballots;
  if (threshold.kind === "share-of-ballots") {
    const support = candidate[threshold.on] * 10_000n;
    return falls(support, BigInt(threshold.basisPoints) * ballots, threshold.inclusive);
  }
  return falls(candidate[threshold.kind], BigInt(threshold.minimum), threshold.inclusive);
};

const falls = (support: bigint, minimum: bigint, inclusive: boolean): boolean =>
  inclusive ? support < minimum : support <= minimum;
