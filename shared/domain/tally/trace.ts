import { z } from "zod";
import { Grosze } from "../money.ts";
import type { Parts } from "./election.ts";
import { fillPolicy } from "./policies.ts";
import { GreedyFill } from "./rule.ts";
import { ExactAmount, ShareFacts } from "./share-facts.ts";
import type { Turn } from "./spend.ts";

/** Down the order step by step: who had a turn, at what cost, and what was done. Enough to do the spending again. */
const GreedySteps = z.array(
  z.strictObject({
    id: z.string(),
    costGrosze: z.int().min(0),
    move: z.enum(["fund", "misfit", "top-up", "after-end", "group-full", "aside"]),
  }),
);

const GreedyTrace = z.strictObject({
  kind: z.literal("greedy"),
  budgetGrosze: Grosze,
  fill: GreedyFill,
  steps: GreedySteps,
  /** Where the pool is parted: the money of each part and its projects; and the steps with what the parts left, where that is spent. */
  parts: z
    .array(z.strictObject({ name: z.string(), budgetGrosze: Grosze, projects: z.array(z.string()) }))
    .optional(),
  leftover: GreedySteps.optional(),
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

export const traceOf = (
  turns: readonly Turn[],
  {
    fill,
    budgetGrosze,
    parts,
    leftover,
  }: {
    readonly fill: GreedyFill;
    readonly budgetGrosze: number;
    readonly parts: Parts | undefined;
    readonly leftover: readonly Turn[] | undefined;
  },
): GreedyTrace => ({
  kind: "greedy",
  budgetGrosze,
  fill,
  steps: stepsOf(turns),
  ...(parts && { parts: parts.list.map((part) => ({ ...part, projects: [...part.projects] })) }),
  ...(leftover && { leftover: stepsOf(leftover) }),
});

const stepsOf = (turns: readonly Turn[]): GreedyTrace["steps"] =>
  turns.map(({ contender: { project }, move }) => ({ id: project.id, costGrosze: project.costGrosze, move }));

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

const replayGreedy = ({ budgetGrosze, fill, steps, parts = [], leftover = [] }: GreedyTrace): Allocation => {
  const own = replaySteps(steps, { left: budgetGrosze, fill, parts });
  const later = replaySteps(leftover, { left: own.left, fill: { kind: "skip" }, parts: [] });
  return { selected: [...own.selected, ...later.selected], costGrosze: budgetGrosze - later.left };
};

const replaySteps = (
  steps: GreedyTrace["steps"],
  {
    left: budget,
    fill,
    parts,
  }: {
    readonly left: number;
    readonly fill: GreedyFill;
    readonly parts: NonNullable<GreedyTrace["parts"]>;
  },
): { readonly selected: readonly string[]; readonly left: number } => {
  const selected: string[] = [];
  const policy = fillPolicy(fill);
  const purses = parts.map(({ projects, budgetGrosze }) => ({
    projects: new Set(projects),
    left: budgetGrosze,
    ended: false,
  }));
  let left = budget;
  let ended = false;
  for (const { id, costGrosze, move } of steps) {
    if (move === "aside" || move === "group-full") continue;
    const own = purses.filter(({ projects }) => projects.has(id));
    const short = own.filter((purse) => purse.left < costGrosze);
    const rest = Math.min(left, ...short.map((purse) => purse.left));
    const misfit = policy.topsUp(costGrosze, rest) ? "top-up" : "misfit";
    const isOver = ended || own.some((purse) => purse.ended);
    const due = isOver ? "after-end" : costGrosze <= rest ? "fund" : misfit;
    if (move !== due) throw new Error(`the trace says ${move} of ${id} where the money says ${due}`);
    if (move === misfit && policy.afterMisfit === "end") {
      if (short.length === 0) ended = true;
      for (const purse of short) purse.ended = true;
    }
    if (move === "fund") {
      left -= costGrosze;
      for (const purse of own) purse.left -= costGrosze;
      selected.push(id);
    }
  }
  return { selected, left };
};
