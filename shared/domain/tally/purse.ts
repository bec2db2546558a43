import type { Contender } from "./contender.ts";
import type { Parts } from "./election.ts";
import { type GroupExclusion, type GroupsOf, groupSeats } from "./groups.ts";
import { type PartStop, partPurses } from "./parts.ts";
import { fillPolicy } from "./policies.ts";
import type { GreedyFill } from "./rule.ts";

/** By what a pool is spent down the order. */
export interface Spending {
  readonly fill: GreedyFill;
  readonly groups: GroupsOf;
  readonly parts?: Parts | undefined;
}

/** Where a greedy count begins: with what is left of the pool, with what was funded before it, and with the projects that ended their parts. */
export interface Start {
  readonly balanceGrosze: number;
  readonly funded: readonly Contender[];
  readonly ended?: readonly Contender[];
}

/** What a project's turn comes to, and what kept it out: a group that is full, or a part without the money. */
export interface Fit {
  readonly move: "fund" | "misfit" | "top-up" | "after-end" | "group-full";
  readonly full: GroupExclusion | null;
  readonly part: PartStop | null;
}

/** The money and the seats along a greedy count. */
export const purseOf = ({ fill, groups, parts }: Spending, start: Start) => {
  const policy = fillPolicy(fill);
  const seats = groupSeats(groups);
  const purses = partPurses(parts);
  for (const contender of start.funded) {
    seats.fund(contender);
    purses.fund(contender);
  }
  for (const contender of start.ended ?? []) purses.end(contender);
  let balance = start.balanceGrosze;
  let hasEnded = false;

  const look = (contender: Contender): Fit => {
    if (hasEnded) return { move: "after-end", full: null, part: null };
    const full = seats.isOut(contender);
    if (full) return { move: "group-full", full, part: null };
    const { costGrosze } = contender.project;
    const stop = purses.stopOf(contender);
    if (stop?.endedBy != null) return { move: "after-end", full: null, part: { ...stop } };
    const left = Math.min(balance, stop?.leftGrosze ?? balance);
    if (costGrosze <= left) return { move: "fund", full: null, part: null };
    const move = policy.topsUp(costGrosze, left) ? "top-up" : "misfit";
    return { move, full: null, part: stop && { ...stop } };
  };
  return {
    balance: (): number => balance,
    look,
    take: (contender: Contender): Fit => {
      const fit = look(contender);
      if (fit.move === "fund") {
        balance -= contender.project.costGrosze;
        seats.fund(contender);
        purses.fund(contender);
      } else if ((fit.move === "misfit" || fit.move === "top-up") && policy.afterMisfit === "end") {
        // A part that has too little ends alone.
        if (fit.part) purses.end(contender);
        else hasEnded = true;
      }
      return fit;
    },
  };
};
