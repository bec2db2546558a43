import type { Contender } from "./contender.ts";
import { type GroupExclusion, type GroupsOf, groupSeats } from "./groups.ts";
import { fillPolicy } from "./policies.ts";
import { type Aside, orderOf, type SettledLevel } from "./queue.ts";
import type { GreedyFill } from "./rule.ts";
import type { ShareFacts } from "./share-facts.ts";

/** What the count does with a project at its turn. */
export type Move = "fund" | "misfit" | "top-up" | "after-end" | "group-full" | "aside";

/** A project's turn, with the money left before and after it. */
export interface Turn {
  readonly contender: Contender;
  readonly move: Move;
  readonly beforeGrosze: number;
  readonly afterGrosze: number;
  /** The group that has its projects already. */
  readonly full: GroupExclusion | null;
  readonly aside: Aside | null;
  /** With voters' own money: how it bought the project, or fell short. */
  readonly shares: ShareFacts | null;
}

/** Where a greedy count begins: with what is left of the pool, and with what was funded before it. */
export interface Start {
  readonly balanceGrosze: number;
  readonly funded: readonly Contender[];
}

/** Spends the pool along the queue: the whole of the greedy rule. */
export const spend = (
  queue: readonly SettledLevel[],
  fill: GreedyFill,
  { start, groups }: { readonly start: Start; readonly groups: GroupsOf },
): Turn[] => {
  const policy = fillPolicy(fill);
  const seats = groupSeats(groups);
  for (const contender of start.funded) seats.fund(contender);
  const turns: Turn[] = [];
  let balance = start.balanceGrosze;
  let ended = false;
  const take = (
    contender: Contender,
    move: Move,
    { full = null, aside = null }: Partial<Pick<Turn, "full" | "aside">> = {},
  ): void => {
    const beforeGrosze = balance;
    if (move === "fund") {
      balance -= contender.project.costGrosze;
      seats.fund(contender);
    }
    turns.push({ contender, move, beforeGrosze, afterGrosze: balance, full, aside, shares: null });
  };
  for (const level of queue) {
    for (const contender of orderOf(level)) {
      const { costGrosze } = contender.project;
      const full = ended ? null : seats.isOut(contender);
      if (ended) take(contender, "after-end");
      else if (full) take(contender, "group-full", { full });
      else if (costGrosze <= balance) take(contender, "fund");
      else {
        take(contender, policy.topsUp(costGrosze, balance) ? "top-up" : "misfit");
        ended = policy.afterMisfit === "end";
      }
    }
    for (const aside of level.aside) take(aside.contender, "aside", { aside });
  }
  return turns;
};
