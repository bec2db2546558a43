import type { CountingRule } from "../domain/tally/rule.ts";
import type { Candidate } from "./candidate.ts";
import type { Outcome, PlainBallot, PlainGroup } from "./contest.ts";
import type { Run } from "./lot.ts";

/** What every method of spending starts from: the projects that take part, in order, and the money. */
export interface Count {
  readonly rule: CountingRule;
  /** In grosze. */
  readonly pool: bigint;
  readonly ballotsCast: bigint;
  readonly ballots: Iterable<PlainBallot>;
  readonly groups: readonly PlainGroup[];
  /** Runs in the order of the rule, then of its ties. */
  readonly inOrder: readonly Run[];
  /** Runs in the order of the rule's ties alone. */
  readonly byTies: readonly Run[];
}

/** What a method of spending came to, for the projects that take part. */
export interface Spending {
  /** In the order of funding. */
  readonly funded: readonly Candidate[];
  readonly outcomes: ReadonlyMap<Candidate, Outcome>;
  readonly toppedUp: Candidate | null;
  readonly undecided: boolean;
}

/** What projects cost together, in grosze. */
export const costOf = (candidates: Iterable<Candidate>): bigint => {
  let sum = 0n;
  for (const { cost } of candidates) sum += cost;
  return sum;
};
