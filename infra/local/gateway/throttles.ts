import { RATES } from "../../../shared/platform/aws-limits.ts";
import type { GatewayRow } from "../../../shared/platform/gateway.ts";
import type { FunctionName } from "../../../shared/platform/route.ts";
import type { StageRates } from "./rates.ts";

type Limit = NonNullable<GatewayRow["limit"]>;

/** A bucket of tokens, full at first: whether there is one more. */
const bucket = ({ rate, burst }: Limit, clock: () => number): (() => boolean) => {
  let [tokens, at] = [burst, clock()];
  return () => {
    const now = clock();
    tokens = Math.min(burst, tokens + ((now - at) / 1000) * rate);
    at = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
};

/** The gateway's buckets, one for each row, and Lambda's places for functions that run at once. */
export const throttles = (
  rows: readonly GatewayRow[],
  { throttle, reserved = {} }: StageRates,
  clock: () => number,
) => {
  const buckets = new Map(rows.map(({ key, limit }) => [key, bucket(limit ?? throttle, clock)]));
  const running = new Map<FunctionName, number>();
  return {
    /** What a row's request is refused with that is one too many. */
    refusal: ({ key, limit }: GatewayRow): 429 | undefined =>
      buckets.get(key)?.() ? undefined : limit ? RATES.limitedRow.answers : RATES.row.answers,
    /** Takes a place for a function, and hands back how to leave it; with what the gateway refuses where there is none. */
    enter: (fn: FunctionName): (() => void) | 503 => {
      const count = running.get(fn) ?? 0;
      const places = (reserved as Partial<Record<FunctionName, number>>)[fn] ?? Number.POSITIVE_INFINITY;
      if (count >= places) return RATES.atOnce.answers;
      running.set(fn, count + 1);
      return () => running.set(fn, (running.get(fn) ?? 1) - 1);
    },
  };
};
