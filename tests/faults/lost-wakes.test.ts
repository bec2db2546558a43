import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { countTestVote, type TestVote } from "../kit/city.ts";
import { type Edition, editionOf } from "../workflows/edition.ts";
import { type FaultyPlace, openFaultyPlace, openVoteOf } from "./faulty-place.ts";

let place: FaultyPlace;
let vote: TestVote;
let edition: Edition;

beforeAll(async () => {
  place = await openFaultyPlace();
});
afterAll(() => place?.close());
beforeEach(async () => {
  vote = await openVoteOf(place);
  edition = editionOf(place, vote);
});

/** Does something while nothing can be read of what the state machine waits on. It must have been tried. */
const whileNobodyIsWoken = async <T>(work: () => Promise<T>): Promise<T> => {
  let lost = 0;
  place.proxy.state.broken = (key) => {
    if (!key.endsWith("|HOLD")) return undefined;
    lost += 1;
    return "refuse";
  };
  try {
    return await work();
  } finally {
    place.proxy.state.broken = () => undefined;
    expect(lost).toBeGreaterThan(0);
  }
};

/** So many sweeps later, one a minute. */
const afterSweeps = async (count: number): Promise<string> => {
  for (let swept = 0; swept < count; swept++) await place.clock.moveTo((now) => now + 60_000);
  return (await edition.seen()).phase;
};

test("a second signature is taken while the machine cannot be woken, and the next sweep publishes", async () => {
  const { count } = await countTestVote(place, vote);
  expect((await edition.sign(count.digest, 0)).status).toBe(202);
  await place.settle();
  expect((await whileNobodyIsWoken(() => edition.sign(count.digest, 1))).status).toBe(202);
  expect((await edition.seen()).phase).toBe("counting");
  expect(await afterSweeps(1)).toBe("results");
});

test("a vote that two people end while the machine cannot be woken is sealed by the sweeps", async () => {
  const { closesAt } = await edition.seen();
  expect((await whileNobodyIsWoken(() => edition.askByTwo("sealed"))).status).toBeLessThan(300);
  expect((await edition.seen()).phase).toBe("voting");
  expect(await afterSweeps(3)).toBe("sealed");
  expect((await edition.seen()).closesAt < closesAt).toBe(true);
});
