import { z } from "zod";
import type { Contender } from "./contender.ts";
import { FILLS } from "./policies.ts";
import type { SettledLevel } from "./queue.ts";
import type { Fill } from "./rule.ts";
import { costsOf, orderDecides, type TurnOf } from "./tie.ts";

/** A tie that only a lot can settle and that has none yet: until it is drawn, the result binds nobody. */
export const UndecidedTie = z.strictObject({
  score: z.int(),
  projects: z.array(z.string()),
  /** `now`: other orders fund other projects. `perhaps`: that hangs on how the ties before it are drawn. */
  decides: z.enum(["now", "perhaps"]),
});
export type UndecidedTie = z.infer<typeof UndecidedTie>;

/**
 * The ties to draw. From the first that decides on, the money left at a later tie is not known: one that could decide
 * at any sum up to what is left now is named too, so that a single meeting can draw them all.
 */
export const undecidedIn = (queue: readonly SettledLevel[], fill: Fill, turnOf: TurnOf): UndecidedTie[] => {
  const undecided: UndecidedTie[] = [];
  let mostLeft: number | null = null;
  for (const { order, lot } of queue.flatMap(({ runs }) => runs)) {
    const [first] = order;
    if (!first || lot?.kind !== "undecided") continue;
    const projects = order.map(({ project }) => project.id);
    if (mostLeft === null && orderDecides(order, fill, turnOf)) {
      mostLeft = turnOf(first).beforeGrosze;
      undecided.push({ score: first.score, projects, decides: "now" });
    } else if (mostLeft !== null && mayDecide(order, fill, mostLeft)) {
      undecided.push({ score: first.score, projects, decides: "perhaps" });
    }
  }
  return undecided;
};

/** If the order decides at any sum up to the most that can be left, it decides at one that is a project's cost. */
const mayDecide = (order: readonly Contender[], fill: Fill, mostLeftGrosze: number): boolean => {
  const costs = costsOf(order);
  return costs.some((cost) => cost <= mostLeftGrosze && FILLS[fill].orderDecides(costs, cost));
};
