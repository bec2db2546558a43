import type { Contender } from "./contender.ts";
import { type GroupsOf, groupSeats } from "./groups.ts";
import { fillPolicy } from "./policies.ts";
import type { GreedyFill } from "./rule.ts";
import type { Start, Turn } from "./spend.ts";

/** What it takes to say whether an order decides anything. */
export interface Deciding {
  readonly fill: GreedyFill;
  readonly groups: GroupsOf;
  readonly turns: readonly Turn[];
  /** Projects that were funded before the first turn. */
  readonly before: readonly Contender[];
}

/** What would be done of neighbours in this order: funded, or topped up. The same text for the same projects. */
const doneOf = (
  order: readonly Contender[],
  { balanceGrosze, funded }: Start,
  { fill, groups }: Pick<Deciding, "fill" | "groups">,
): string => {
  const policy = fillPolicy(fill);
  const seats = groupSeats(groups);
  for (const contender of funded) seats.fund(contender);
  const done: string[] = [];
  let balance = balanceGrosze;
  for (const contender of order) {
    const { id, costGrosze } = contender.project;
    if (seats.isOut(contender)) continue;
    if (costGrosze <= balance) {
      seats.fund(contender);
      balance -= costGrosze;
      done.push(id);
    } else if (policy.afterMisfit === "end") {
      if (policy.topsUp(costGrosze, balance)) done.push(`+${id}`);
      break;
    }
  }
  return done.sort().join("\n");
};

/**
 * Whether another order among neighbours does other projects. If any does, so does one that only puts a single project first: one that was
 * affordable and got nothing, or one that ends the count.
 */
const matters = (
  order: readonly Contender[],
  start: Start,
  by: Pick<Deciding, "fill" | "groups">,
): boolean => {
  if (order.length < 2) return false;
  const actual = doneOf(order, start, by);
  return order.some(
    (first) => doneOf([first, ...order.filter((one) => one !== first)], start, by) !== actual,
  );
};

/** Whether it does at the money left when their turn came. */
export const orderDecides = (order: readonly Contender[], deciding: Deciding): boolean => {
  const [first] = order;
  const at = deciding.turns.findIndex(({ contender }) => contender === first);
  const turn = deciding.turns[at];
  if (!turn || turn.move === "after-end") return false;
  const funded = deciding.turns.slice(0, at).filter(({ move }) => move === "fund");
  const start: Start = {
    balanceGrosze: turn.beforeGrosze,
    funded: [...deciding.before, ...funded.map(({ contender }) => contender)],
  };
  return matters(order, start, deciding);
};

/** Whether it may at any sum up to the most that can be left: if at one, then at one that is a project's cost, or at that sum itself. */
export const mayDecide = (order: readonly Contender[], mostLeftGrosze: number, deciding: Deciding): boolean =>
  [mostLeftGrosze, ...order.map(({ project }) => project.costGrosze)].some(
    (balanceGrosze) =>
      balanceGrosze <= mostLeftGrosze && matters(order, { balanceGrosze, funded: [] }, deciding),
  );
