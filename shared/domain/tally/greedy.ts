import type { Contender } from "./contender.ts";
import { type Deciding, orderDecides } from "./decides.ts";
import type { Election } from "./election.ts";
import { groupsOf } from "./groups.ts";
import { type LotWinners, lotWinners } from "./lines.ts";
import type { Start } from "./purse.ts";
import { queueWithout, type SettledLevel } from "./queue.ts";
import type { CountingRule, GreedyFill } from "./rule.ts";
import { spend, type Turn } from "./spend.ts";
import { type Tie, tieOf } from "./tie.ts";
import { type GreedyTrace, type Trace, traceOf } from "./trace.ts";
import { type UndecidedTie, undecidedIn } from "./undecided.ts";

/** What every method brings: each project's turn, and what settled the order of those that were level. */
export interface Count {
  readonly turns: readonly Turn[];
  readonly ties: readonly Tie[];
  readonly lots: LotWinners;
  readonly undecided: readonly UndecidedTie[];
  readonly trace: Trace;
}

/** Down the order once, with the money of the pool, or with what an earlier part of the count left of it. */
export const greedy = (
  election: Election,
  rule: CountingRule,
  {
    queue,
    fill,
    start = { balanceGrosze: election.budgetGrosze, funded: [] },
  }: { readonly queue: readonly SettledLevel[]; readonly fill: GreedyFill; readonly start?: Start },
): Count & { readonly trace: GreedyTrace } => {
  const groups = groupsOf(election);
  const { parts } = election;
  const own = spend(queue, { fill, groups, parts }, start);
  const deciding: Deciding = { fill, groups, parts, turns: own, before: start.funded };
  const later = parts?.leftover === "spent" ? leftoverOf(queue, deciding, own) : null;
  const decides = (order: readonly Contender[]): boolean =>
    orderDecides(order, deciding) ||
    (later !== null && orderDecides(order.filter(later.isOpen), later.deciding));
  return {
    turns: later ? [...own.filter(isFunded), ...later.deciding.turns] : own,
    ties: queue.map((level) => tieOf(level, rule, decides)).filter((tie) => tie !== null),
    lots: lotWinners(queue, deciding),
    undecided: undecidedIn(queue, deciding),
    trace: traceOf(own, { fill, budgetGrosze: start.balanceGrosze, parts, leftover: later?.deciding.turns }),
  };
};

const isFunded = ({ move }: Turn): boolean => move === "fund";

/** Down the order again, with what all parts left and for whatever fits in it. */
const leftoverOf = (queue: readonly SettledLevel[], { groups, before }: Deciding, own: readonly Turn[]) => {
  const bought = own.filter(isFunded).map(({ contender }) => contender);
  const spending = { fill: { kind: "skip" as const }, groups };
  const start = { balanceGrosze: own.at(-1)?.afterGrosze ?? 0, funded: [...before, ...bought] };
  const funded = new Set(bought);
  const turns = spend(queueWithout(queue, funded), spending, start);
  const isOpen = (contender: Contender): boolean => !funded.has(contender);
  const deciding: Deciding = { ...spending, turns, before: start.funded };
  return { deciding, isOpen };
};
