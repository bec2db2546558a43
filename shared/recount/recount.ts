import { ballotsCast, type Candidate, candidatesOf } from "./candidate.ts";
import type { Outcome, PlainContest, Recount } from "./contest.ts";
import { type Count, costOf, type Spending } from "./count.ts";
import { greedy } from "./greedy.ts";
import { exclusionsOf } from "./groups.ts";
import { runsOf } from "./order.ts";
import { phragmen } from "./phragmen.ts";
import { sharesWithCompletion } from "./shares-with-completion.ts";
import { isBelowMinimum } from "./threshold.ts";

/** Counts a contest a second time, by the definitions of docs/counting.md alone. */
export const recount = (contest: PlainContest): Recount => {
  const { rule, groups = [], ties: chance = {} } = contest;
  const [ballots, pool] = [ballotsCast(contest), BigInt(contest.budgetGrosze)];
  const candidates = candidatesOf(contest);
  const outcomes = new Map<Candidate, Outcome>();
  const notSetAside = (): Candidate[] => candidates.filter((candidate) => !outcomes.has(candidate));

  for (const candidate of candidates) {
    if (candidate.excluded) outcomes.set(candidate, candidate.excluded);
    else if (isBelowMinimum(rule.threshold, candidate, { ballots, pool }))
      outcomes.set(candidate, "below-minimum");
  }
  const keys = { order: rule.order, ties: rule.ties, chance };
  const bestWins = exclusionsOf(groups, runsOf(notSetAside(), keys));
  for (const candidate of bestWins.excluded) outcomes.set(candidate, "excluded");

  const spending = spend({
    rule,
    pool,
    groups,
    ballotsCast: ballots,
    ballots: contest.ballots,
    inOrder: runsOf(notSetAside(), keys),
    byTies: runsOf(notSetAside(), { ...keys, order: null }),
  });
  for (const [candidate, outcome] of spending.outcomes) outcomes.set(candidate, outcome);
  return {
    selected: spending.funded.map(({ id }) => id),
    costGrosze: Number(costOf(spending.funded)),
    outcomes: Object.fromEntries([...outcomes].map(([{ id }, outcome]) => [id, outcome])),
    toppedUp: spending.toppedUp?.id ?? null,
    undecided: bestWins.undecided || spending.undecided,
  };
};

const spend = (count: Count): Spending => {
  const { fill } = count.rule;
  if (fill.kind === "equal-shares") return sharesWithCompletion(count, fill);
  if (fill.kind === "phragmen") return phragmen(count, fill);
  return greedy(count, fill);
};
