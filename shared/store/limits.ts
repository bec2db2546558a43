import { type Bucket, intervalMs, toleranceMs } from "../domain/bucket.ts";
import type { CycleId } from "../domain/ids.ts";
import { refusal } from "../domain/refusals.ts";
import type { Result } from "../domain/result.ts";
import { epochSeconds, type Instant, instant, milliseconds } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { update } from "./write.ts";

export interface Taking {
  /** The edition under whose key the subject is hashed, so that the bucket goes with its data; or the site. */
  readonly of: CycleId | "site";
  /** Keyed hash of who or what is limited. */
  readonly subject: string;
  readonly bucket: Bucket;
  /** 0 takes nothing, and is refused by an empty bucket all the same. */
  readonly tokens?: 0 | 1;
  readonly now: Instant;
}

/**
 * Token buckets as one number each, the theoretical arrival time (GCRA): a bucket that is full starts at now, any other moves on by one
 * interval as long as that is not further ahead than the burst allows. Both are conditions of one update, so nothing is read before it is
 * written, and together they are exact: a time that lies ahead only ever grows.
 */
export const openLimits = (table: Table) => ({
  take: async ({ of, subject, bucket, tokens = 1, now }: Taking): Promise<Result<void>> => {
    const nowMs = milliseconds(now);
    const stepMs = tokens * intervalMs(bucket);
    const furthestMs = nowMs + toleranceMs(bucket);
    const key = keys.bucket(of, subject);
    const set = { expiresAtSeconds: epochSeconds(instant(furthestMs + intervalMs(bucket))) + 1 };
    const full = await table.write([
      update({
        key,
        set: { ...set, arrivalMs: nowMs + stepMs },
        when: { text: "attribute_not_exists(#arrivalMs) OR #arrivalMs <= :now", values: { now: nowMs } },
        otherwise: () => NOT_FULL,
      }),
    ]);
    if (!full.ok && full.refusal !== NOT_FULL) return full;
    // Sent either way: how long an answer takes may not tell whether somebody has just tried to vote with these data.
    const moved = await table.write([
      update({
        key,
        set,
        add: { arrivalMs: stepMs },
        when: { text: "#arrivalMs <= :furthest", values: { furthest: full.ok ? NEVER : furthestMs } },
        otherwise: (met) =>
          refusal("request/too-many", {
            retryAfterSeconds: Math.max(1, Math.ceil((Number(met?.arrivalMs) - furthestMs) / 1000)),
          }),
      }),
    ]);
    return full.ok ? full : moved;
  },
});

/** Before any arrival, in milliseconds. */
const NEVER = -1;

/** Between the two updates alone. */
const NOT_FULL = refusal("request/too-many", { retryAfterSeconds: 1 });
