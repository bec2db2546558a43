import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import { keys } from "../../shared/store/keys.ts";
import { put, update } from "../../shared/store/write.ts";
import { countTestVote, openTestVote, signAndPublish } from "../kit/city.ts";
import { leaveCountKey, lyingCountKey } from "../kit/count-key.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type Edition, editionOf, HOUR_MS } from "./edition.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

const VOTERS = 20;

const trace = put({ key: { pk: "AUDIT#test", sk: "0" }, item: {} });

/** A vote in which two projects of one cost have as many points each, and money is for one of them. */
const openTie = async (lotCommitment?: string) => {
  const one = await openTestVote(place, {
    pools: { L13: { amountZloty: 1500, costsZloty: [800, 800, 100] } },
    voters: 2 * VOTERS,
    ...(lotCommitment && { lotCommitment }),
  });
  await place.clock.moveTo((now) => now + 2000);
  const edition = editionOf(place, one);
  const [first = "", second = "", small = ""] = one.projects.L13 ?? [];
  for (const project of [first, second])
    await edition.fillBox([{ pool: "L13", points: { [project]: 3 } }], VOTERS);
  return { one, edition, first, second, small };
};

const blockersOf = async (edition: Edition) => (await edition.seen()).blockers;
const SIGN = { what: "needs-sign-offs", count: 2 };

const publish = async (edition: Edition) => {
  await signAndPublish(place, edition.id, (await edition.seen()).count.digest);
  const { body } = await edition.results();
  return body.pools[0];
};

describe("a tie of two equal projects", () => {
  test("keeps the result back until the draw is entered; then it is counted again, and the draw decides", async () => {
    const { one, edition, first, second } = await openTie();
    const early = await edition.draw({ pool: "L13", draws: [{ order: [second, first], protocol: "Nr 4" }] });
    expect([early.status, early.body.code]).toEqual([409, "cycle/wrong-phase"]);
    const counted = await countTestVote(place, one);
    expect(counted.count).toMatchObject({ markers: 40, ballots: 40, undecidedPools: ["L13"] });
    expect(counted.blockers).toEqual([{ what: "needs-draw", pools: ["L13"] }, SIGN]);
    await edition.sign(counted.count.digest, 0);
    await edition.sign(counted.count.digest, 1);
    await place.settle();
    expect((await edition.seen()).phase).toBe("counting");

    const half = await edition.draw({ pool: "M", draws: [{ order: [second, first], protocol: "Nr 4" }] });
    expect([half.status, half.body.code]).toEqual([422, "ballot/pool"]);
    const drawn = await edition.draw({
      pool: "L13",
      draws: [{ order: [second, first], protocol: "Nr 4/2027" }],
    });
    expect(drawn.status).toBe(200);
    await place.settle();
    expect(await blockersOf(edition)).toEqual([SIGN]);
    const pool = await publish(edition);
    expect(pool.selected).toContain(second);
    expect(pool.selected).not.toContain(first);
    expect(JSON.stringify(pool)).toContain("Nr 4/2027");
  });

  test("is settled by the seed that was committed before the vote, and by no other", async () => {
    const seed = "Katowice, 23 września 2027, Sala Sesyjna";
    const { one, edition, first, second } = await openTie(sha256Hex(seed));
    const { body: told } = await place.call(`GET /v1/cycles/${edition.id}`);
    expect(told.lotCommitment).toBe(sha256Hex(seed));
    await countTestVote(place, one);
    const wrong = await edition.enterSeed(`${seed}.`);
    expect([wrong.status, wrong.body.errors?.[0]?.pointer]).toEqual([422, "/seed"]);
    expect((await blockersOf(edition))[0]).toEqual({ what: "needs-draw", pools: ["L13"] });
    expect((await edition.enterSeed(seed)).status).toBe(202);
    await place.settle();
    expect(await blockersOf(edition)).toEqual([SIGN]);
    const pool = await publish(edition);
    const ticket = (id: string) => sha256Hex(`${seed}\n${id}`);
    const winner = ticket(first) < ticket(second) ? first : second;
    expect(pool.selected.filter((id: string) => id === first || id === second)).toEqual([winner]);
  });
});

