import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { BatchId, LetterId, MeetingId } from "../../shared/domain/ids.ts";
import { workOfBatch, workOfDay } from "../../shared/domain/office/edition-work.ts";
import { accept } from "../../shared/domain/result.ts";
import { plusSeconds } from "../../shared/domain/time.ts";
import type { Batch } from "../../shared/domain/voting/paper.ts";
import type { SignedDay } from "../../shared/domain/voting/point-day.ts";
import { Count } from "../../shared/store/counts.ts";
import { keys } from "../../shared/store/keys.ts";
import type { Table } from "../../shared/store/table.ts";
import { openWork, WAITS_NO_MORE, waits } from "../../shared/store/work.ts";
import { put, update } from "../../shared/store/write.ts";
import { AT, aCycle, newCycleId, openTables, type Tables, trace } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const LATER = plusSeconds(AT, 60);
const Any = z.looseObject({});
const POINT = { id: "p1", name: "Filia nr 1" };
const said = (by: string) => ({ by, name: by });

/** Whoever writes on what they have read is refused where it is another by then, and what is there stays. */
describe("a signature under a count", () => {
  const counted = async () => {
    const { counts } = tables.store;
    const cycleId = newCycleId();
    const made = { cycleId, run: "r", markers: 0, ballots: 0, leavesDigest: "", perDistrict: {} };
    const count = accept(await counts.collected(Count.parse({ ...made, differences: [] })));
    const rest = { inputs: "i", undecidedPools: [], disputedPools: [], leftOver: null, leftOverTies: [] };
    const attest = async (digest: string) => {
      accept(await counts.attest((await counts.get(cycleId)) ?? count, { digest, ...rest }));
      const seen = await counts.get(cycleId);
      if (!seen) throw new Error("no count");
      return seen;
    };
    const sign = async (seen: Count, by: string) =>
      (await counts.signOff(seen, { ...said(by), at: AT, digest: seen.digest ?? "" }, trace(cycleId, 0))).ok;
    const signers = async () => (await counts.get(cycleId))?.signOffs.map(({ by }) => by);
    return { attest, sign, signers };
  };

  test("is not given to a count that is another by then", async () => {
    const { attest, sign, signers } = await counted();
    const seen = await attest("a".repeat(64));
    await attest("b".repeat(64));
    expect([await sign(seen, "anna"), await signers()]).toEqual([false, []]);
  });

  test("is given once of two that both were to be the first", async () => {
    const { attest, sign, signers } = await counted();
    const seen = await attest("a".repeat(64));
    expect([await sign(seen, "anna"), await sign(seen, "anna"), await signers()]).toEqual([
      true,
      false,
      ["anna"],
    ]);
  });
});

test("nobody signs a day second whose numbers the first has signed anew meanwhile", async () => {
  const { votingPoints } = tables.store;
  const cycle = aCycle();
  const day = { point: "p1", day: "2027-09-10" };
  const figures = { looked: 1, cast: 1, filledIn: 0, cards: 0, accepted: 0, rejected: 0, left: 0 };
  const first: SignedDay = {
    ...day,
    figures,
    counted: { receipts: 1, cards: 0 },
    signatures: [said("anna")],
  };
  const sign = async (signed: SignedDay) =>
    accept(
      await votingPoints.signDay(
        cycle.id,
        {
          signed,
          outdated: undefined,
          work: workOfDay({ point: POINT, day: day.day }, cycle, "anna"),
          clerks: [],
          batches: [],
        },
        trace(cycle.id, 0),
      ),
    );
  const second = async (before: SignedDay) =>
    (await votingPoints.countersignDay(cycle.id, before, said("jan"), trace(cycle.id, 1))).ok;
  await sign(first);
  const anew = { ...first, figures: { ...figures, cast: 2, looked: 2 } };
  await sign(anew);
  expect(await second(first)).toBe(false);
  expect((await votingPoints.day(cycle.id, "p1", day.day))?.signatures).toEqual([said("anna")]);
  expect(await second(anew)).toBe(true);
});

test("a meeting about which there is something newer to tell goes on waiting to be told of", async () => {
  const id = "mtg_0000000000000001" as MeetingId;
  const key = keys.meeting(id);
  const item = { announcement: { at: LATER }, pendingOf: "meetings", pendingKey: LATER };
  await tables.table.write([put({ key, item })]);
  const { announced } = tables.store.meetings;
  expect([(await announced(id, AT)).ok, await tables.table.get(key, Any)]).toMatchObject([false, item]);
  expect([(await announced(id, LATER)).ok, await tables.table.get(key, Any)]).toEqual([true, key]);
});

