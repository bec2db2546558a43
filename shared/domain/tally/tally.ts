import { z } from "zod";
import { Grosze } from "../money.ts";
import { prepare } from "./by-shares.ts";
import { tallyDigest } from "./digest.ts";
import { ballotCount, type Election } from "./election.ts";
import { equalShares } from "./equal-shares.ts";
import { Figures, figuresOf } from "./figures.ts";
import { type Count, greedy } from "./greedy.ts";
import { Line } from "./line.ts";
import { linesOf } from "./lines.ts";
import { phragmen } from "./phragmen.ts";
import { precedenceOf } from "./precedence.ts";
import { queueOf } from "./queue.ts";
import { CountingRule } from "./rule.ts";
import { Tie } from "./tie.ts";
import type { TieInputs } from "./ties/lot.ts";
import { Trace } from "./trace.ts";
import { UndecidedTie } from "./undecided.ts";

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
    figures: Figures,
    /** Ties that await a lot: while there are any, the result is provisional. */
    undecided: z.array(UndecidedTie),
    trace: Trace,
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: "Tally" });
export type Tally = z.infer<typeof Tally>;

/** Counts an election under a rule. Exact integers and fractions throughout; the same inputs give the same digest on every machine. It is worked out where it is read, as ballots have to be sorted for it. */
export const tally = (election: Election, rule: CountingRule, tieInputs: TieInputs = {}): Tally => {
  const { budgetGrosze } = election;
  const { turns, ties, lots, undecided, trace } = count(election, rule, tieInputs);
  const lines = linesOf(turns, ties, lots);
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
    figures: figuresOf(election, selected),
    ties: [...ties],
    undecided: [...undecided],
    trace,
    get digest() {
      return tallyDigest({ rule, election, tieInputs, ties, selected, lines });
    },
  };
};

/** The ties that the commission has to draw before the result binds. */
export const undecidedTies = (
  election: Election,
  rule: CountingRule,
  tieInputs: TieInputs = {},
): readonly UndecidedTie[] => count(election, rule, tieInputs).undecided;

const count = (election: Election, rule: CountingRule, tieInputs: TieInputs): Count => {
  const queue = queueOf(election, rule, tieInputs);
  const { fill } = rule;
  switch (fill.kind) {
    case "skip":
    case "stop":
    case "stop-with-top-up":
      return greedy(election, rule, { queue, fill });
    case "equal-shares":
      return equalShares(prepare(election, queue, precedenceOf(queue, rule, tieInputs)), rule, fill);
    case "phragmen":
      return phragmen(prepare(election, queue, precedenceOf(queue, rule, tieInputs)), fill);
  }
};
