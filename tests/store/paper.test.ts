import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BatchId, CycleId } from "../../shared/domain/ids.ts";
import { workOfBatch, workOfDay } from "../../shared/domain/office/edition-work.ts";
import { accept } from "../../shared/domain/result.ts";
import { endOfDay, startOfDay } from "../../shared/domain/time.ts";
import type { Batch } from "../../shared/domain/voting/paper.ts";
import type { SealedVote } from "../../shared/store/ballots.ts";
import { keys } from "../../shared/store/keys.ts";
import { newCycleId, openTables, type Tables, tallyOf, times, trace } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const OPENS = "2027-09-10T06:00:00.000Z";
const CLOSES = "2027-09-23T10:00:00.000Z";
const BATCH: BatchId = "bch_0000000000000001";
const [ANNA, JAN] = [
  { id: "anna", name: "Anna" },
  { id: "jan", name: "Jan" },
];
const KEYED = { whole: "same", person: "p", lists: { M: "m" } };

const batchOf = (n: number): Batch => ({
  id: `bch_${String(n).padStart(16, "0")}`,
  point: "p1",
  cards: 1,
  receivedOn: "2027-09-15",
  state: "open",
  by: "anna",
  byName: "Anna",
  keyings: 0,
  fingerprint: `f${n}`,
});

/** The edition as work knows it. */
const editionOf = (id: CycleId) => ({ id, edition: "XII", calendar: [] });
const POINT = { id: "p1", name: "Filia nr 1" };
const workOn = (cycleId: CycleId, n: number) => workOfBatch(batchOf(n), POINT, editionOf(cycleId));

const openVote = async (): Promise<CycleId> => {
  const cycleId = newCycleId();
  accept(await tables.store.cycles.setGates(cycleId, { openAt: OPENS, closeAt: CLOSES }));
  const batch = { ...batchOf(0), id: BATCH, cards: 100 };
  accept(
    await tables.store.batches.create(cycleId, batch, {
      voteEndsAt: CLOSES,
      work: workOn(cycleId, 0),
      audit: trace(cycleId, 0),
    }),
  );
  return cycleId;
};

const paperVote = (cycleId: CycleId, n: number, day: string): SealedVote => ({
  cycleId,
  voterKey: `voter-${n}`,
  gate: 0,
  receivedAt: startOfDay(day),
  receivedBefore: endOfDay(day),
  marker: {
    keyHash: `h-${n}`,
    channel: "paper",
    point: "p1",
    district: "L1",
    day,
    link: new Uint8Array([1]),
  },
  ballotId: `ballot-${n}`,
  sealed: new Uint8Array(560),
});

const cardOf = (cycleId: CycleId, number: number) => ({ cycleId, batchId: BATCH, number });

/** Write units that the engine charges for what is done meanwhile. */
const unitsOf = async (act: () => Promise<unknown>): Promise<number> => {
  let units = 0;
  const name = "count-units";
  const stack = tables.table.client.middlewareStack;
  stack.add(
    (next) => async (args) => {
      Object.assign(args.input as object, { ReturnConsumedCapacity: "TOTAL" });
      const result = await next(args);
      const consumed = (result.output as { ConsumedCapacity?: unknown }).ConsumedCapacity;
      for (const one of [consumed ?? []].flat() as { CapacityUnits?: number }[])
        units += one.CapacityUnits ?? 0;
      return result;
    },
    { name, step: "initialize", priority: "high" },
  );
  await act();
  stack.remove(name);
  return units;
};