describe("a count that something has overtaken", () => {
  test("is done again: by a draw between its steps, or by a withdrawal while the signed result waits for its day", async () => {
    const { one, edition, first, second } = await openTie();
    const { closesAt } = await edition.seen();
    const day = Date.parse(closesAt) + 48 * HOUR_MS;
    await edition.move({
      name: "results",
      startsAt: new Date(day).toISOString(),
      endsAt: new Date(day + HOUR_MS).toISOString(),
    });
    const { count } = await countTestVote(place, one);
    const { store } = place.deps;

    // While the pools are being counted there is no digest yet.
    await store.table.write([
      update({ key: keys.count(edition.id), set: { undecidedPools: [] }, remove: ["digest"] }),
    ]);
    expect(await blockersOf(edition)).toEqual([{ what: "still-counting" }]);
    for (const digest of [null, count.digest]) {
      const early = await edition.sign(digest, 0);
      expect([early.status, early.body.code]).toEqual([409, "cycle/blocked"]);
      expect(early.body.detail).toContain("Trwa liczenie głosów");
    }

    // The draw comes when the pool is counted and nothing is attested yet.
    await edition.step("count", "count", { run: count.run, pool: "L13" });
    const before = await store.cycles.hold(edition.id);
    const draws = [{ order: [first, second], protocol: "Nr 5" }];
    await store.table.write([await store.counts.keepDraw(edition.id, { pool: "L13", draws }), trace]);
    expect(await edition.step("count", "attest", { run: count.run })).toEqual({});
    expect(await edition.step("workflow", "close", { phase: "counting" })).toMatchObject({
      state: "recount",
    });
    expect(await store.cycles.hold(edition.id)).toEqual(before);
    for (const [fn, step, more] of [
      ["count", "collect", {}],
      ["count", "count", { run: count.run, pool: "L13" }],
      ["count", "attest", { run: count.run }],
    ] as const)
      await edition.step(fn, step, more);
    const drawn = (await edition.seen()).count;
    expect(drawn.undecidedPools).toEqual([]);

    // Counted, attested and collected once more, nothing of it changes, and no signature is lost.
    await edition.sign(drawn.digest, 0);
    for (const [step, more] of [
      ["collect", {}],
      ["count", { run: count.run, pool: "L13" }],
      ["attest", { run: count.run }],
    ] as const)
      await edition.step("count", step, more);
    const again = (await edition.seen()).count;
    expect([again.digest, again.signOffs.length]).toEqual([drawn.digest, 1]);

    await edition.sign(drawn.digest, 1);
    await place.settle();
    // Whoever signs once more is no third.
    expect((await edition.sign(drawn.digest, 0)).status).toBe(202);
    const signed = await edition.seen();
    expect([signed.phase, signed.count.signOffs.length]).toEqual(["counting", 2]);
    expect((await edition.withdraw(first)).status).toBe(200);
    await place.settle();
    const recounted = await edition.seen();
    expect([recounted.count.signOffs, recounted.blockers]).toEqual([[], [SIGN]]);
    await place.clock.moveTo(day + 1000);
    expect((await edition.results()).status).toBe(404);
    const pool = await publish(edition);
    expect(pool.selected).toContain(second);
    expect(pool.selected).not.toContain(first);
  });
});

describe("the commission's key", () => {
  test("that is lost before the count is asked for again, and leaves nothing behind when the count is done", async () => {
    const { one, edition } = await openTie();
    const { store } = place.deps;
    await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
    const stored = await store.cycles.get(edition.id);
    if (!stored) throw new Error("no cycle");
    // The office noted that the key came, and the vault has lost it.
    await store.cycles.change(stored, { countKeyGivenAt: stored.createdAt });
    await place.clock.moveTo((now) => now + 2 * HOUR_MS);
    const waiting = await edition.seen();
    expect([waiting.phase, waiting.count]).toEqual(["counting", null]);
    expect(waiting.blockers).toContainEqual({ what: "needs-count-key" });

    const wrong = await editionOf(place, { cycleId: one.cycleId, privateKey: "A".repeat(43) }).handOver();
    expect([wrong.status, wrong.body.code]).toEqual([422, "count/key-wrong"]);
    expect((await edition.handOver()).status).toBe(202);
    await place.settle();
    expect((await edition.seen()).count).toMatchObject({ markers: 40, ballots: 40 });
    expect(await lyingCountKey(edition.id, place.deps)).toBeUndefined();

    // Brought once more, it is not kept; left by a run that was cut off, it is dropped by the next.
    expect((await edition.handOver()).status).toBe(202);
    expect(await lyingCountKey(edition.id, place.deps)).toBeUndefined();
    await leaveCountKey(edition.id, one.privateKey, place.deps);
    await edition.step("count", "collect");
    expect(await lyingCountKey(edition.id, place.deps)).toBeUndefined();
  });
});
