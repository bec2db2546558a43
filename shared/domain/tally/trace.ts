import { z } from "zod";
import { Grosze } from "../money.ts";
import { FILLS } from "./policies.ts";
import { Fill } from "./rule.ts";
import type { Turn } from "./spend.ts";

/** The count step by step: who had a turn, at what cost, and what was done. Enough to do the spending again. */
export const Trace = z.strictObject({
  budgetGrosze: Grosze,
  fill: Fill,
  steps: z.array(
    z.strictObject({
      id: z.string(),
      costGrosze: z.int().min(0),
      move: z.enum(["fund", "misfit", "after-end", "aside"]),
    }),
  ),
});
export type Trace = z.infer<typeof Trace>;

/** What the pool bought, in the order bought. */
export interface Allocation {
  readonly selected: readonly string[];
  readonly costGrosze: number;
}

export const traceOf = (turns: readonly Turn[], fill: Fill, budgetGrosze: number): Trace => ({
  budgetGrosze,
  fill,
  steps: turns.map(({ contender: { project }, move }) => ({
    id: project.id,
    costGrosze: project.costGrosze,
    move,
  })),
});

/** Does the spending again from the trace alone. A step that the money at its turn contradicts is an accident: it throws. */
export const replay = ({ budgetGrosze, fill, steps }: Trace): Allocation => {
  const selected: string[] = [];
  let left = budgetGrosze;
  let ended = false;
  for (const { id, costGrosze, move } of steps) {
    if (move === "aside") continue;
    const due = ended ? "after-end" : costGrosze <= left ? "fund" : "misfit";
    if (move !== due) throw new Error(`the trace says ${move} of ${id} where the money says ${due}`);
    if (move === "misfit" && FILLS[fill].afterMisfit === "end") ended = true;
    if (move === "fund") {
      left -= costGrosze;
      selected.push(id);
    }
  }
  return { selected, costGrosze: budgetGrosze - left };
};
