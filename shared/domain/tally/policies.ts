import type { Contender } from "./contender.ts";
import type { FillPolicy } from "./fill/fill-policy.ts";
import { skip } from "./fill/skip.ts";
import { stop } from "./fill/stop.ts";
import { stopWithTopUp } from "./fill/stop-with-top-up.ts";
import { byPointsPerCost, byVotesPerCost } from "./order/per-cost.ts";
import { byPoints } from "./order/points.ts";
import { byPointsThenVoters } from "./order/points-then-voters.ts";
import { byVotes } from "./order/votes.ts";
import type { GreedyFill, OrderKey, TieKey } from "./rule.ts";
import { cheaper } from "./ties/cheaper.ts";
import { drawnNumber } from "./ties/drawn-number.ts";
import { fileOrder } from "./ties/file-order.ts";
import { moreVoters } from "./ties/more-voters.ts";

/** Negative when the first goes before the second. */
export type Precedence = (a: Contender, b: Contender) => number;

export const ORDERS: Record<OrderKey, Precedence> = {
  points: byPoints,
  votes: byVotes,
  "points-then-voters": byPointsThenVoters,
  "points-per-cost": byPointsPerCost,
  "votes-per-cost": byVotesPerCost,
};

export const fillPolicy = (fill: GreedyFill): FillPolicy => {
  switch (fill.kind) {
    case "skip":
      return skip;
    case "stop":
      return stop;
    case "stop-with-top-up":
      return stopWithTopUp(fill.percent);
  }
};

/** Every tie key but the lot, which no comparison of two projects can stand for. */
export const TIE_KEYS: Record<Exclude<TieKey, "lot">, Precedence> = {
  "more-voters": moreVoters,
  cheaper,
  "drawn-number": drawnNumber,
  "file-order": fileOrder,
};
