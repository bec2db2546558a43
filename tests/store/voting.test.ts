import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { epochSeconds, instant, milliseconds, plusSeconds } from "../../shared/domain/time.ts";
import { EMPTY_SHARD, packRoll } from "../../shared/domain/voting/roll.ts";
import type { SealedVote } from "../../shared/store/ballots.ts";
import { GATES, keys } from "../../shared/store/keys.ts";
import type { VoterSession } from "../../shared/store/voter-sessions.ts";
import { AT, newCycleId, openTables, type Tables, tallyOf, times } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const OPENS = "2027-09-10T00:00:00.000Z";
const CLOSES = "2027-09-24T00:00:00.000Z";
const LIMITS = { tries: 5, expiresAt: plusSeconds(AT, 1800) };

const sessionOf = (cycleId: CycleId, n: number, more: Partial<VoterSession> = {}): VoterSession => ({
  cycleId,
  voter: { key: `voter-${n}`, district: "L13" },
  contact: `voter-${n}@example.com`,
  language: "pl",
  codeExpiresAt: plusSeconds(AT, 600),
  expiresAt: plusSeconds(AT, 900),
  tries: 0,
  confirmed: false,
  ...more,
});

let sessions = 0;
const opened = async (more: Partial<VoterSession> = {}, cycleId = newCycleId()) => {
  const n = sessions++;
  const hash = `session-${n}`;
  const session = sessionOf(cycleId, n, more);
  accept(await tables.store.voterSessions.open(hash, session, AT));
  return { hash, session };
};

const voteOf = (cycleId: CycleId, n: number, more: Partial<SealedVote> = {}): SealedVote => ({
  cycleId,
  voterKey: `voter-${n}`,
  gate: n % GATES,
  receivedAt: AT,
  marker: {
    keyHash: `hash-${n}`,
    channel: "web",
    district: "L13",
    day: "2027-09-10",
    link: new Uint8Array([n]),
  },
  ballotId: `ballot-${n}`,
  sealed: new Uint8Array([n, 1, 2]),
  ...more,
});

/** A vote that is open, in which the first so many voters have their codes. */
const openVote = async (voters: number) => {
  const cycleId = newCycleId();
  accept(await tables.store.cycles.setGates(cycleId, { openAt: OPENS, closeAt: CLOSES }));
  const hashes = await Promise.all(
    times(voters, async (n) => {
      const hash = `${cycleId}-${n}`;
      const session = sessionOf(cycleId, n);
      accept(await tables.store.voterSessions.open(hash, session, AT));
      accept(await tables.store.voterSessions.confirm(hash, session, LIMITS));
      return hash;
    }),
  );
  const cast = async (n: number, more: Partial<SealedVote> = {}) => {
    const vote = voteOf(cycleId, n, more);
    return tables.store.ballots.cast(
      vote,
      await tables.store.voterSessions.spend(hashes[n] ?? "nobody", vote.receivedAt),
    );
  };
  return { cycleId, cast, hashes };
};

const Pk = z.object({ pk: z.string() });

const box = async (cycleId: CycleId) => ({
  markers: (await tables.table.scan("main", keys.marker(cycleId, "").pk, Pk)).length,
  ballots: (await tables.table.scan("ballots", keys.ballot(cycleId, "").pk, Pk)).length,
});

