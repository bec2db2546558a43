import type { Line } from "./line.ts";
import type { SettledLevel } from "./queue.ts";
import type { CountingRule } from "./rule.ts";
import type { Turn } from "./spend.ts";
import { supportMissing } from "./threshold.ts";
import { orderDecides, type Tie, type TurnOf } from "./tie.ts";

/** A line for every project, in the order of turns. */
export const linesOf = (
  turns: readonly Turn[],
  rule: CountingRule,
  facts: { readonly queue: readonly SettledLevel[]; readonly ties: readonly Tie[]; readonly turnOf: TurnOf },
): Line[] => {
  const tieNumbers = new Map(facts.ties.flatMap(({ projects }, tie) => projects.map((id) => [id, tie])));
  const lots = lotWinners(facts.queue, rule, facts.turnOf);
  return turns.map((turn, place) => {
    const { project, score, votes } = turn.contender;
    const seen: Seen = {
      id: project.id,
      score,
      votes,
      costGrosze: project.costGrosze,
      rank: place + 1,
      balanceBeforeGrosze: turn.beforeGrosze,
      balanceAfterGrosze: turn.afterGrosze,
      tie: tieNumbers.get(project.id) ?? null,
    };
    return { ...seen, ...fate(turn, rule, { turns, place, wonBy: lots.get(project.id) }) };
  });
};

type Seen = Omit<Extract<Line, { outcome: "funded" }>, "outcome">;
type Fate<L = Line> = L extends Line ? Omit<L, keyof Seen> : never;

const fate = (
  { contender, move, beforeGrosze }: Turn,
  { threshold }: CountingRule,
  around: { readonly turns: readonly Turn[]; readonly place: number; readonly wonBy: string[] | undefined },
): Fate => {
  const { project } = contender;
  if (move === "fund") return { outcome: "funded" };
  if (project.excluded) {
    const { why, reason, legalBasis = null } = project.excluded;
    return { outcome: why, reason, legalBasis };
  }
  const support = supportMissing(threshold, contender);
  if (support) return { outcome: "below-minimum", ...support };
  const shortfallGrosze = Math.max(0, project.costGrosze - beforeGrosze);
  if (around.wonBy) return { outcome: "lost-lot", shortfallGrosze, wonBy: around.wonBy };
  if (move === "misfit") {
    const fundedLater = funded(around.turns.slice(around.place + 1));
    return { outcome: "did-not-fit", shortfallGrosze, fundedLater };
  }
  const stoppedAt = around.turns.find((turn) => turn.move === "misfit");
  return { outcome: "not-reached", stoppedAt: stoppedAt?.contender.project.id ?? "" };
};

/** For each project that would have been funded had the lot put it first: those that the lot put before it. */
const lotWinners = (queue: readonly SettledLevel[], { fill }: CountingRule, turnOf: TurnOf) => {
  const winners = new Map<string, string[]>();
  for (const { order, lot } of queue.flatMap(({ runs }) => runs)) {
    const [first] = order;
    if (!first || !lot || lot.kind === "undecided" || !orderDecides(order, fill, turnOf)) continue;
    order.forEach(({ project }, place) => {
      const before = order.slice(0, place);
      if (project.costGrosze <= turnOf(first).beforeGrosze)
        winners.set(project.id, funded(before.map(turnOf)));
    });
  }
  return winners;
};

const funded = (turns: readonly Turn[]): string[] =>
  turns.filter(({ move }) => move === "fund").map(({ contender }) => contender.project.id);
