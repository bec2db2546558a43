import type { Completion, Fill } from "../domain/tally/rule.ts";
import type { Candidate } from "./candidate.ts";
import { betterLiked } from "./comparison.ts";
import type { Outcome } from "./contest.ts";
import { type Count, costOf, type Spending } from "./count.ts";
import { equalShares, type Shares, type Support, supportOf } from "./equal-shares.ts";
import { type Fraction, fraction } from "./fraction.ts";
import { greedy } from "./greedy.ts";
import { isShutOut } from "./groups.ts";
import { type Voters, votersOf } from "./voters.ts";

type SharesFill = Extract<Fill, { readonly kind: "equal-shares" }>;
type AddOne = Extract<Completion, { readonly kind: "add1" }>;

interface Electorate {
  readonly voters: readonly Voters[];
  readonly support: Support;
}

/** Equal Shares as a rule describes it: its shares, its completion, its comparison. */
export const sharesWithCompletion = (count: Count, fill: SharesFill): Spending => {
  const takingPart = count.byTies.flatMap(({ members }) => members);
  const voters = votersOf(count.ballots);
  const electorate = { voters, support: supportOf(takingPart, voters, fill.utility) };
  const own = completed(count, fill, electorate);
  const rival = fill.comparison ? greedy(count, { kind: "skip" }) : null;
  const givesWay =
    rival && fill.comparison
      ? betterLiked(voters, { shares: own.funded, greedy: rival.funded, by: fill.comparison }) === "greedy"
      : false;
  const undecided = own.undecided || (rival?.undecided ?? false);
  if (rival && givesWay) return { ...rival, undecided };
  const { funded } = own;
  const winners = new Set(funded);
  const outcome = (candidate: Candidate): Outcome => {
    if (winners.has(candidate)) return "funded";
    return isShutOut(count.groups, candidate, winners) ? "excluded" : "did-not-fit";
  };
  return {
    funded,
    outcomes: new Map(takingPart.map((candidate) => [candidate, outcome(candidate)])),
    toppedUp: null,
    undecided,
  };
};

/** A voter's share of the pool, in grosze. Nobody has one where no ballot was cast. */
const firstShare = ({ pool, ballotsCast }: Count, { share }: SharesFill): Fraction => {
  if (ballotsCast === 0n) return fraction(0n, 1n);
  if (share === "exact") return fraction(pool, ballotsCast);
  const unit = BigInt(share.unitGrosze);
  return fraction((pool / (ballotsCast * unit)) * unit, 1n);
};

const completed = (count: Count, fill: SharesFill, electorate: Electorate): Shares => {
  const share = firstShare(count, fill);
  const { completion } = fill;
  const shares =
    completion.kind === "add1"
      ? raised(count, { completion, electorate, share })
      : equalShares(count, electorate, share);
  const thenGreedy = completion.kind === "greedy" || (completion.kind === "add1" && completion.thenGreedy);
  if (!thenGreedy) return shares;
  const rest = greedy(count, { kind: "skip" }, shares.funded);
  return { funded: rest.funded, undecided: shares.undecided || rest.undecided };
};

/** Add1: the share grows by the unit up to the last outcome before one that costs more than the pool. */
const raised = (
  count: Count,
  { completion, electorate, share }: { completion: AddOne; electorate: Electorate; share: Fraction },
): Shares => {
  let { top } = share;
  let before: Shares = { funded: [], undecided: false };
  for (;;) {
    const outcome = equalShares(count, electorate, fraction(top, share.bottom));
    if (costOf(outcome.funded) > count.pool) return before;
    before = outcome;
    const { funded } = outcome;
    if (isFinal(count, { completion, support: electorate.support, funded })) return before;
    top += BigInt(completion.unitGrosze) * share.bottom;
  }
};

/** Whether nothing more can be funded: by any share, or, where the rule says so, by what is left of the pool. */
const isFinal = (
  { pool, groups }: Count,
  outcome: { completion: AddOne; support: Support; funded: readonly Candidate[] },
): boolean => {
  const funded = new Set(outcome.funded);
  const open = [...outcome.support].filter(
    ([candidate]) => !funded.has(candidate) && !isShutOut(groups, candidate, funded),
  );
  if (open.every(([, supporters]) => supporters.length === 0)) return true;
  const left = pool - costOf(funded);
  return outcome.completion.stopsWhenExhaustive && open.every(([{ cost }]) => cost > left);
};