describe("a voter's code", () => {
  test("is kept no longer than its session, and the session than it may be used", async () => {
    const { hash, session } = await opened();
    const goesAt = async () =>
      (await tables.table.get(keys.voterSession(hash), z.object({ expiresAtSeconds: z.int() })))
        ?.expiresAtSeconds;
    expect(await goesAt()).toBe(epochSeconds(session.expiresAt));
    accept(await tables.store.voterSessions.confirm(hash, session, LIMITS));
    expect(await goesAt()).toBe(epochSeconds(LIMITS.expiresAt));
  });

  test("may be mistyped five times, not six, also by twenty at once", async () => {
    const { hash } = await opened();
    const outcomes = await Promise.all(times(20, () => tables.store.voterSessions.miss(hash, { tries: 5 })));
    expect(tallyOf(outcomes)).toEqual({ ok: 5, "voting/code": 15 });
    expect((await tables.store.voterSessions.get(hash))?.tries).toBe(5);
  });

  test("serves nobody once its tries are used up", async () => {
    const { hash, session } = await opened({ tries: 5 });
    expect(await tables.store.voterSessions.confirm(hash, session, LIMITS)).toMatchObject({
      refusal: { code: "voting/code", facts: { triesLeft: 0 } },
    });
    expect((await tables.store.voterSessions.get(hash))?.confirmed).toBe(false);
    expect(
      await tables.store.voterSessions.takeContact(session.cycleId, session.voter?.key ?? ""),
    ).toBeUndefined();
  });

  test("of a session that never was brings none into being", async () => {
    expect((await tables.store.voterSessions.miss("nobody", { tries: 5 })).ok).toBe(false);
    expect((await tables.store.voterSessions.confirm("nobody", sessionOf(newCycleId(), 0), LIMITS)).ok).toBe(
      false,
    );
    expect(await tables.store.voterSessions.get("nobody")).toBeUndefined();
  });

  test("that is right leaves the address for one letter, which one consumer takes", async () => {
    const { hash, session } = await opened();
    accept(await tables.store.voterSessions.confirm(hash, session, LIMITS));
    const taken = await Promise.all(
      times(5, () => tables.store.voterSessions.takeContact(session.cycleId, session.voter?.key ?? "")),
    );
    expect(taken.filter((contact) => contact !== undefined)).toEqual([
      { contact: session.contact, language: "pl" },
    ]);
  });

  test("waits to be sent, and that of nobody waits too, so that both are written alike", async () => {
    const waiting = async () => new Set((await tables.table.pending("codes", 500)).map(({ pk }) => pk));
    const known = await opened();
    const cycleId = newCycleId();
    const { voter: _, ...nobody } = sessionOf(cycleId, 0);
    accept(await tables.store.voterSessions.open("no-one", nobody, AT));
    expect((await waiting()).has(keys.voterSession(known.hash).pk)).toBe(true);
    expect((await waiting()).has(keys.voterSession("no-one").pk)).toBe(true);
  });

  test("is spent once, while it is confirmed and its time is not over", async () => {
    const spend = async (hash: string, now: string) =>
      tables.table.write([await tables.store.voterSessions.spend(hash, now)]);
    const typed = await opened();
    expect(await spend(typed.hash, AT)).toMatchObject({ refusal: { code: "identity/expired" } });
    accept(await tables.store.voterSessions.confirm(typed.hash, typed.session, LIMITS));
    expect((await spend(typed.hash, LIMITS.expiresAt)).ok).toBe(false);
    const last = instant(milliseconds(LIMITS.expiresAt) - 1);
    const outcomes = await Promise.all(times(10, () => spend(typed.hash, last)));
    expect(tallyOf(outcomes)).toEqual({ ok: 1, "identity/expired": 9 });
  });
});

