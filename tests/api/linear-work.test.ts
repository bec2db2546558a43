import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hostile, hostileRequests } from "../../infra/bench/hostile-requests.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { openTestVote } from "../kit/city.ts";
import { countedWork } from "../kit/counted-work.ts";
import { answered, httpEvent } from "../kit/event.ts";
import { openPlace, type Place } from "../kit/place.ts";

/** Both below what is refused by its size alone: ten thousand values, a quarter of a megabyte. */
const SIZE = 15_000;
/** Counting is exact for steps; bytes are sampled. */
const AT_MOST = { steps: 2.05, bytes: 2.3 };
/** What goes on beside is small against this. */
const FLOOR = { steps: 20_000, bytes: 2_000_000 };
const ANSWER_BYTES = 64_000;

let place: Place;
let cycleId = "cyc_0000000000000000";
beforeAll(async () => {
  place = await openPlace();
  ({ cycleId } = await openTestVote(place, {
    pools: { L13: { amountZloty: 5, costsZloty: [1] } },
    voters: 1,
  }));
  await place.settle();
});
afterAll(() => place?.close());

const ask = async ({ fn, of }: Hostile, bytes: number) =>
  answered(await place.invoke(fn, httpEvent({ at: place.clock.now(), ...of(bytes) })));

/** The short form tries what once hung the server, and some of the others, drawn by the seed. */
const ALWAYS = ["a form of one field again and again", "JSON of one long key, twice"];
const OTHERS = 2;
const all = hostileRequests("cyc_0000000000000000").map(({ name }, index) => [name, index] as const);
const known = all.filter(([name]) => ALWAYS.includes(name));
const chance = chanceOf(seed);
const drawn = Array.from({ length: OTHERS }, () => chance.one(all));
const tried = runs(1) > 1 ? all : [...new Map([...known, ...drawn])];

describe("a request that is twice as long", () => {
  test("is noticed where the work on it is four times as much", async () => {
    const copying = (n: number) => () => {
      let all: number[] = [];
      for (let each = 0; each < n; each += 1) all = [...all, each];
      return all;
    };
    const looking = (n: number) => () => {
      const all = Array.from({ length: n }, (_, each) => each);
      return all.filter((one) => all.some((other) => other === -one - 1));
    };
    for (const [act, of] of [
      [copying, "bytes"],
      [looking, "steps"],
    ] as const) {
      const [once, twice] = [await countedWork(act(500)), await countedWork(act(1000))];
      expect(twice[of] / once[of]).toBeGreaterThan(3);
    }
  });

  test.each(tried)("is at most twice the work: %s", async (_name, index) => {
    const hostile = hostileRequests(cycleId)[index] as Hostile;
    // The first time compiles and opens what later times find.
    for (const size of [SIZE, 2 * SIZE]) await ask(hostile, size);
    const once = await countedWork(() => ask(hostile, SIZE));
    const twice = await countedWork(() => ask(hostile, 2 * SIZE));
    const answer = await ask(hostile, 2 * SIZE);
    expect(answer.status).toBeLessThan(500);
    expect(Buffer.byteLength(answer.text)).toBeLessThan(ANSWER_BYTES);
    for (const of of ["steps", "bytes"] as const)
      expect([of, twice[of] <= Math.max(FLOOR[of], AT_MOST[of] * once[of]), once[of], twice[of]]).toEqual([
        of,
        true,
        once[of],
        twice[of],
      ]);
  });
});

describe("a request with hundreds of faults", () => {
  const asked = (body: string) =>
    place.call(`POST /v1/meetings/mtg_0000000000000000/signups`, {
      body,
      headers: { "content-type": "application/json" },
    });

  test("is told the first fifty, and how many more there are", async () => {
    const many = `{${Array.from({ length: 300 }, (_, n) => `"f${n}":1`).join(",")}}`;
    const { status, body } = await asked(many);
    // The three fields that are missing are faults too.
    expect([status, body.errors.length, body.moreErrors]).toEqual([400, 50, 253]);
    expect(body.detail).toContain("253");
    const twice = await asked(`{${'"a":1,'.repeat(200)}"a":1}`);
    expect([twice.status, twice.body.errors.length, twice.body.moreErrors]).toEqual([400, 50, 150]);
    expect((await asked('{"f":1}')).body).not.toHaveProperty("moreErrors");
  });

  test("is told where they are, in no more words than anybody reads", async () => {
    const long = "ł".repeat(10_000);
    const { body } = await asked(`{"${long}":1,"${long}":2}`);
    expect(body.errors[0].pointer.length).toBeLessThanOrEqual(400);
  });

  test("or with more values than any honest one is not read to its end", async () => {
    const { status, body } = await asked(`{"name":[${"1,".repeat(20_000)}1]}`);
    expect([status, body.code]).toEqual([413, "request/too-many-values"]);
    const form = await place.call("POST /zglos", { form: { a: Array.from({ length: 10_001 }, () => "") } });
    expect(form.status).toBe(413);
    const large = await place.call("POST /zglos", { form: { email: "a".repeat(300_000) } });
    expect(large.status).toBe(413);
  });
});
