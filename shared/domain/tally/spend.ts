import type { Contender } from "./contender.ts";
import type { GroupExclusion } from "./groups.ts";
import type { PartStop } from "./parts.ts";
import { type Fit, purseOf, type Spending, type Start } from "./purse.ts";
import { type Aside, orderOf, type SettledLevel } from "./queue.ts";
import type { ShareFacts } from "./share-facts.ts";

/** What the count does with a project at its turn. */
export type Move = Fit["move"] | "aside";

/** A project's turn, with the money left before and after it. */
export interface Turn {
  readonly contender: Contender;
  readonly move: Move;
  readonly beforeGrosze: number;
  readonly afterGrosze: number;
  /** The group that has its projects already. */
  readonly full: GroupExclusion | null;
  /** The part of the pool that cannot pay. */
  readonly part: PartStop | null;
  readonly aside: Aside | null;
  /** With voters' own money: how it bought the project, or fell short. */
  readonly shares: ShareFacts | null;
}

/** Spends the pool along the queue: the whole of the greedy rule. */
export const spend = (queue: readonly SettledLevel[], spending: Spending, start: Start): Turn[] => {
  const purse = purseOf(spending, start);
  const turns: Turn[] = [];
  for (const level of queue) {
    for (const contender of orderOf(level)) {
      const beforeGrosze = purse.balance();
      const fit = purse.take(contender);
      turns.push({
        contender,
        ...fit,
        beforeGrosze,
        afterGrosze: purse.balance(),
        aside: null,
        shares: null,
      });
    }
    const left = { beforeGrosze: purse.balance(), afterGrosze: purse.balance() };
    for (const aside of level.aside)
      turns.push({ contender: aside.contender, move: "aside", ...left, ...NOTHING_KEPT_OUT, aside });
  }
  return turns;
};

/** Of a project that had no turn. */
export const NOTHING_KEPT_OUT = { full: null, part: null, shares: null };
