import type { Contender } from "./contender.ts";
import type { FillPolicy } from "./fill/fill-policy.ts";
import { skip } from "./fill/skip.ts";
import { stop } from "./fill/stop.ts";
import { byPoints } from "./order/points.ts";
import type { Fill, OrderKey, TieKey } from "./rule.ts";
import { cheaper } from "./ties/cheaper.ts";
import { drawnNumber } from "./ties/drawn-number.ts";
import { fileOrder } from "./ties/file-order.ts";
import { moreVoters } from "./ties/more-voters.ts";

/** Negative when the first goes before the second. */
export type Precedence = (a: Contender, b: Contender) => number;

export const ORDERS: Record<OrderKey, Precedence> = { points: byPoints };

export const FILLS: Record<Fill, FillPolicy> = { skip, stop };

/** Every tie key but the lot, which no comparison of two projects can stand for. */
export const TIE_KEYS: Record<Exclude<TieKey, "lot">, Precedence> = {
  "more-voters": moreVoters,
  cheaper,
  "drawn-number": drawnNumber,
  "file-order": fileOrder,
};
