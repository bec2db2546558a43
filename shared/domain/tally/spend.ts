import type { Contender } from "./contender.ts";
import { FILLS } from "./policies.ts";
import { orderOf, type SettledLevel } from "./queue.ts";
import type { Fill } from "./rule.ts";

/** What the count does with a project at its turn. */
export type Move = "fund" | "misfit" | "after-end" | "aside";

/** A project's turn, with the money left before and after it. */
export interface Turn {
  readonly contender: Contender;
  readonly move: Move;
  readonly beforeGrosze: number;
  readonly afterGrosze: number;
}

/** Spends the pool along the queue: the whole of the greedy rule. */
export const spend = (queue: readonly SettledLevel[], fill: Fill, budgetGrosze: number): Turn[] => {
  const turns: Turn[] = [];
  let balance = budgetGrosze;
  let ended = false;
  const take = (contender: Contender, move: Move): void => {
    const beforeGrosze = balance;
    if (move === "fund") balance -= contender.project.costGrosze;
    turns.push({ contender, move, beforeGrosze, afterGrosze: balance });
  };
  for (const level of queue) {
    for (const contender of orderOf(level)) {
      const fits = contender.project.costGrosze <= balance;
      take(contender, ended ? "after-end" : fits ? "fund" : "misfit");
      if (!fits && FILLS[fill].afterMisfit === "end") ended = true;
    }
    for (const contender of level.aside) take(contender, "aside");
  }
  return turns;
};
