import { afterAll, beforeAll, expect } from "vitest";
import { voterKeysOf } from "../../shared/acts/voter-keys.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { instant } from "../../shared/domain/time.ts";
import { peselOf, type TestVote, vote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { today } from "../kit/time.ts";
import { clerksOf, openVoteWithPoints, POINTS } from "../kit/voting-points.ts";
import { editionOf, HOUR_MS } from "../workflows/edition.ts";

const { describe, test } = inTurn();

let place: Place;
let city: TestVote;
let clerks: ReturnType<typeof clerksOf>;
let sections: { pool: string; points: Record<string, number> }[];
beforeAll(async () => {
  place = await openPlace();
  city = await openVoteWithPoints(place);
  clerks = clerksOf(place, city.cycleId);
  sections = [{ pool: "M", points: { [city.projects.M?.[0] ?? ""]: 2 } }];
});
afterAll(() => place?.close());

const markerOf = async (n: number) => {
  const hashed = await voterKeysOf(place.deps.vault, city.cycleId as CycleId);
  const voterKey = hashed.voterKey(hashed.entryId(peselOf(n)));
  return place.deps.store.ballots.marker(city.cycleId as CycleId, voterKey);
};

const shiftOf = async (clerk: string) => {
  const day = today(place);
  const shifts = await place.deps.store.votingPoints.shifts(city.cycleId as CycleId, "biblioteka-5", day);
  return shifts.find(({ clerkName }) => clerkName === clerk);
};

describe("voting points", () => {
  const set = async (points: unknown) =>
    place.call(`PUT /v1/staff/cycles/${city.cycleId}/voting-points`, {
      token: await place.staff("coordinator"),
      body: { points },
    });

  test("are for everybody to read", async () => {
    const { status, body } = await place.call(`GET /v1/cycles/${city.cycleId}/voting-points`);
    expect([status, body.points]).toEqual([200, POINTS]);
  });

  test("can be added and corrected while the vote is on, and none left out", async () => {
    const third = { id: "dom-kultury", name: "Dom kultury", address: "ul. Parkowa 2", hours: "sob. 10–14" };
    expect((await set([...POINTS, third])).status).toBe(200);
    const refused = await set(POINTS);
    expect([refused.status, refused.body.code]).toEqual([409, "point/in-use"]);
    expect((await set([{ ...POINTS[0], hours: "pon.–sob. 10–18" }, POINTS[1], third])).status).toBe(200);
  });

  test("have each a name of its own", async () => {
    const { status, body } = await set([...POINTS, ...POINTS]);
    expect([status, body.errors[0].pointer]).toEqual([400, "/points/2/id"]);
  });
});

describe("a voter at a point", () => {
  test("votes without a code, and has a receipt like everybody's", async () => {
    const met = await clerks.identify(0);
    expect([met.status, met.body.district, met.body.pools]).toEqual([200, "L13", ["M", "L13"]]);
    const key = newKey();
    const cast = await clerks.cast(met.body.token, sections, key);
    expect(cast.status).toBe(201);
    const { body } = await place.call(`GET /v1/cycles/${city.cycleId}/receipts/${cast.body.receipt}`);
    expect(body.state).toBe("stored");
    expect(await markerOf(0)).toMatchObject({ channel: "desk", point: "biblioteka-5", district: "L13" });
    const again = await clerks.cast(met.body.token, [], key);
    expect([again.status, again.body.receipt]).toEqual([201, cast.body.receipt]);
    expect((await clerks.cast(met.body.token, sections)).body.code).toBe("voting/already-voted");
  });

  test("who has voted on the web is told so before a ballot is filled in", async () => {
    expect((await vote(place, city.cycleId, 1, sections)).status).toBe(201);
    const met = await clerks.identify(1);
    expect([met.status, met.body.code]).toEqual([409, "voting/already-voted"]);
  });

  test("who is not on the roll is told so, and a clerk who saw no document helps nobody", async () => {
    const stranger = await clerks.identify(5000);
    expect([stranger.status, stranger.body.code]).toEqual([422, "roll/not-listed"]);
    const body = { pesel: peselOf(2), documentSeen: false, filledIn: false };
    expect((await clerks.clerk(0, "POST /voting-points/urzad/voters", { body })).status).toBe(422);
    expect((await clerks.identify(2, { point: "nie-ma" })).status).toBe(404);
  });

  test("is counted by clerk and day, with who was looked for and who was filled in for", async () => {
    for (const [n, filledIn] of [
      [3, true],
      [4, false],
    ] as const) {
      const met = await clerks.identify(n, { by: 1, filledIn });
      expect((await clerks.cast(met.body.token, sections)).status).toBe(201);
    }
    await clerks.identify(5, { by: 1 });
    expect(await shiftOf("Adam Jaskółka")).toMatchObject({ looked: 3, cast: 2, filledIn: 1 });
  });

  test("leaves one line in the log for a clerk's day, and none for a voter", async () => {
    const { items } = await place.deps.store.audit.list(city.cycleId);
    const lines = items.filter(({ act }) => act === "postPointVoter");
    expect(lines.map(({ byName }) => byName).sort()).toEqual(["Adam Jaskółka", "Barbara Słowik"]);
  });

  test("has one ballot, whichever of two points and the web is the fastest", async () => {
    const rounds = [6, 7, 8, 9];
    for (const n of rounds) {
      const tokens = await Promise.all([
        clerks.identify(n, { by: 0 }),
        clerks.identify(n, { by: 1, point: "urzad" }),
      ]);
      const outcomes = await Promise.all([
        ...tokens.flatMap(({ body }) => Array.from({ length: 10 }, () => clerks.cast(body.token, sections))),
        vote(place, city.cycleId, n, sections),
      ]);
      expect(outcomes.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([201, 409]));
    }
  });

  test("whose answer was lost with the line has the same receipt by sending again, also after the close", async () => {
    const [sent, unsent] = [await clerks.identify(11), await clerks.identify(12)];
    const key = newKey();
    const { body } = await clerks.cast(sent.body.token, sections, key);
    const closed = await openVoteWithPoints(place);
    const others = clerksOf(place, closed.cycleId);
    const theirs = [{ pool: "M", points: { [closed.projects.M?.[0] ?? ""]: 1 } }];
    const met = await others.identify(13);
    const early = await others.cast(met.body.token, theirs, key);
    const late = await others.identify(14);
    await place.clock.moveTo((now) => now + 3 * HOUR_MS);
    expect((await others.cast(met.body.token, theirs, key)).body.receipt).toBe(early.body.receipt);
    const refused = await others.cast(late.body.token, theirs);
    expect([401, 409]).toContain(refused.status);
    expect((await clerks.cast(sent.body.token, [], key)).body.receipt).toBe(body.receipt);
    expect((await clerks.cast(unsent.body.token, sections)).status).not.toBe(201);
  });

  test("who was let in has two hours to vote, however long the vote is on; then a clerk looks at the document again", async () => {
    const long = await openVoteWithPoints(place);
    const edition = editionOf(place, long);
    const later = instant(place.clock.now() + 9 * HOUR_MS);
    await edition.propose(later);
    expect((await edition.acceptExtension(later)).status).toBe(200);
    const there = clerksOf(place, long.cycleId);
    const theirs = [{ pool: "M", points: { [long.projects.M?.[0] ?? ""]: 1 } }];
    const [inTime, late] = [await there.identify(15), await there.identify(16)];
    const key = newKey();
    await place.clock.moveTo((now) => now + 2 * HOUR_MS - 5000);
    const cast = await there.cast(inTime.body.token, theirs, key);
    expect(cast.status).toBe(201);
    await place.clock.moveTo((now) => now + 5000);
    const refused = await there.cast(late.body.token, theirs);
    expect([refused.status, refused.body.code]).toEqual([401, "identity/expired"]);
    expect((await there.cast(inTime.body.token, [], key)).body.receipt).toBe(cast.body.receipt);
    expect((await there.cast((await there.identify(16)).body.token, theirs)).status).toBe(201);
  });
});
