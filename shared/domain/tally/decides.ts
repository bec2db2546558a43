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

type Rule = Pick<Deciding, "fill" | "groups">;

interface Done {
  readonly funded: ReadonlySet<Contender>;
  readonly toppedUp: Contender | null;
}

/** What would be done of neighbours in this order. */
const doneOf = (order: readonly Contender[], start: Start, { fill, groups }: Rule): Done => {
  const policy = fillPolicy(fill);
  const seats = groupSeats(groups);
  for (const contender of start.funded) seats.fund(contender);
  const funded = new Set<Contender>();
  let balance = start.balanceGrosze;
  for (const contender of order) {
    const { costGrosze } = contender.project;
    if (seats.isOut(contender)) continue;
    if (costGrosze <= balance) {
      seats.fund(contender);
      balance -= costGrosze;
      funded.add(contender);
    } else if (policy.afterMisfit === "end") {
      return { funded, toppedUp: policy.topsUp(costGrosze, balance) ? contender : null };
    }
  }
  return { funded, toppedUp: null };
};

/**
 * Whether another order among neighbours does other projects. If any does, so does one that only puts a single project first: one that was
 * affordable and was not funded, or one that ends the count. If all that was affordable was funded, all of it fits together, in any order.
 */
const matters = (order: readonly Contender[], start: Start, rule: Rule): boolean => {
  if (order.length < 2) return false;
  const { balanceGrosze } = start;
  const actual = doneOf(order, start, rule);
  const { afterMisfit, topsUp } = fillPolicy(rule.fill);
  const seats = groupSeats(rule.groups);
  for (const contender of start.funded) seats.fund(contender);
  return order.some((first) => {
    const { costGrosze } = first.project;
    if (seats.isOut(first)) return false;
    if (costGrosze <= balanceGrosze) return !actual.funded.has(first);
    if (afterMisfit !== "end") return false;
    return actual.funded.size > 0 || actual.toppedUp !== (topsUp(costGrosze, balanceGrosze) ? first : null);
  });
};

/** Whether it does at the money left when their turn came. */
export const orderDecides = (order: readonly Contender[], deciding: Deciding): boolean => {
  const [first, second] = order;
  if (!second) return false;
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
  [...new Set([mostLeftGrosze, ...order.map(({ project }) => project.costGrosze)])].some(
    (balanceGrosze) =>
      balanceGrosze <= mostLeftGrosze && matters(order, { balanceGrosze, funded: [] }, deciding),
  );
