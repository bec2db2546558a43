import { afterAll, beforeAll, expect, test } from "vitest";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { openTestVote, peselOf, type TestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { codeFor } from "../kit/voting-city.ts";

/** Scripts and their neighbours on one /24, another house every minute: in the long form ten for ten minutes, in the short one five for one. */
const MINUTES = runs(1) > 1 ? 10 : 1;
const SCRIPTS = MINUTES > 1 ? 10 : 5;
const ROUNDS = MINUTES > 1 ? 8 : 6;
const ADDRESS = { burst: 20, perHour: 240 };
const PERSON = { burst: 5, perHour: 5 };
/** Who comes anew to a network is heard so often beside. */
const ANEW = 3;
const SURNAME = "Nowak-Łoś";

let place: Place;
let vote: TestVote;
const chance = chanceOf(seed);

beforeAll(async () => {
  place = await openPlace();
  vote = await openTestVote(place, {
    pools: { L13: { amountZloty: 50_000, costsZloty: [20_000] } },
    voters: (ROUNDS / 2) * MINUTES + 50,
    voterCodes: {
      tries: {
        person: PERSON,
        address: ADDRESS,
        // Fewer than the scripts would take if nothing else held them; in the long form Katowice's own.
        network: { burst: MINUTES > 1 ? 1200 : 140, perHour: 2400 },
      },
    },
  });
});
afterAll(() => place?.close());

let strangers = 1000;
let voters = 0;

const from = (ip: string) => ({ headers: { "x-forwarded-for": ip } });

const identify = (ip: string, pesel: string, email: string, mothersMaidenName = SURNAME) =>
  place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions`, {
    ...from(ip),
    body: { pesel, mothersMaidenName, email },
  });

/** From identity to the token, as the n-th voter at this address; the statuses on the way. */
const enter = async (ip: string, n: number): Promise<number[]> => {
  const opened = await identify(ip, peselOf(n), `voter-${n}@example.com`);
  if (opened.status !== 202) return [opened.status];
  const { session } = opened.body;
  const { status } = await place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions/${session}/code`, {
    ...from(ip),
    body: { code: await codeFor(place, session) },
  });
  return [opened.status, status];
};

/** Everybody at one address is served: answers of a way from identity to token. */
const expectServed = (ways: readonly (readonly number[])[]): void => {
  const served = ways.filter((statuses) => statuses.join() === "202,200").length;
  console.log(`${ways.length} neighbours, ${served} served`);
  expect(served).toBeGreaterThanOrEqual(ways.length * 0.95);
};

test("a neighbour gets through while scripts hammer the same network with people of their own making", async () => {
  const tally: Record<string, number> = {};
  const honest: number[][] = [];
  for (let minute = 0; minute < MINUTES; minute++) {
    for (let round = 0; round < ROUNDS; round++) {
      const scripts = Array.from({ length: SCRIPTS * 5 }, (_, n) =>
        identify(
          `198.51.100.${10 + (n % SCRIPTS)}`,
          peselOf(strangers++ % 10_000),
          `s${chance.below(1e9)}@example.com`,
        ),
      );
      for (const { status } of await Promise.all(scripts)) tally[status] = (tally[status] ?? 0) + 1;
      if (round % 2 === 0) honest.push(await enter(`198.51.100.${100 + minute}`, voters++));
    }
    await place.clock.moveTo((now) => now + 60_000);
  }
  console.log(`scripts ${JSON.stringify(tally)}`);
  expectServed(honest);
  // What one connection may do: its burst, and a token every fifteen seconds.
  expect(tally["202"]).toBeLessThanOrEqual(SCRIPTS * (ADDRESS.burst + 4 * MINUTES));
  expect(tally["429"]).toBeGreaterThan(0);
}, 600_000);

test("who is turned away for themselves uses up nothing of what a whole house shares", async () => {
  // Thirty at once race for one bucket: who comes eight times too late is asked to come again, and does.
  const tried = async (email: string): ReturnType<typeof identify> => {
    const reply = await identify("203.0.113.9", peselOf(9999), email);
    return reply.status === 503 ? tried(email) : reply;
  };
  const tries = await Promise.all(Array.from({ length: 30 }, (_, n) => tried(`t${n}@example.com`)));
  expect(tries.filter(({ status }) => status === 202)).toHaveLength(PERSON.burst + ANEW);
  const honest: number[][] = [];
  for (let n = 0; n < 6; n++) honest.push(await enter("203.0.113.9", voters++));
  expectServed(honest);
});

test("a library with one address is served all day", async () => {
  const honest: number[][] = [];
  for (let n = 0; n < 24; n++) {
    honest.push(await enter("2001:db8:77:1::5", voters++));
    await place.clock.moveTo((now) => now + 40_000);
  }
  expectServed(honest);
});

test("a script that has emptied its own network locks nobody out who is elsewhere", async () => {
  const victims = Array.from({ length: 8 }, () => voters++);
  const tally: Record<string, number> = {};
  for (let round = 0; round < 10; round++) {
    const tries = victims.map((n) =>
      identify(`192.0.2.${round % 3}`, peselOf(n), `x${round}-${n}@example.com`, "Kowalska"),
    );
    for (const { status } of await Promise.all(tries)) tally[status] = (tally[status] ?? 0) + 1;
  }
  console.log(`wrong names ${JSON.stringify(tally)}`);
  expect(tally["202"]).toBeLessThanOrEqual(victims.length * (PERSON.burst + 3 * ANEW));
  const honest: number[][] = [];
  for (const n of victims) honest.push(await enter("203.0.113.77", n));
  expect(honest.map((statuses) => statuses.join())).toEqual(victims.map(() => "202,200"));
});

test("what is wrong about one person has a ceiling over all networks, and the person is heard elsewhere", async () => {
  const n = voters++;
  const everywhere = Array.from({ length: 12 * PERSON.burst }, (_, index) =>
    identify(`203.1.${index % 12}.1`, peselOf(n), `y${index}@example.com`, "Kowalska"),
  );
  const statuses = (await Promise.all(everywhere)).map(({ status }) => status);
  const heard = statuses.filter((status) => status === 202).length;
  expect(heard).toBeGreaterThanOrEqual(4 * PERSON.burst);
  expect(heard).toBeLessThanOrEqual(4 * PERSON.burst + 12 * ANEW);
  expect(await enter("203.2.1.1", n)).toEqual([202, 200]);
});

test("an address that is used up lets the right code pass, and guesses none: each wrong one costs its session a try", async () => {
  const ip = "203.0.114.5";
  for (let n = 0; n < ADDRESS.burst + 5; n++)
    await identify(ip, peselOf(strangers++ % 10_000), "z@example.com");
  const [honest, guessed] = [voters++, voters++];
  const sessions = [];
  for (const n of [honest, guessed])
    sessions.push((await identify("203.0.115.6", peselOf(n), `voter-${n}@example.com`)).body.session);
  const [right, attacked] = sessions;
  const enterCode = (session: string, code: string, at = ip) =>
    place.call(`POST /v1/cycles/${vote.cycleId}/voter-sessions/${session}/code`, {
      ...from(at),
      body: { code },
    });
  expect((await enterCode(right, await codeFor(place, right))).status).toBe(200);
  const guesses = [];
  for (let n = 0; n < 10; n++) guesses.push((await enterCode(attacked, "x")).status);
  expect(guesses).toEqual(guesses.map(() => 422));
  expect((await enterCode(attacked, await codeFor(place, attacked), "203.0.116.7")).status).toBe(422);
});
