import type { Contender } from "./contender.ts";
import { fillPolicy } from "./policies.ts";
import { purseOf, type Spending, type Start } from "./purse.ts";
import type { Turn } from "./spend.ts";

/** What it takes to say whether an order decides anything. */
export interface Deciding extends Spending {
  readonly turns: readonly Turn[];
  /** Projects that were funded before the first turn. */
  readonly before: readonly Contender[];
}

/** What would be done of neighbours in this order: who is funded, and whom a reserve tops up. */
const doneOf = (order: readonly Contender[], start: Start, spending: Spending) => {
  const purse = purseOf(spending, start);
  const done = { funded: new Set<Contender>(), toppedUp: new Set<Contender>() };
  for (const contender of order) {
    const { move } = purse.take(contender);
    if (move === "fund") done.funded.add(contender);
    if (move === "top-up") done.toppedUp.add(contender);
  }
  return done;
};

const isSame = (one: ReadonlySet<Contender>, other: ReadonlySet<Contender>): boolean =>
  one.size === other.size && [...one].every((contender) => other.has(contender));

/**
 * Whether another order among neighbours does other projects. If any does, so does one that only puts a single project first: one that was
 * affordable and was not funded, or one that ends the count. If all that was affordable was funded, all of it fits together, in any order.
 */
const matters = (order: readonly Contender[], start: Start, spending: Spending): boolean => {
  if (order.length < 2) return false;
  const actual = doneOf(order, start, spending);
  const { afterMisfit } = fillPolicy(spending.fill);
  const atFirst = purseOf(spending, start);
  return order.some((first) => {
    const { move } = atFirst.look(first);
    if (move === "fund") return !actual.funded.has(first);
    if (afterMisfit !== "end" || (move !== "misfit" && move !== "top-up")) return false;
    const done = doneOf([first, ...order.filter((other) => other !== first)], start, spending);
    return !isSame(actual.funded, done.funded) || !isSame(actual.toppedUp, done.toppedUp);
  });
};

/** The money left when the turn of neighbours came; null where the count had ended. */
export const startOf = (order: readonly Contender[], deciding: Deciding): Start | null => {
  const at = deciding.turns.findIndex(({ contender }) => contender === order[0]);
  const turn = deciding.turns[at];
  if (!turn || (turn.move === "after-end" && turn.part === null)) return null;
  const before = deciding.turns.slice(0, at);
  const those = (is: (turn: Turn) => boolean) => before.filter(is).map(({ contender }) => contender);
  const endsParts = fillPolicy(deciding.fill).afterMisfit === "end";
  return {
    balanceGrosze: turn.beforeGrosze,
    funded: [...deciding.before, ...those(({ move }) => move === "fund")],
    ended: endsParts ? those(({ part }) => part !== null && part.endedBy === null) : [],
  };
};

/** Whether their order decides at the money left when their turn came. */
export const orderDecides = (order: readonly Contender[], deciding: Deciding): boolean => {
  if (order.length < 2) return false;
  const start = startOf(order, deciding);
  return start !== null && matters(order, start, deciding);
};

/** Whether it may at any sum up to the most that can be left: if at one, then at one that is a project's cost, or at that sum itself. */
export const mayDecide = (order: readonly Contender[], mostLeftGrosze: number, deciding: Deciding): boolean =>
  [...new Set([mostLeftGrosze, ...order.map(({ project }) => project.costGrosze)])].some(
    (balanceGrosze) =>
      balanceGrosze <= mostLeftGrosze && matters(order, { balanceGrosze, funded: [] }, deciding),
  );