describe("a paper card", () => {
  test.each([
    ["the day of the opening", "2027-09-10", "ok"],
    ["the day of the close", "2027-09-23", "ok"],
    ["the day before the vote", "2027-09-09", "voting/closed"],
    ["the day after the close", "2027-09-24", "voting/closed"],
  ])("handed in on %s is taken or not by that day, whenever it is keyed", async (_, day, outcome) => {
    const cycleId = await openVote();
    accept(await tables.store.batches.key(cardOf(cycleId, 1), ANNA, KEYED));
    const settle = await tables.store.batches.settle(cardOf(cycleId, 1), JAN, { keyed: KEYED });
    expect(tallyOf([await tables.store.ballots.cast(paperVote(cycleId, 1, day), settle)])).toEqual({
      [outcome]: 1,
    });
  });

  test("is settled by nobody alone, by nobody who keyed another thing, and by one of twenty", async () => {
    const cycleId = await openVote();
    accept(await tables.store.batches.key(cardOf(cycleId, 1), ANNA, KEYED));
    const cast = async (n: number, by: typeof ANNA, whole = "same") =>
      tables.store.ballots.cast(
        paperVote(cycleId, n, "2027-09-15"),
        await tables.store.batches.settle(cardOf(cycleId, 1), by, { keyed: { whole } }),
      );
    expect(await cast(1, ANNA)).toMatchObject({ refusal: { code: "identity/same-person" } });
    expect(await cast(1, JAN, "other")).toMatchObject({ refusal: { code: "paper/differs" } });
    expect(await tables.store.ballots.marker(cycleId, "voter-1")).toBeUndefined();
    const outcomes = await Promise.all(times(20, (n) => cast(100 + n, JAN)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await tables.store.batches.key(cardOf(cycleId, 1), ANNA, KEYED)).toMatchObject({
      refusal: { code: "paper/settled" },
    });
  });

  test("costs eight write units to settle, as a ballot at a point costs to cast", async () => {
    const cycleId = await openVote();
    accept(await tables.store.batches.key(cardOf(cycleId, 1), ANNA, KEYED));
    const settle = await tables.store.batches.settle(cardOf(cycleId, 1), JAN, { keyed: KEYED });
    expect(await unitsOf(() => tables.store.ballots.cast(paperVote(cycleId, 1, "2027-09-15"), settle))).toBe(
      8,
    );
    const help = { point: "p1", day: "2027-09-15", clerk: "anna", filledIn: true };
    accept(
      await tables.store.votingPoints.look(
        cycleId,
        help,
        { clerkName: "Anna", work: workOfDay({ point: POINT, day: help.day }, editionOf(cycleId)) },
        trace(cycleId, 1),
      ),
    );
    const vote = { ...paperVote(cycleId, 2, "2027-09-15"), receivedAt: "2027-09-15T08:00:00.000Z" };
    const counted = await tables.store.votingPoints.countCast(cycleId, help);
    expect(await unitsOf(() => tables.store.ballots.cast(vote, counted))).toBe(8);
  });
});

describe("the end of the registration", () => {
  test("lets no batch in after it, and none slip by: who looks after it sees all", async () => {
    for (let round = 0; round < 5; round++) {
      const cycleId = await openVote();
      const { batches } = tables.store;
      const register = (n: number) =>
        batches.create(cycleId, batchOf(n), {
          voteEndsAt: CLOSES,
          work: workOn(cycleId, n),
          audit: trace(cycleId, n),
        });
      const [seen, ...outcomes] = await Promise.all([
        batches.endRegistration(cycleId, CLOSES).then(() => batches.list(cycleId)),
        ...times(20, (n) => register(100 + n)),
      ]);
      expect(seen).toHaveLength(1 + outcomes.filter(({ ok }) => ok).length);
      expect(await register(50)).toMatchObject({ refusal: { code: "paper/too-late" } });
      const extended = {
        voteEndsAt: "2027-09-25T10:00:00.000Z",
        work: workOn(cycleId, 60),
        audit: trace(cycleId, 60),
      };
      expect((await batches.create(cycleId, batchOf(60), extended)).ok).toBe(true);
    }
  });
});

test("of a correction and the keying of a card that it leaves out, one comes in first and the other is refused", async () => {
  const { batches } = tables.store;
  for (let round = 0; round < 10; round++) {
    const cycleId = await openVote();
    const before = await batches.get(cycleId, BATCH);
    if (!before) throw new Error("no batch");
    const [keyed, corrected] = await Promise.all([
      batches.key(cardOf(cycleId, 7), ANNA, KEYED),
      tables.store.table.write([await batches.correcting(cycleId, before, 6)]),
    ]);
    expect([keyed.ok, corrected.ok].filter(Boolean)).toHaveLength(1);
    expect(await batches.get(cycleId, BATCH)).toMatchObject({ cards: keyed.ok ? 100 : 6 });
    expect(await batches.cards(cycleId, BATCH)).toHaveLength(keyed.ok ? 1 : 0);
  }
});

test("a batch's cards are in a place of their own, in the order of their numbers", async () => {
  const cycleId = await openVote();
  for (const number of [12, 3, 100]) await tables.store.batches.key(cardOf(cycleId, number), ANNA, KEYED);
  const cards = await tables.store.batches.cards(cycleId, BATCH);
  expect(cards.map(({ number }) => number)).toEqual([3, 12, 100]);
  expect(keys.card(cycleId, BATCH, 3).pk).not.toBe(keys.card(newCycleId(), BATCH, 3).pk);
});
