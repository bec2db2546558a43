import { z } from "zod";
import { type Bucket, intervalMs, toleranceMs } from "../domain/bucket.ts";
import type { CycleId } from "../domain/ids.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { ok, type Result, refused } from "../domain/result.ts";
import { epochSeconds, type Instant, Milliseconds, milliseconds } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { update, type Write } from "./write.ts";

export interface Taking {
  /** The edition under whose key the subject is hashed, so that the bucket goes with its data; or the site. */
  readonly of: CycleId | "site";
  /** Keyed hash of who or what is limited. */
  readonly subject: string;
  readonly bucket: Bucket;
  /** When it goes at the latest, full or not: an edition's some time after its vote. */
  readonly keptUntil?: Instant | undefined;
  /** 0 takes nothing, and is refused by an empty bucket all the same. */
  readonly tokens?: 0 | 1;
  /** The refusal of an empty bucket for whose next token nobody is to wait. */
  readonly otherwise?: Refusal;
}

const Level = z.object({ arrivalMs: Milliseconds });

/** What was read is no longer so: between a reading and its writing alone. */
const STALE = refusal("request/too-many", { retryAfterSeconds: 1 });

/** A bucket changes under a taking once from full to not, and once to empty; many of them rarely one after the other. */
const ROUNDS = 8;

/**
 * Token buckets as one number each, the theoretical arrival time (GCRA): a bucket that is full starts at now, any other moves on by one
 * interval as long as that is not further ahead than the burst allows.
 */
export const openLimits = (table: Table) => {
  /** The update that takes, on the condition under which it was chosen: a time that lies ahead only ever grows. */
  const takingWrite = (
    { of, subject, bucket, keptUntil, tokens = 1 }: Taking,
    arrivalMs: Milliseconds | undefined,
    nowMs: Milliseconds,
  ): Write => {
    const furthestMs = nowMs + toleranceMs(bucket);
    const stepMs = tokens * intervalMs(bucket);
    const isFull = arrivalMs === undefined || arrivalMs <= nowMs;
    const fullAtSeconds = Math.ceil((furthestMs + intervalMs(bucket)) / 1000) + 1;
    const expiresAtSeconds = keptUntil ? Math.min(fullAtSeconds, epochSeconds(keptUntil)) : fullAtSeconds;
    return update({
      key: keys.bucket(of, subject),
      set: { expiresAtSeconds, ...(isFull && { arrivalMs: nowMs + stepMs }) },
      ...(!isFull && { add: { arrivalMs: stepMs } }),
      when: isFull
        ? { text: "attribute_not_exists(#arrivalMs) OR #arrivalMs <= :now", values: { now: nowMs } }
        : { text: "#arrivalMs <= :furthest", values: { furthest: furthestMs } },
      otherwise: () => STALE,
    });
  };

  return {
    /**
     * Takes from every bucket, together with what else is to be written, or from none: an empty one costs the others nothing, under any race.
     * The refusal says when all of them have a token again. What is left in each, as if one had been taken, is answered in their order.
     */
    take: async (
      takings: readonly Taking[],
      now: Instant,
      also: readonly Write[] = [],
    ): Promise<Result<number[]>> => {
      const nowMs = milliseconds(now);
      for (let round = 0; round < ROUNDS; round++) {
        const known = await table.all(
          takings.map(({ of, subject }) => keys.bucket(of, subject)),
          Level,
        );
        const levels = takings.map(({ bucket }, index) => {
          const arrivalMs = known[index]?.arrivalMs;
          const roomMs = nowMs + toleranceMs(bucket) - Math.max(nowMs, arrivalMs ?? nowMs);
          return { arrivalMs, roomMs, left: Math.floor(roomMs / intervalMs(bucket)) };
        });
        const leastMs = Math.min(...levels.map(({ roomMs }) => roomMs));
        if (leastMs < 0) {
          const emptiest = takings[levels.findIndex(({ roomMs }) => roomMs === leastMs)];
          const retryAfterSeconds = Math.ceil(-leastMs / 1000);
          return refused(emptiest?.otherwise ?? refusal("request/too-many", { retryAfterSeconds }));
        }
        const writes = [
          ...also,
          ...takings.map((taking, index) => takingWrite(taking, levels[index]?.arrivalMs, nowMs)),
        ];
        const taken = writes.length === 0 ? ok(undefined) : await table.write(writes);
        if (taken.ok) return ok(levels.map(({ left }) => left));
        if (taken.refusal !== STALE) return taken;
      }
      return refused(refusal("service/try-again", { retryAfterSeconds: 1 }));
    },
  };
};
