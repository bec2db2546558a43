import type { Election } from "./election.ts";
import { groupsOf } from "./groups.ts";
import { type LotWinners, lotWinners } from "./lines.ts";
import type { SettledLevel } from "./queue.ts";
import type { CountingRule, GreedyFill } from "./rule.ts";
import { type Start, spend, type Turn } from "./spend.ts";
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
  const turns = spend(queue, fill, { start, groups });
  const deciding = { fill, groups, turns, before: start.funded };
  return {
    turns,
    ties: queue.map((level) => tieOf(level, rule, deciding)).filter((tie) => tie !== null),
    lots: lotWinners(queue, deciding),
    undecided: undecidedIn(queue, deciding),
    trace: traceOf(turns, fill, start.balanceGrosze),
  };
};
