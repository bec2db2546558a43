import type { Fill } from "../domain/tally/rule.ts";
import type { Candidate } from "./candidate.ts";
import type { Outcome, PlainGroup } from "./contest.ts";
import { type Count, costOf, type Spending } from "./count.ts";
import { isShutOut } from "./groups.ts";
import type { Run } from "./lot.ts";

type GreedyFill = Extract<Fill, { readonly kind: "skip" | "stop" | "stop-with-top-up" }>;

/** Where a purchase begins: what is left of the pool, in grosze, and what it has funded so far. */
interface Start {
  readonly left: bigint;
  readonly funded: readonly Candidate[];
  readonly groups: readonly PlainGroup[];
  readonly fill: GreedyFill;
}

interface Purchase {
  readonly bought: readonly Candidate[];
  readonly outcomes: ReadonlyMap<Candidate, Outcome>;
  /** The project that did not fit and ended the count. */
  readonly endedBy: Candidate | null;
  readonly toppedUp: Candidate | null;
}

/** Buys projects one by one in the order given. */
const buy = (candidates: readonly Candidate[], { left, funded, groups, fill }: Start): Purchase => {
  const bought: Candidate[] = [];
  const all = new Set(funded);
  const outcomes = new Map<Candidate, Outcome>();
  let rest = left;
  let endedBy: Candidate | null = null;
  for (const candidate of candidates) {
    if (endedBy) {
      outcomes.set(candidate, "not-reached");
    } else if (isShutOut(groups, candidate, all)) {
      outcomes.set(candidate, "excluded");
    } else if (candidate.cost <= rest) {
      outcomes.set(candidate, "funded");
      bought.push(candidate);
      all.add(candidate);
      rest -= candidate.cost;
    } else {
      outcomes.set(candidate, "did-not-fit");
      if (fill.kind !== "skip") endedBy = candidate;
    }
  }
  const toppedUp =
    endedBy && fill.kind === "stop-with-top-up" && rest * 100n >= BigInt(fill.percent) * endedBy.cost
      ? endedBy
      : null;
  return { bought, outcomes, endedBy, toppedUp };
};

/**
 * Whether another order of a run would do other projects. If any would, then also one that puts a single member first:
 * one that was affordable and not funded, or one that ends the count.
 */
const orderMatters = ({ members }: Run, start: Start): boolean => {
  const actual = doneBy(buy(members, start));
  return members.some((first) => {
    const others = members.filter((member) => member !== first);
    return doneBy(buy([first, ...others], start)) !== actual;
  });
};

/** What a purchase does, as a text that is the same for the same projects. */
const doneBy = ({ bought, toppedUp }: Purchase): string =>
  JSON.stringify([bought.map(({ id }) => id).sort(), toppedUp?.id ?? null]);

/** Spends what is left of the pool after `earlier` on the other projects, in the order of the rule. */
export const greedy = (
  { pool, groups, inOrder }: Count,
  fill: GreedyFill,
  earlier: readonly Candidate[] = [],
): Spending => {
  const funded = [...earlier];
  const outcomes = new Map<Candidate, Outcome>();
  let toppedUp: Candidate | null = null;
  let undecided = false;
  let ended = false;
  for (const { members, lot } of inOrder) {
    const run: Run = { members: members.filter((member) => !earlier.includes(member)), lot };
    if (ended) {
      for (const member of run.members) outcomes.set(member, "not-reached");
      continue;
    }
    const start: Start = { left: pool - costOf(funded), funded, groups, fill };
    const purchase = buy(run.members, start);
    const byLot = lot !== "single" && orderMatters(run, start);
    for (const [member, outcome] of purchase.outcomes) {
      const lost = byLot && lot !== "undecided" && member.cost <= start.left && member !== purchase.toppedUp;
      const unfunded = outcome === "did-not-fit" || outcome === "not-reached";
      outcomes.set(member, lost && unfunded ? "lost-lot" : outcome);
    }
    if (byLot && lot === "undecided") undecided = true;
    funded.push(...purchase.bought);
    toppedUp = purchase.toppedUp;
    ended = purchase.endedBy !== null;
  }
  return { funded, outcomes, toppedUp, undecided };
};
