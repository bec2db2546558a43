import { z } from "zod";
import { Grosze } from "../money.ts";
import { fillPolicy } from "./policies.ts";
import { GreedyFill } from "./rule.ts";
import { ExactAmount, ShareFacts } from "./share-facts.ts";
import type { Turn } from "./spend.ts";

/** Down the order step by step: who had a turn, at what cost, and what was done. Enough to do the spending again. */
const GreedyTrace = z.strictObject({
  kind: z.literal("greedy"),
  budgetGrosze: Grosze,
  fill: GreedyFill,
  steps: z.array(
    z.strictObject({
      id: z.string(),
      costGrosze: z.int().min(0),
      move: z.enum(["fund", "misfit", "top-up", "after-end", "group-full", "aside"]),
    }),
  ),
});
export type GreedyTrace = z.infer<typeof GreedyTrace>;

const Purchase = z.strictObject({ id: z.string(), costGrosze: z.int().min(0), facts: ShareFacts });

/** Equal Shares: what was bought with which share, what completed it, and whether the greedy outcome was preferred to it. */
const SharesTrace = z.strictObject({
  kind: z.literal("equal-shares"),
  budgetGrosze: Grosze,
  voters: z.int().min(0),
  /** A voter's share with which the outcome was reached. */
  shareGrosze: ExactAmount,
  /** How many shares were tried; the first that was too dear, and what it would have cost. */
  runs: z.int().min(1),
  tooDear: z.strictObject({ shareGrosze: ExactAmount, costGrosze: z.int().min(0) }).nullable(),
  purchases: z.array(Purchase),
  completed: z.array(z.strictObject({ id: z.string(), costGrosze: z.int().min(0) })),
  /** Voters who prefer either outcome; with `kept: false`, `greedy` is the result. */
  comparison: z
    .strictObject({ preferShares: z.int(), preferGreedy: z.int(), kept: z.boolean(), greedy: GreedyTrace })
    .nullable(),
});

/** Phragmén: the projects in the order of their loads, up to the end. */
const PhragmenTrace = z.strictObject({
  kind: z.literal("phragmen"),
  budgetGrosze: Grosze,
  turns: z.array(
    z.strictObject({
      id: z.string(),
      costGrosze: z.int().min(0),
      loadGrosze: ExactAmount,
      funded: z.boolean(),
    }),
  ),
});

/** The count step by step. */
export const Trace = z.discriminatedUnion("kind", [GreedyTrace, SharesTrace, PhragmenTrace]);
export type Trace = z.infer<typeof Trace>;

/** What the pool bought, in the order bought. */
interface Allocation {
  readonly selected: readonly string[];
  readonly costGrosze: number;
}

export const traceOf = (turns: readonly Turn[], fill: GreedyFill, budgetGrosze: number): GreedyTrace => ({
  kind: "greedy",
  budgetGrosze,
  fill,
  steps: turns.map(({ contender: { project }, move }) => ({
    id: project.id,
    costGrosze: project.costGrosze,
    move,
  })),
});

/** Does the spending again from the trace alone. A step that the money at its turn contradicts is an accident: it throws. */
export const replay = (trace: Trace): Allocation => {
  switch (trace.kind) {
    case "greedy":
      return replayGreedy(trace);
    case "equal-shares":
      return trace.comparison && !trace.comparison.kept
        ? replayGreedy(trace.comparison.greedy)
        : bought([...trace.purchases, ...trace.completed], trace.budgetGrosze);
    case "phragmen":
      return bought(
        trace.turns.filter(({ funded }) => funded),
        trace.budgetGrosze,
      );
  }
};

const bought = (
  purchases: readonly { readonly id: string; readonly costGrosze: number }[],
  budgetGrosze: number,
): Allocation => {
  const costGrosze = purchases.reduce((sum, purchase) => sum + purchase.costGrosze, 0);
  if (costGrosze > budgetGrosze) throw new Error("the trace buys more than the pool can pay");
  return { selected: purchases.map(({ id }) => id), costGrosze };
};

const replayGreedy = ({ budgetGrosze, fill, steps }: GreedyTrace): Allocation => {
  const selected: string[] = [];
  let left = budgetGrosze;
  let ended = false;
  const policy = fillPolicy(fill);
  for (const { id, costGrosze, move } of steps) {
    if (move === "aside" || move === "group-full") continue;
    const misfit = policy.topsUp(costGrosze, left) ? "top-up" : "misfit";
    const due = ended ? "after-end" : costGrosze <= left ? "fund" : misfit;
    if (move !== due) throw new Error(`the trace says ${move} of ${id} where the money says ${due}`);
    if (move === misfit && policy.afterMisfit === "end") ended = true;
    if (move === "fund") {
      left -= costGrosze;
      selected.push(id);
    }
  }
  return { selected, costGrosze: budgetGrosze - left };
};