test("work that is done while an edition's dates are moved, or while it ends, does not come back, and what waits anew stays", async () => {
  const { table } = tables;
  const cycle = aCycle({ calendar: [{ name: "voting", startsAt: AT, endsAt: LATER }] });
  const batch = (n: number): Batch => ({
    id: `bch_${String(n).padStart(16, "0")}` as BatchId,
    ...{ point: "p1", cards: 1, receivedOn: "2027-09-15", state: "open" },
    ...{ by: "anna", byName: "Anna", keyings: 0, fingerprint: "f" },
  });
  const work = workOfBatch(batch(1), POINT, { ...cycle, calendar: [] });
  const key = keys.batch(cycle.id, batch(1).id);
  /** The store, between whose reading of the index and its writing somebody else is at work. */
  const overtaken = (meanwhile: () => Promise<unknown>) =>
    openWork({
      ...table,
      work: async function* (...asked: Parameters<Table["work"]>) {
        for await (const line of table.work(...asked)) {
          await meanwhile();
          yield line;
        }
      },
    });
  const wait = async (dueAt: string) =>
    accept(await table.write([put({ key, item: waits({ ...work, dueAt }) })]));
  const seen = async () => (await table.get(key, Any))?.workKey;

  await wait(AT);
  await overtaken(() => table.write([update({ key, remove: WAITS_NO_MORE })])).redate(cycle, []);
  expect(await seen()).toBeUndefined();
  await wait(AT);
  await tables.store.work.redate(cycle, []);
  expect(await seen()).toMatch(new RegExp(`^${LATER}`));

  await overtaken(() => wait(AT)).endOf(cycle.id, []);
  expect(await seen()).toMatch(new RegExp(`^${AT}`));
  await tables.store.work.endOf(cycle.id, []);
  expect(await seen()).toBeUndefined();
});

test("of a clerk's stretch of time the largest number of voters is kept, whichever comes last", async () => {
  const cycleId = newCycleId();
  const stint = {
    rule: "desk-pace" as const,
    points: ["p1"],
    ...{ clerk: "anna", clerkName: "Anna" },
    from: AT,
    to: LATER,
  };
  for (const voters of [4, 6, 5]) await tables.store.stints.keep(cycleId, { ...stint, voters }, LATER);
  expect((await tables.store.stints.list(cycleId)).map(({ voters }) => voters)).toEqual([6]);
});

test("a letter that is sent again has all its tries again; one that waits already is not sent twice", async () => {
  const { letters } = tables.store;
  const letter = { id: "ltr_0000000000000001" as LetterId, event: "e/1" };
  const notice = keys.notice(letter.event);
  const reset = async (item: object) => {
    await tables.table.write([put({ key: keys.letter(letter.id), item: { state: "waiting" } })]);
    await tables.table.write([put({ key: notice, item: { letterTries: 24, ...item } })]);
  };
  const send = async () =>
    (
      await tables.table.write(
        await letters.settle(letter as never, "send", { ...said("anna"), byName: "Anna", at: AT }),
      )
    ).ok;
  await reset({ untold: "Throttling" });
  expect([await send(), await tables.table.get(notice, Any)]).toMatchObject([
    true,
    { letterTries: 0, pendingKey: AT },
  ]);
  await reset({});
  expect([await send(), await tables.table.get(notice, Any)]).toEqual([
    false,
    { ...notice, letterTries: 24 },
  ]);
});

test("a statement is not decided on by whoever has read it before somebody else's first word", async () => {
  const { statements } = tables.store;
  const cycleId = newCycleId();
  const of = { cycleId, district: "L13", filedAt: AT, fingerprint: "f" };
  const filed = { id: "stm_0000000000000001", state: "filed", ...of } as const;
  accept(await statements.file(filed, { sealed: "s", work: undefined }));
  accept(await tables.table.write([await statements.acceptFirst(filed)]));
  const decided = { state: "rejected", decidedAt: AT, decidedBy: "jan" } as const;
  const outcome = await tables.table.write(await statements.decide(filed, decided, []));
  expect(outcome).toMatchObject({ refusal: { code: "request/changed-since" } });
  expect((await statements.get(cycleId, filed.id))?.state).toBe("awaiting-second");
  expect(await statements.data(cycleId, filed.id, AT)).toEqual(["s"]);
});
