/** What is promised is measured where it is kept: at every door, in the post, and as phases begin. */
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Figures } from "../../shared/platform/meter.ts";
import type { ServicePromise } from "../../shared/platform/promises.ts";
import { openTestVote, type TestVote, tokenOf, vote } from "../kit/city.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";

let place: Place;
let one: TestVote;
beforeAll(async () => {
  place = await openPlace();
  one = await openTestVote(place, {
    pools: { L13: { amountZloty: 600, costsZloty: [300] } },
    voters: 3,
  });
  await place.settle();
});
afterAll(() => place?.close());

const sums = (promise: ServicePromise): Figures => ({ ...place.meter.sums().get(promise) });

/** What an act adds to the figures of a promise. */
const added = async (promise: ServicePromise, act: () => Promise<unknown>): Promise<Figures> => {
  const before = sums(promise);
  await act();
  const entries = Object.entries(sums(promise)) as [keyof Figures, number][];
  return Object.fromEntries(entries.map(([name, sum]) => [name, sum - (before[name] ?? 0)]));
};

const sections = () => [{ pool: "L13", points: { [one.projects.L13?.[0] ?? ""]: 3 } }];

test("a phase that begins is as late as it was", () => {
  const { Kept, LateSeconds = -1 } = sums("deadline");
  expect(Kept).toBe(1);
  expect(LateSeconds).toBeGreaterThanOrEqual(0);
});

test("each minute it is told how many votes are open: nothing is deployed meanwhile", async () => {
  const figures = await added("ballot", () => place.invoke("workflow", { sweep: true }));
  expect(figures.Open).toBe(1);
});

test("a vote keeps three promises: who it is, the code, and the ballot", async () => {
  let code: Figures = {};
  let ballot: Figures = {};
  const identity = await added("identity", async () => {
    code = await added("code", async () => {
      ballot = await added("ballot", () => vote(place, one.cycleId, 0, sections()));
    });
  });
  expect([identity.Kept, code.Kept, ballot.Kept]).toEqual([2, 1, 1]);
  expect([identity.Broken ?? 0, code.Broken ?? 0, ballot.Broken ?? 0]).toEqual([0, 0, 0]);
  expect(ballot.Milliseconds).toBeGreaterThanOrEqual(0);
});

test("a refusal with its reason breaks no promise", async () => {
  const figures = await added("ballot", async () => {
    const again = await vote(place, one.cycleId, 0, sections());
    expect(again.status).toBe(409);
  });
  expect([figures.Kept, figures.Broken ?? 0]).toEqual([1, 0]);
});

test("an accident at the last button is counted as such, and one who was turned away as that", async () => {
  const token = await tokenOf(place, one.cycleId, 1);
  const cast = () =>
    place.call(`POST /v1/cycles/${one.cycleId}/ballots`, {
      token,
      key: newKey(),
      body: { sections: sections() },
    });
  const { client } = place.deps.store.table;
  const fail = (error: Error) =>
    client.middlewareStack.add(
      () => async () => {
        throw error;
      },
      { step: "initialize", name: "fail", override: true },
    );
  fail(new Error("accident"));
  const broken = await added("ballot", cast);
  fail(Object.assign(new Error("cut off"), { code: "ECONNRESET" }));
  const away = await added("ballot", cast);
  client.middlewareStack.remove("fail");
  expect([broken.Broken, broken.Kept ?? 0]).toEqual([1, 0]);
  expect([away.TurnedAway, away.Kept ?? 0]).toEqual([1, 0]);
  expect((await added("ballot", cast)).Kept).toBe(1);
});
