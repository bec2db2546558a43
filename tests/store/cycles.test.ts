import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { auditWrite } from "../../shared/store/audit.ts";
import type { Count } from "../../shared/store/counts.ts";
import { GATES } from "../../shared/store/keys.ts";
import { AT, aCycle, newCycleId, openTables, type Tables, tallyOf, times, trace } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const made = async (more: Parameters<typeof aCycle>[0] = {}) =>
  accept(await tables.store.cycles.create(aCycle(more), trace("made", 0)));

const audits = async (subject: string): Promise<number> =>
  (
    await tables.table.client.send(
      new QueryCommand({
        TableName: "store-main",
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": `AUDIT#${subject}` },
      }),
    )
  ).Count ?? 0;

describe("a cycle", () => {
  test("is made once: the same request finds what the first one made, another is told so", async () => {
    const cycle = aCycle();
    const outcomes = await Promise.all(
      times(10, (n) => tables.store.cycles.create({ ...cycle, name: `Budżet ${n}` }, trace(cycle.id, n))),
    );
    const names = new Set(outcomes.map((outcome) => (outcome.ok ? outcome.value.name : "")));
    expect([names.size, await audits(cycle.id)]).toEqual([1, 1]);
    const other = await tables.store.cycles.create({ ...cycle, fingerprint: "second" }, trace(cycle.id, 99));
    expect(other).toMatchObject({ refusal: { code: "request/key-reused" } });
    expect((await tables.store.cycles.get(cycle.id))?.fingerprint).toBe("first");
  });

  test("read by twenty people and changed by all of them is changed by one, and one deed is on record", async () => {
    const cycle = await made();
    const outcomes = await Promise.all(
      times(20, (n) => tables.store.cycles.change(cycle, { name: `Zmiana ${n}` }, [trace(cycle.id, n)])),
    );
    expect(tallyOf(outcomes)).toEqual({ ok: 1, "request/changed-since": 19 });
    expect(await audits(cycle.id)).toBe(1);
    const winner = outcomes.find((outcome) => outcome.ok);
    expect(await tables.store.cycles.get(cycle.id)).toEqual(winner?.ok && { ...winner.value, listing: 1 });
  });

  test("that is changed is as the change says, and what it drops is gone", async () => {
    const requested = { to: "voting" as const, reason: "Tak", by: "Anna", at: AT };
    const cycle = await made({ requested });
    const changed = accept(await tables.store.cycles.change(cycle, { name: "Nowa" }, [], ["requested"]));
    expect(changed.version).toBe(2);
    expect(changed).not.toHaveProperty("requested");
    expect(await tables.store.cycles.get(cycle.id)).toEqual({ ...changed, listing: 1 });
  });

  test("that is not there cannot be changed, nor come to be by it", async () => {
    const cycle = aCycle();
    expect(await tables.store.cycles.change(cycle, { name: "x" })).toMatchObject({
      refusal: { code: "thing/not-found" },
    });
    expect(await tables.store.cycles.get(cycle.id)).toBeUndefined();
  });

  test("enters a phase once, however often the step runs; a move that was asked for is made by it", async () => {
    const cycle = await made({ requested: { to: "voting", reason: "Tak", by: "Anna", at: AT } });
    const outcomes = await Promise.all(
      times(8, (n) => tables.store.cycles.enter(cycle, "ballot-frozen", {}, [trace(cycle.id, n)])),
    );
    expect(tallyOf(outcomes)).toEqual({ ok: 8 });
    const now = await tables.store.cycles.get(cycle.id);
    expect(now).toMatchObject({ phase: "ballot-frozen", version: 2 });
    expect(now).not.toHaveProperty("requested");
    expect(await audits(cycle.id)).toBe(1);
  });

  test("that was changed since it was read does not enter a phase", async () => {
    const cycle = await made();
    accept(await tables.store.cycles.change(cycle, { name: "Nowa" }));
    expect(await tables.store.cycles.enter(cycle, "submission", {}, [])).toMatchObject({
      refusal: { code: "request/changed-since", facts: { version: 2 } },
    });
    expect((await tables.store.cycles.get(cycle.id))?.phase).toBe("draft");
  });

  test("in its vote is remembered for five seconds, in any other phase not at all", async () => {
    const voting = await made({ phase: "voting" });
    const known = async (id: CycleId, now: string) =>
      (await tables.store.cycles.duringVote(id, now))?.version;
    expect(await known(voting.id, "2027-09-10T10:00:00.000Z")).toBe(1);
    const changed = accept(await tables.store.cycles.change(voting, { name: "Nowa" }));
    expect(await known(voting.id, "2027-09-10T10:00:04.999Z")).toBe(1);
    expect(await known(voting.id, "2027-09-10T10:00:05.000Z")).toBe(2);
    accept(await tables.store.cycles.change(changed, { phase: "sealed" }));
    expect(await known(voting.id, "2027-09-10T10:00:10.000Z")).toBe(3);
    accept(await tables.store.cycles.change({ ...changed, phase: "sealed", version: 3 }, { name: "Dalej" }));
    expect(await known(voting.id, "2027-09-10T10:00:10.000Z")).toBe(4);
  });
});

