import { type Bought, contestOf, type Prepared, settledBy, turnsOf } from "./by-shares.ts";
import { compare } from "./comparison.ts";
import type { Contender } from "./contender.ts";
import { type Count, greedy } from "./greedy.ts";
import { queueWithout } from "./queue.ts";
import type { Completion, CountingRule, Fill } from "./rule.ts";
import { exactText, type ShareFacts } from "./share-facts.ts";
import { equalShares as buyByShares, type EqualSharesOutcome } from "./shares/equal-shares.ts";
import type { Turn } from "./spend.ts";

type EqualShares = Extract<Fill, { kind: "equal-shares" }>;

/** The Method of Equal Shares, with its completion and its comparison. */
export const equalShares = (prepared: Prepared, rule: CountingRule, fill: EqualShares): Count => {
  const { election, queue } = prepared;
  const contest = contestOf(prepared);
  const outcome = buyByShares(contest, {
    utility: fill.utility,
    share: fill.share,
    addOne: fill.completion.kind === "add1" ? fill.completion : null,
  });
  const bought = boughtIn(outcome, prepared);
  const completion = completes(fill.completion) ? completionOf(prepared, rule, bought) : null;
  const turns = turnsOf(prepared, [...bought, ...(completion?.bought ?? [])], heldIn(outcome, prepared));
  const settled = settledBy(levelsIn(outcome, prepared), prepared);
  const rival = fill.comparison ? greedy(election, rule, { queue, fill: { kind: "skip" } }) : null;
  const compared = rival && fill.comparison ? compare(election, { turns, rival, by: fill.comparison }) : null;
  const undecided = [...settled.undecided, ...(completion?.undecided ?? []), ...(rival?.undecided ?? [])];
  const ofProject = ({ contender: { project } }: Bought) => ({
    id: project.id,
    costGrosze: project.costGrosze,
  });
  const own: Count = {
    turns,
    ties: settled.ties,
    lots: new Map(),
    undecided,
    trace: {
      kind: "equal-shares",
      budgetGrosze: election.budgetGrosze,
      voters: contest.voters,
      shareGrosze: exactText(outcome.share),
      runs: outcome.runs,
      tooDear: outcome.tooDear && {
        shareGrosze: exactText(outcome.tooDear.share),
        costGrosze: outcome.tooDear.costGrosze,
      },
      purchases: bought.map((one) => ({ ...ofProject(one), facts: one.facts })),
      completed: completion?.bought.map(ofProject) ?? [],
      comparison: compared && rival && { ...compared, greedy: rival.trace },
    },
  };
  return rival && compared && !compared.kept ? { ...rival, undecided, trace: own.trace } : own;
};

const completes = (completion: Completion): boolean =>
  completion.kind === "greedy" || (completion.kind === "add1" && completion.thenGreedy);

const boughtIn = ({ purchases }: EqualSharesOutcome, { at }: Prepared): Bought[] =>
  purchases.map(({ project, price, payments }, round) => ({
    contender: at(project),
    facts: {
      kind: "bought",
      round: round + 1,
      price: exactText(price),
      full: payments.full,
      fullGrosze: exactText(payments.fullGrosze),
      rest: payments.rest,
      restGrosze: exactText(payments.restGrosze),
      nothing: payments.nothing,
    },
  }));

/** What the rest of the pool buys in order, beside what shares have bought. */
const completionOf = ({ election, queue }: Prepared, rule: CountingRule, bought: readonly Bought[]) => {
  const funded = bought.map(({ contender }) => contender);
  const spent = funded.reduce((sum, { project }) => sum + project.costGrosze, 0);
  const { turns, undecided } = greedy(election, rule, {
    queue: queueWithout(queue, new Set(funded)),
    fill: { kind: "skip" },
    start: { balanceGrosze: election.budgetGrosze - spent, funded },
  });
  const isFunded = ({ move }: Turn): boolean => move === "fund";
  const completed: Bought[] = turns
    .filter(isFunded)
    .map(({ contender }) => ({ contender, facts: { kind: "completed" } }));
  return { bought: completed, undecided };
};

const heldIn = ({ unfunded }: EqualSharesOutcome, { at }: Prepared) => {
  const held = new Map(unfunded.map(({ project, heldGrosze }) => [at(project), exactText(heldGrosze)]));
  return (contender: Contender) => {
    const shares: ShareFacts = { kind: "held", heldGrosze: held.get(contender) ?? "0" };
    return { move: "misfit" as const, shares, hadTurn: false };
  };
};

const levelsIn = ({ purchases }: EqualSharesOutcome, { at }: Prepared) =>
  purchases.map(({ project, tiedWith }) => ({ first: at(project), others: tiedWith.map(at) }));