describe("a ballot is cast with its marker, at an open gate, for its code, or not at all", () => {
  test("and then it is there, and the code is gone", async () => {
    const { cycleId, cast, hashes } = await openVote(1);
    expect((await cast(0)).ok).toBe(true);
    expect(await tables.store.ballots.marker(cycleId, "voter-0")).toEqual(voteOf(cycleId, 0).marker);
    expect((await tables.store.ballots.ballot(cycleId, "ballot-0"))?.sealed).toEqual(
      new Uint8Array([0, 1, 2]),
    );
    expect(await tables.store.voterSessions.get(hashes[0] ?? "")).toBeUndefined();
    const [waiting] = (await tables.table.pending("markers", 500)).filter(
      ({ pk }) => pk === keys.marker(cycleId, "voter-0").pk,
    );
    expect(waiting).toBeDefined();
  });

  test("and whoever reads what waits to be told does not learn in which order people voted", async () => {
    const { cycleId, cast } = await openVote(24);
    const keyHashOf = (n: number) => createHash("sha256").update(`key of ${n}`).digest("hex");
    const voters = times(24, (n) => n);
    for (const n of voters) {
      const { marker } = voteOf(cycleId, n);
      accept(await cast(n, { receivedAt: plusSeconds(AT, n), marker: { ...marker, keyHash: keyHashOf(n) } }));
    }
    const waiting = (await tables.table.pending("markers", 500)).flatMap(({ pk }) =>
      voters.filter((n) => pk === keys.marker(cycleId, `voter-${n}`).pk),
    );
    expect(waiting).toEqual(voters.toSorted((a, b) => (keyHashOf(a) < keyHashOf(b) ? -1 : 1)));
    // What is stored with a marker says no time finer than a day.
    const markers = await tables.table.scan("main", keys.marker(cycleId, "").pk, z.looseObject({}));
    expect(JSON.stringify(markers)).not.toMatch(/\d{4}-\d\d-\d\dT|\b\d{10,13}\b/);
  });

  test("who has voted already is told so first, though the code is gone as well", async () => {
    const { cycleId, cast } = await openVote(1);
    accept(await cast(0));
    for (const more of [{}, { ballotId: "ballot-x" }, { receivedAt: CLOSES }])
      expect(await cast(0, more)).toMatchObject({ refusal: { code: "voting/already-voted" } });
    expect(await box(cycleId)).toEqual({ markers: 1, ballots: 1 });
  });

  test.each([
    [
      "a millisecond before the opening",
      instant(milliseconds(OPENS) - 1),
      { opensAt: OPENS, closesAt: CLOSES },
    ],
    ["at the close", CLOSES, { opensAt: null, closesAt: CLOSES }],
    ["long after it", plusSeconds(CLOSES, 86_400), { opensAt: null, closesAt: CLOSES }],
  ])("%s nothing is taken, and the vote says when it is open", async (_, receivedAt, facts) => {
    const { cycleId, cast, hashes } = await openVote(1);
    expect(await cast(0, { receivedAt })).toMatchObject({ refusal: { code: "voting/closed", facts } });
    expect(await box(cycleId)).toEqual({ markers: 0, ballots: 0 });
    expect(await tables.store.voterSessions.get(hashes[0] ?? "")).toBeDefined();
  });

  test("without a gate nothing is taken", async () => {
    const cycleId = newCycleId();
    const spend = await tables.store.voterSessions.spend("nobody", AT);
    expect(await tables.store.ballots.cast(voteOf(cycleId, 0), spend)).toMatchObject({
      refusal: { code: "voting/closed", facts: { opensAt: null, closesAt: null } },
    });
  });

  test("under the id of another ballot nothing is taken, and that ballot stays as it is", async () => {
    const { cycleId, cast, hashes } = await openVote(2);
    accept(await cast(0));
    expect((await cast(1, { ballotId: "ballot-0" })).ok).toBe(false);
    expect(await box(cycleId)).toEqual({ markers: 1, ballots: 1 });
    expect((await tables.store.ballots.ballot(cycleId, "ballot-0"))?.sealed).toEqual(
      new Uint8Array([0, 1, 2]),
    );
    expect(await tables.store.voterSessions.get(hashes[1] ?? "")).toBeDefined();
  });

  test("without a code that was right, and in time, nothing is taken", async () => {
    const { cycleId, cast } = await openVote(0);
    accept(await tables.store.voterSessions.open("unconfirmed", sessionOf(cycleId, 0), AT));
    for (const hash of ["nobody", "unconfirmed"]) {
      const spend = await tables.store.voterSessions.spend(hash, AT);
      expect(await tables.store.ballots.cast(voteOf(cycleId, 0), spend)).toMatchObject({
        refusal: { code: "identity/expired" },
      });
    }
    expect(await cast(0)).toMatchObject({ refusal: { code: "identity/expired" } });
    expect(await box(cycleId)).toEqual({ markers: 0, ballots: 0 });
  });

  test("from fifty places at once one is taken", async () => {
    const { cycleId, cast } = await openVote(1);
    const outcomes = await Promise.all(times(50, (n) => cast(0, { ballotId: `ballot-${n}` })));
    expect(tallyOf(outcomes)).toEqual({ ok: 1, "voting/already-voted": 49 });
    expect(await box(cycleId)).toEqual({ markers: 1, ballots: 1 });
  });
});

