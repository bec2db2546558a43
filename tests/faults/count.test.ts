import { afterAll, beforeAll, expect, test } from "vitest";
import type { TestVote } from "../kit/city.ts";
import type { Answer } from "../kit/place.ts";
import { eachAt } from "./fault-proxy.ts";
import {
  castPatiently,
  type FaultyPlace,
  inLanes,
  openFaultyPlace,
  openVoteOf,
  seatVoters,
} from "./faulty-place.ts";

const VOTES = 12;
const HOUR_MS = 3_600_000;

let place: FaultyPlace;
let vote: TestVote;

beforeAll(async () => {
  place = await openFaultyPlace();
  vote = await openVoteOf(place);
});
afterAll(() => place?.close());

/** Lets the state machine go on, with each retry at its time, until this holds; at most so many moves. */
const until = async <T>(read: () => Promise<T | undefined>): Promise<T> => {
  for (let moves = 0; moves < 40; moves++) {
    const found = await read();
    if (found) return found;
    await place.clock.moveTo((now) => now + 60_000);
  }
  throw new Error("it never came");
};

test("the close, the count and the publication come through while one call in twenty fails in each way", async () => {
  const { cycleId, privateKey } = vote;
  const [project = ""] = vote.projects.M ?? [];
  const voters = await seatVoters(place, cycleId, [0, VOTES]);
  await inLanes(voters, 6, ({ token }) => castPatiently(place, cycleId, token, { points: { [project]: 2 } }));
  const commission = await place.staff("commission");
  /** The same again while the city says to come back. */
  const patiently = async (ask: () => Promise<Answer>): Promise<Answer> => {
    for (let tries = 1; ; tries++) {
      const answer = await ask();
      if (answer.status < 500 || tries === 20) return answer;
    }
  };
  const cycle = async () =>
    (await patiently(() => place.call(`GET /v1/staff/cycles/${cycleId}`, { token: commission }))).body;
  const tell = async (route: string, body: object, n = 0) => {
    const token = await place.staff("commission", n);
    return (await patiently(() => place.call(route, { token, key: true, body }))).status;
  };

  await place.proxy.amid({ ...eachAt(0.05), conflict: 0.3 }, async () => {
    await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
    await until(async () => ["sealed", "counting"].includes((await cycle()).phase) || undefined);
    expect(await tell(`POST /v1/staff/cycles/${cycleId}/count-key`, { privateKey })).toBeLessThan(300);
    const count = await until(async () => {
      const { count } = await cycle();
      return count?.digest ? count : undefined;
    });
    expect([count.markers, count.ballots]).toEqual([VOTES, VOTES]);
    for (const n of [0, 1])
      await tell(`POST /v1/staff/cycles/${cycleId}/sign-offs`, { digest: count.digest }, n);
    await until(async () => (await cycle()).phase === "results" || undefined);
  });
  const results = await place.call(`GET /v1/cycles/${cycleId}/results`);
  expect(results.status).toBe(200);
}, 120_000);
