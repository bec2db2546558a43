import type { Contender } from "./contender.ts";
import { type Deciding, orderDecides, startOf } from "./decides.ts";
import type { Line } from "./line.ts";
import { purseOf } from "./purse.ts";
import type { SettledLevel } from "./queue.ts";
import { wholeGrosze } from "./share-facts.ts";
import type { Turn } from "./spend.ts";
import type { Tie } from "./tie.ts";

/** For each project that a lot kept out: those that it put before it. */
export type LotWinners = ReadonlyMap<string, readonly string[]>;

/** A line for every project, in the order of turns. */
export const linesOf = (turns: readonly Turn[], ties: readonly Tie[], lots: LotWinners): Line[] => {
  const tieNumbers = new Map(ties.flatMap(({ projects }, tie) => projects.map((id) => [id, tie])));
  const winners = funded(turns);
  const ended = turns.find(({ move, part }) => part === null && (move === "misfit" || move === "top-up"));
  const stoppedAt = ended?.contender.project.id ?? "";
  let passed = 0;
  return turns.map((turn, place) => {
    if (turn.move === "fund") passed += 1;
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
    return { ...seen, ...fate(turn, { winners, passed, stoppedAt, wonBy: lots.get(project.id) }) };
  });
};

type Seen = Omit<Extract<Line, { outcome: "funded" }>, "outcome" | "shares">;
type Fate<L = Line> = L extends Line ? Omit<L, keyof Seen> : never;

const fate = (
  { contender, move, beforeGrosze, full, part: stop, aside, shares }: Turn,
  around: {
    /** All that are funded, and how many of them came before. */
    readonly winners: readonly string[];
    readonly passed: number;
    readonly stoppedAt: string;
    readonly wonBy: readonly string[] | undefined;
  },
): Fate => {
  const { project } = contender;
  if (move === "fund") return { outcome: "funded", shares };
  if (project.excluded) {
    const { why, reason, legalBasis = null } = project.excluded;
    return why === "withdrawn"
      ? { outcome: why, reason, legalBasis }
      : { outcome: why, reason, legalBasis, by: [] };
  }
  if (aside?.shortage) return { outcome: "below-minimum", ...aside.shortage };
  const out = full ?? aside?.group;
  if (out) {
    const { reason, legalBasis = null } = out.group;
    return { outcome: "excluded", reason, legalBasis, by: [...out.by] };
  }
  const part = stop ? { part: { name: stop.name, leftGrosze: stop.leftGrosze } } : {};
  const held = stop
    ? stop.leftGrosze
    : shares?.kind === "held"
      ? wholeGrosze(shares.heldGrosze, "down")
      : beforeGrosze;
  const shortfallGrosze = Math.max(0, project.costGrosze - held);
  if (around.wonBy && move !== "top-up")
    return { outcome: "lost-lot", shortfallGrosze, wonBy: [...around.wonBy] };
  if (move === "misfit" || move === "top-up") {
    const fundedLater = around.winners.slice(around.passed);
    return {
      outcome: "did-not-fit",
      shortfallGrosze,
      fundedLater,
      toppedUp: move === "top-up",
      shares,
      ...part,
    };
  }
  return { outcome: "not-reached", stoppedAt: stop?.endedBy ?? around.stoppedAt, ...part };
};

/** For each project that would have been funded had the lot put it first: those that the lot put before it. */
export const lotWinners = (queue: readonly SettledLevel[], deciding: Deciding): LotWinners => {
  const { turns } = deciding;
  const turnOf = (contender: Contender) => turns.find((turn) => turn.contender === contender) as Turn;
  const winners = new Map<string, string[]>();
  for (const { order, lot } of queue.flatMap(({ runs }) => runs)) {
    const [first] = order;
    if (!first || !lot || lot.kind === "undecided" || !orderDecides(order, deciding)) continue;
    const start = startOf(order, deciding);
    const atFirst = start && purseOf(deciding, start);
    order.forEach((contender, place) => {
      const before = order.slice(0, place);
      if (atFirst?.look(contender).move === "fund")
        winners.set(contender.project.id, funded(before.map(turnOf)));
    });
  }
  return winners;
};

const funded = (turns: readonly Turn[]): string[] =>
  turns.filter(({ move }) => move === "fund").map(({ contender }) => contender.project.id);