describe("the close of a vote", () => {
  test("once every gate is sealed nothing is written any more, whatever was under way", async () => {
    const VOTERS = 120;
    const { cycleId, cast } = await openVote(VOTERS);
    const { cycles } = tables.store;
    const window = { openAt: OPENS, closeAt: plusSeconds(CLOSES, 60) };
    const casting = times(VOTERS, (n) => cast(n));
    const extending = cycles.setGates(cycleId, window);
    await Promise.any(casting);
    accept(await cycles.sealGates(cycleId));
    const sealed = await box(cycleId);
    const outcomes = tallyOf(await Promise.all(casting));
    await extending;
    expect(await box(cycleId)).toEqual(sealed);
    expect(sealed).toEqual({ markers: outcomes.ok ?? 0, ballots: outcomes.ok ?? 0 });
    expect((outcomes.ok ?? 0) + (outcomes["voting/closed"] ?? 0)).toBe(VOTERS);
    expect(await cycles.sealedGates(cycleId)).toBe(GATES);
  });
});

describe("the gates of a vote", () => {
  test("count by district who came through, and nobody who did not, also past an extension", async () => {
    const { cycleId, cast } = await openVote(70);
    const { cycles, ballots } = tables.store;
    const from = (n: number, district: string) => ({ marker: { ...voteOf(cycleId, n).marker, district } });
    expect(await cycles.votedByDistrict(cycleId)).toEqual({});
    for (const n of [0, 1, 64, 65]) accept(await cast(n));
    accept(await cycles.setGates(cycleId, { openAt: OPENS, closeAt: plusSeconds(CLOSES, 60) }));
    accept(await cast(66, from(66, "stare-mlyny")));
    expect(
      tallyOf([await cast(0), await cast(2, { receivedAt: plusSeconds(CLOSES, 61) })]).ok,
    ).toBeUndefined();
    const voted = { L13: 4, "stare-mlyny": 1 };
    expect(await cycles.votedByDistrict(cycleId)).toEqual(voted);
    accept(await cycles.sealGates(cycleId));
    expect(await cycles.votedByDistrict(cycleId)).toEqual(voted);
    await ballots.restore([voteOf(cycleId, 67)]);
    expect(await cycles.votedByDistrict(cycleId)).toBeUndefined();
  });
});

describe("the roll in the table", () => {
  const person = (n: number) => ({
    id: new Uint8Array(16).fill(n + 1),
    proof: new Uint8Array(16).fill(n + 2),
    district: n,
  });

  test("of one version is read while the next is written beside it", async () => {
    const cycleId = newCycleId();
    const [first, second] = [packRoll(times(3, person)), packRoll(times(5, person))];
    await tables.store.roll.write(cycleId, "one", first);
    await tables.store.roll.write(cycleId, "two", second);
    const shard = (importId: string) =>
      tables.store.roll.shard(cycleId, { importId, shards: 1 }, person(0).id);
    expect([await shard("one"), await shard("two")]).toEqual([first[0], second[0]]);
    expect(await shard("three")).toEqual(EMPTY_SHARD);
  });
});

test("votes put back after a loss are all there, in both tables, and nobody is told again", async () => {
  const cycleId = newCycleId();
  await tables.store.ballots.restore(times(60, (n) => voteOf(cycleId, n)));
  expect(await box(cycleId)).toEqual({ markers: 60, ballots: 60 });
  const told = (await tables.table.pending("markers", 500)).filter(({ pk }) => pk.includes(cycleId));
  expect(told).toEqual([]);
});
