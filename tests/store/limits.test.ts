import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Bucket } from "../../shared/domain/bucket.ts";
import { epochSeconds, instant, milliseconds } from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { put } from "../../shared/store/write.ts";
import { seed } from "../kit/chance.ts";
import { AT, openTables, type Tables, tallyOf, times } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables?.close());

let subjects = 0;
const newSubject = (): string => `subject-${subjects++}`;
const atMs = (ms: number) => instant(milliseconds(AT) + ms);

/** The bucket that anybody would draw: tokens that drip in, at most `burst`; in milliseconds of an interval, so that it is exact. */
const drawn = ({ burst, perHour }: Bucket) => {
  const interval = Math.ceil(3_600_000 / perHour);
  let level = burst * interval;
  let then = 0;
  return (ms: number): boolean => {
    level = Math.min(burst * interval, level + ms - then);
    then = ms;
    if (level < interval) return false;
    level -= interval;
    return true;
  };
};

test("a bucket lets in exactly what a bucket of dripping tokens would", async () => {
  const bucket = fc.record({
    burst: fc.integer({ min: 1, max: 6 }),
    perHour: fc.constantFrom(1 / (366 * 24), 0.25, 1, 7, 60, 3600),
  });
  const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000_000 })), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(bucket, gaps, async (of, waits) => {
      const subject = newSubject();
      const twin = drawn(of);
      let ms = 0;
      for (const wait of waits) {
        ms += wait;
        const taken = await tables.store.limits.take([{ of: "site", subject, bucket: of }], atMs(ms));
        expect(taken.ok).toBe(twin(ms));
      }
    }),
    { numRuns: 40, seed },
  );
});

test("fifty at once get what one after the other would get", async () => {
  const bucket = { burst: 7, perHour: 60 };
  for (const full of [true, false]) {
    const subject = newSubject();
    const take = (ms: number) => tables.store.limits.take([{ of: "site", subject, bucket }], atMs(ms));
    if (!full) await take(0);
    const outcomes = await Promise.all(times(50, () => take(0)));
    expect(tallyOf(outcomes)).toEqual({ ok: full ? 7 : 6, "request/too-many": full ? 43 : 44 });
  }
});

test("a refusal says when there will be a token again, and then there is", async () => {
  const subject = newSubject();
  const bucket = { burst: 2, perHour: 60 };
  const take = (ms: number) => tables.store.limits.take([{ of: "site", subject, bucket }], atMs(ms));
  await take(0);
  await take(10_000);
  expect(await take(20_000)).toMatchObject({ refusal: { facts: { retryAfterSeconds: 40 } } });
  expect((await take(59_999)).ok).toBe(false);
  expect((await take(60_000)).ok).toBe(true);
});

test("asking without taking empties nothing, and an empty bucket refuses it too", async () => {
  const subject = newSubject();
  const bucket = { burst: 2, perHour: 60 };
  const ask = (tokens: 0 | 1) => tables.store.limits.take([{ of: "site", subject, bucket, tokens }], AT);
  for (const tokens of [0, 0, 0, 1, 0, 1] as const) expect((await ask(tokens)).ok).toBe(true);
  expect([(await ask(0)).ok, (await ask(1)).ok]).toEqual([false, false]);
});

test("an empty bucket costs the others nothing, also when many come at once", async () => {
  const [narrow, wide] = [newSubject(), newSubject()];
  const inner = { of: "site", subject: narrow, bucket: { burst: 5, perHour: 1 } } as const;
  const outer = { of: "site", subject: wide, bucket: { burst: 20, perHour: 60 } } as const;
  const outcomes = await Promise.all(times(40, () => tables.store.limits.take([inner, outer], AT)));
  expect(tallyOf(outcomes)).toEqual({ ok: 5, "request/too-many": 35 });
  expect(await tables.store.limits.take([outer], AT)).toEqual({ ok: true, value: [14] });

  const rest = await Promise.all(times(40, () => tables.store.limits.take([outer], AT)));
  expect(tallyOf(rest)).toEqual({ ok: 14, "request/too-many": 26 });
  const later = atMs(3_600_000);
  expect((await tables.store.limits.take([inner], later)).ok).toBe(true);
});

test("what is written with a taking is written with it or not at all", async () => {
  const bucket = { burst: 1, perHour: 1 };
  const taking = { of: "site", subject: newSubject(), bucket } as const;
  const mark = (n: number) => put({ key: { pk: `MARK#${taking.subject}`, sk: String(n) }, item: { n } });
  const take = (n: number) => tables.store.limits.take([taking], AT, [mark(n)]);
  expect([(await take(1)).ok, (await take(2)).ok]).toEqual([true, false]);
  const { items } = await tables.store.table.query(`MARK#${taking.subject}`, z.object({ n: z.number() }));
  expect(items).toEqual([{ n: 1 }]);
});

test("an edition's bucket goes some time after its vote, however long it would take to be full", async () => {
  const subject = newSubject();
  const of = "cyc_0123456789abcdef";
  const bucket = { burst: 300, perHour: 0.001 };
  const kept = async () =>
    (await tables.store.table.get(keys.bucket(of, subject), z.object({ expiresAtSeconds: z.number() })))
      ?.expiresAtSeconds;
  await tables.store.limits.take([{ of, subject, bucket }], AT);
  const full = (await kept()) ?? 0;
  await tables.store.limits.take([{ of, subject, bucket, keptUntil: atMs(3_600_000) }], AT);
  expect(await kept()).toBe(epochSeconds(atMs(3_600_000)));
  expect(full).toBeGreaterThan(epochSeconds(atMs(3_600_000)));
});
