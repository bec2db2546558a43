import { afterAll, beforeAll, expect, test } from "vitest";
import { accept } from "../../shared/domain/result.ts";
import { clustersOf, isLookedAt } from "../../shared/domain/signals/clusters.ts";
import { instant } from "../../shared/domain/time.ts";
import { keys } from "../../shared/store/keys.ts";
import { update } from "../../shared/store/write.ts";
import { AT, newCycleId, openTables, type Tables, times } from "./tables.ts";

let tables: Tables;
/** Write units of every call since it was asked last. */
let units = 0;
beforeAll(async () => {
  tables = await openTables();
  tables.table.client.middlewareStack.add(
    (next) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: "TOTAL" });
      const answer = await next(args);
      const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: unknown };
      const isRead = "Key" in args.input && !("UpdateExpression" in args.input);
      if (!isRead)
        for (const one of [ConsumedCapacity].flat() as { CapacityUnits?: number }[])
          units += one?.CapacityUnits ?? 0;
      return answer;
    },
    { step: "initialize", name: "units" },
  );
});
afterAll(() => tables.close());

const DAY = "2027-09-15";
const crowd = { shared: "address", subject: "k".repeat(26), day: DAY } as const;
const name = (n: number): string => `${n}`.padStart(26, "0");

const arrival = (cycleId: ReturnType<typeof newCycleId>, n: number, contacts = 5) => ({
  cycleId,
  crowd,
  last: "m".repeat(26),
  voter: name(n),
  contact: `contact-${n % contacts}`.padEnd(26, "0"),
  at: instant(Date.parse(AT) + n * 1000),
  keptUntil: AT,
});

test("the two-hundredth voter of a crowd costs what the second did", async () => {
  const cycleId = newCycleId();
  const { signals } = tables.store;
  const costs: number[] = [];
  for (const n of times(200, (n) => n)) {
    units = 0;
    expect(accept(await signals.arrive(arrival(cycleId, n)))).toBe(n + 1);
    costs.push(units);
  }
  expect(costs[1]).toBeLessThanOrEqual(3);
  expect(new Set(costs.slice(1))).toEqual(new Set([costs[1]]));
  const whole = await signals.crowd(cycleId, crowd);
  expect([whole?.voters.size, whole?.contacts.size, whole?.gaps]).toEqual([200, 5, 199]);
  expect(await signals.crowds(cycleId)).toEqual([whole]);
  expect(clustersOf(whole ? [whole] : []).map(({ voters }) => voters.length)).toEqual([200]);
});

test("who comes again is refused, and changes neither contacts nor pace", async () => {
  const cycleId = newCycleId();
  const { signals } = tables.store;
  for (const n of [0, 1]) accept(await signals.arrive(arrival(cycleId, n)));
  const before = await signals.crowd(cycleId, crowd);
  expect((await signals.arrive({ ...arrival(cycleId, 0), contact: "another" })).ok).toBe(false);
  expect(await signals.crowd(cycleId, crowd)).toEqual(before);
});

test("a crowd of the release before, whose sums hold everybody, goes on with who comes now", async () => {
  const cycleId = newCycleId();
  const { signals } = tables.store;
  const kept = { voters: new Set([name(8), name(9)]), contacts: new Set(["one"]), gaps: 1 };
  accept(
    await tables.table.write([
      update({ key: keys.crowd(cycleId, crowd.shared, crowd.subject, DAY), set: { ...crowd }, add: kept }),
    ]),
  );
  accept(await signals.arrive(arrival(cycleId, 0)));
  const whole = await signals.crowd(cycleId, crowd);
  expect([[...(whole?.voters ?? [])].sort(), whole?.contacts.size]).toEqual([[name(0), name(8), name(9)], 2]);
});

test("a crowd is looked at when a rule's number is reached, and seldom between", () => {
  const looked = times(4000, (n) => n).filter(isLookedAt);
  for (const count of [10, 20, 50, 100]) expect(looked).toContain(count);
  for (const [n, count] of looked.entries())
    if (count >= 20) expect((looked[n + 1] ?? count) / count).toBeLessThanOrEqual(1.25);
  // All that is read while a crowd grows is a small multiple of what it has in the end.
  expect(looked.reduce((sum, count) => sum + count, 0)).toBeLessThan(4000 * 8);
});