describe("the gates of a vote", () => {
  const window = { openAt: "2027-09-10T00:00:00.000Z", closeAt: "2027-09-24T00:00:00.000Z" };

  test("are set again and again until they are sealed, and never after", async () => {
    const id = newCycleId();
    const { cycles } = tables.store;
    expect(await cycles.sealGates(id)).toMatchObject({ refusal: { code: "thing/not-found" } });
    expect((await cycles.setGates(id, window)).ok).toBe(true);
    expect((await cycles.setGates(id, { ...window, closeAt: "2027-09-25T00:00:00.000Z" })).ok).toBe(true);
    expect(await cycles.sealedGates(id)).toBe(0);
    expect((await cycles.sealGates(id)).ok).toBe(true);
    expect((await cycles.sealGates(id)).ok).toBe(true);
    expect(await cycles.setGates(id, window)).toMatchObject({ refusal: { code: "cycle/locked" } });
    expect(await cycles.sealedGates(id)).toBe(GATES);
  });

  test("that are extended while they are sealed all end up sealed", async () => {
    const id = newCycleId();
    const { cycles } = tables.store;
    await cycles.setGates(id, window);
    await Promise.all([cycles.setGates(id, window), cycles.sealGates(id), cycles.setGates(id, window)]);
    expect(await cycles.sealedGates(id)).toBe(GATES);
  });
});

