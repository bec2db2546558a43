import { afterAll, beforeAll, expect, test } from "vitest";
import { runs } from "../kit/chance.ts";
import {
  castPatiently,
  type FaultyPlace,
  inLanes,
  inTheBox,
  openFaultyPlace,
  openVoteOf,
  seatVoters,
} from "./faulty-place.ts";

/** Votes at once, and how long AWS takes for a transaction: a last minute of 50 votes a second and more. */
const AT_ONCE = 16;
const HOLD_MS = 20;
const VOTES = Math.min(5000, runs(64));

let place: FaultyPlace;
let cycleId: string;
let project: string;

beforeAll(async () => {
  place = await openFaultyPlace({ holdMs: 0 });
  const vote = await openVoteOf(place);
  cycleId = vote.cycleId;
  project = vote.projects.M?.[0] ?? "";
});
afterAll(() => place?.close());

/** Casts so many votes where transactions that hold the same item conflict; answers how many first tries were taken, and how many conflicts there were. */
const rush = async (from: number, view: (key: string) => string) => {
  const voters = await seatVoters(place, cycleId, [from, from + VOTES]);
  Object.assign(place.proxy.state, { view, holdMs: HOLD_MS, conflicts: 0 });
  const outcomes = await inLanes(voters, AT_ONCE, ({ token }) =>
    castPatiently(place, cycleId, token, { points: { [project]: 1 }, tries: 1 }),
  );
  Object.assign(place.proxy.state, { view: (key: string) => key, holdMs: 0 });
  return { taken: outcomes.filter(({ receipt }) => receipt).length, conflicts: place.proxy.state.conflicts };
};

test("the gates of one vote are many enough for a last-minute rush; one gate would turn voters away", async () => {
  const many = await rush(0, (key) => key);
  const one = await rush(10_000, (key) => key.replace(/GATE#([^#]+)#\d+/, "GATE#$1#0"));
  console.log(
    `${VOTES} votes, ${AT_ONCE} at once, ${HOLD_MS} ms each: 64 gates ${many.taken} taken, ${many.conflicts} conflicts; one gate ${one.taken} taken, ${one.conflicts} conflicts`,
  );
  expect(many.taken).toBeGreaterThanOrEqual(VOTES * 0.97);
  expect(one.conflicts).toBeGreaterThan(many.conflicts * 4);
  expect(one.taken).toBeLessThan(VOTES * 0.9);
  const box = await inTheBox(place, cycleId);
  expect([box.markers, box.ballots]).toEqual([many.taken + one.taken, many.taken + one.taken]);
}, 600_000);
