/** Points of a list are published in full: where few people vote on it, the ballot says so before the vote. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestVote, rollOf } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { visitor } from "../kit/visitor.ts";
import { toFirstList } from "../kit/voting-city.ts";
import { expectWhole } from "./whole.ts";

let place: Place;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place?.close());

test.each([
  [199, true],
  [200, false],
])("of %i people on the roll as few as five may come: %s", async (people, isSaid) => {
  const { cycleId } = await openTestVote(place, {
    pools: { L13: { amountZloty: 600, costsZloty: [300] } },
    voters: 0,
    roll: rollOf(people),
  });
  const list = await toFirstList(place, visitor(place), cycleId, { n: 0, prefix: "/en" });
  expect(list.text.includes("When fewer than 5 people vote")).toBe(isSaid);
  expectWhole(list, "en");
});