describe("a count", () => {
  const counted = async (): Promise<Count> => {
    const count: Count = {
      cycleId: newCycleId(),
      run: "run-1",
      markers: 1,
      ballots: 1,
      differences: [],
      voids: [],
      leavesDigest: "leaves",
      perDistrict: { L13: 1 },
      undecidedPools: [],
      disputedPools: [],
      leftOver: null,
      leftOverTies: [],
      signOffs: [],
    };
    return accept(await tables.store.counts.collected(count));
  };
  const attested = async (): Promise<Count> => {
    const count = await counted();
    accept(
      await tables.store.counts.attest(count, {
        digest: "first",
        inputs: "in",
        undecidedPools: [],
        disputedPools: [],
        leftOver: null,
        leftOverTies: [],
      }),
    );
    return { ...count, digest: "first" };
  };
  const sign = (count: Count, n: number, digest = "first") =>
    tables.store.counts.signOff(
      count,
      { by: `person-${n}`, name: `Osoba ${n}`, at: AT, digest },
      trace(count.cycleId, n),
    );
  const now = async ({ cycleId }: Count) => {
    const count = await tables.store.counts.get(cycleId);
    if (!count) throw new Error("no count");
    return count;
  };

  test("is collected once: the same run again is the same count, another run is refused", async () => {
    const count = await counted();
    expect(await tables.store.counts.collected({ ...count, markers: 5 })).toEqual({ ok: true, value: count });
    expect(await tables.store.counts.collected({ ...count, run: "run-2" })).toMatchObject({
      refusal: { code: "request/key-reused" },
    });
  });

  test("signed by fifty at once has one signature; who reads it again may sign second", async () => {
    const count = await attested();
    const outcomes = await Promise.all(times(50, (n) => sign(count, n)));
    expect(tallyOf(outcomes)).toEqual({ ok: 1, "request/changed-since": 49 });
    expect([(await now(count)).signOffs.length, await audits(count.cycleId)]).toEqual([1, 1]);
    const second = await sign(await now(count), 50);
    expect([second.ok, (await now(count)).signOffs.length]).toEqual([true, 2]);
  });

  test("of another digest than the one signed takes no signature, and loses those it had", async () => {
    const count = await attested();
    accept(await sign(count, 1));
    expect((await sign(await now(count), 2, "other")).ok).toBe(false);
    const again = { inputs: "in", undecidedPools: [], disputedPools: [], leftOver: null, leftOverTies: [] };
    accept(await tables.store.counts.attest(await now(count), { digest: "first", ...again }));
    expect((await now(count)).signOffs).toHaveLength(1);
    accept(await tables.store.counts.attest(await now(count), { digest: "second", ...again }));
    expect((await now(count)).signOffs).toEqual([]);
    expect((await sign(await now(count), 2, "first")).ok).toBe(false);
  });

  test("of another run is not attested", async () => {
    const count = await counted();
    const outcome = await tables.store.counts.attest(
      { ...count, run: "run-2" },
      {
        digest: "first",
        inputs: "in",
        undecidedPools: [],
        disputedPools: [],
        leftOver: null,
        leftOverTies: [],
      },
    );
    expect(outcome.ok).toBe(false);
    expect(await now(count)).not.toHaveProperty("digest");
  });
});

describe("the published result", () => {
  test("that everybody reads is the latest version", async () => {
    const cycle = await made();
    expect(await tables.store.results.latest(cycle.id)).toBeUndefined();
    for (const version of [1, 2, 9, 10, 11]) {
      const publication = { cycleId: cycle.id, version, publishedAt: AT, packageDigest: `${version}` };
      accept(await tables.table.write([await tables.store.results.publish(publication)]));
      expect(await tables.store.results.latest(cycle.id)).toEqual(publication);
    }
  });
});

describe("the frozen list", () => {
  test("is looked for again while it is not there, and read once when it is", async () => {
    const cycleId = newCycleId();
    const { ballotLists } = tables.store;
    expect(await ballotLists.get(cycleId)).toBeUndefined();
    const list = { cycleId, pools: [{ id: "M", projects: [] }] };
    accept(await tables.table.write([await ballotLists.freeze(list)]));
    const [one, other] = [await ballotLists.get(cycleId), await ballotLists.get(cycleId)];
    expect(one).toEqual(list);
    expect(other).toBe(one);
  });
});

describe("the trail of an office", () => {
  test("is read newest first, a page at a time, each deed once", async () => {
    const cycle = await made();
    for (let n = 0; n < 7; n++) {
      const record = {
        at: `2027-09-10T10:00:0${n}.000Z`,
        by: "a",
        byName: "Anna",
        act: `act-${n}`,
        facts: {},
      };
      accept(await tables.table.write([auditWrite(cycle.id, `id-${n}`, record)]));
    }
    const first = await tables.store.audit.list(cycle.id, { limit: 4 });
    const rest = await tables.store.audit.list(cycle.id, { after: first.next ?? "" });
    expect([...first.items, ...rest.items].map(({ act }) => act)).toEqual(times(7, (n) => `act-${6 - n}`));
    expect(rest.next).toBeNull();
  });
});
