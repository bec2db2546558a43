import { z } from "zod";
import { Grosze } from "../money.ts";
import { type Contender, contendersOf } from "./contender.ts";
import { tallyDigest } from "./digest.ts";
import { ballotCount, type Election } from "./election.ts";
import { Line } from "./line.ts";
import { linesOf } from "./lines.ts";
import { queueOf } from "./queue.ts";
import { CountingRule } from "./rule.ts";
import { spend, type Turn } from "./spend.ts";
import { Tie, tieOf } from "./tie.ts";
import type { TieInputs } from "./ties/lot.ts";
import { Trace, traceOf } from "./trace.ts";
import { UndecidedTie, undecidedIn } from "./undecided.ts";

/** The result of one contest, with everything needed to explain it and to do it again. */
export const Tally = z
  .strictObject({
    rule: CountingRule,
    ballots: z.int().min(0),
    budgetGrosze: Grosze,
    costGrosze: Grosze,
    leftGrosze: Grosze,
    /** Winners in the order in which the rule bought them. */
    selected: z.array(z.string()),
    lines: z.array(Line),
    ties: z.array(Tie),
    /** Ties that await a lot: while there are any, the result is provisional. */
    undecided: z.array(UndecidedTie),
    trace: Trace,
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: "Tally" });
export type Tally = z.infer<typeof Tally>;

/** Counts an election under a rule. Exact integers throughout; the same inputs give the same digest on every machine. */
export const tally = (election: Election, rule: CountingRule, tieInputs: TieInputs = {}): Tally => {
  const { budgetGrosze } = election;
  const { queue, turns, turnOf } = count(election, rule, tieInputs);
  const ties = queue.map((level) => tieOf(level, rule, turnOf)).filter((tie) => tie !== null);
  const lines = linesOf(turns, rule, { queue, ties, turnOf });
  const selected = lines.filter(({ outcome }) => outcome === "funded").map(({ id }) => id);
  const leftGrosze = turns.at(-1)?.afterGrosze ?? budgetGrosze;
  return {
    rule,
    ballots: ballotCount(election.ballots),
    budgetGrosze,
    costGrosze: budgetGrosze - leftGrosze,
    leftGrosze,
    selected,
    lines,
    ties,
    undecided: undecidedIn(queue, rule.fill, turnOf),
    trace: traceOf(turns, rule.fill, budgetGrosze),
    digest: tallyDigest({ rule, election, tieInputs, selected, lines }),
  };
};

/** The ties that the commission has to draw before the result binds. */
export const undecidedTies = (
  election: Election,
  rule: CountingRule,
  tieInputs: TieInputs = {},
): UndecidedTie[] => {
  const { queue, turnOf } = count(election, rule, tieInputs);
  return undecidedIn(queue, rule.fill, turnOf);
};

const count = (election: Election, rule: CountingRule, tieInputs: TieInputs) => {
  const queue = queueOf(contendersOf(election), rule, tieInputs);
  const turns = spend(queue, rule.fill, election.budgetGrosze);
  const byContender = new Map(turns.map((turn) => [turn.contender, turn]));
  const turnOf = (contender: Contender) => byContender.get(contender) as Turn;
  return { queue, turns, turnOf };
};
