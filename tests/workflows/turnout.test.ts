import fc from "fast-check";
import { afterAll, beforeAll, expect } from "vitest";
import { z } from "zod";
import type { CycleId } from "../../shared/domain/ids.ts";
import { roundedDown } from "../../shared/domain/voting/turnout.ts";
import { keys } from "../../shared/store/keys.ts";
import { countTestVote, openTestVote, signAndPublish, type TestVote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { visitor } from "../kit/visitor.ts";
import { expectWhole } from "../pages/whole.ts";
import { editionOf, HOUR_MS } from "./edition.ts";

const { describe, test } = inTurn();

let place: Place;
let one: TestVote;
beforeAll(async () => {
  place = await openPlace();
  one = await openTestVote(place, {
    pools: { L13: { amountZloty: 600, costsZloty: [300, 250] } },
    voters: 60,
  });
});
afterAll(() => place?.close());

const turnout = () => place.call(`GET /v1/cycles/${one.cycleId}/turnout`);
const fill = (count: number) =>
  editionOf(place, one).fillBox([{ pool: "L13", points: { [String(one.projects.L13?.[0])]: 3 } }], count);

describe("turnout while a vote is on", () => {
  test("is rounded down, in steps that tell of no single vote", () => {
    fc.assert(
      fc.property(fc.nat(300_000), (count) => {
        const told = roundedDown(count);
        expect(told).toBeLessThanOrEqual(count);
        expect(count - told).toBeLessThan(count < 1000 ? 10 : 100);
        expect(told % 10).toBe(0);
        expect(roundedDown(count + 1)).toBeGreaterThanOrEqual(told);
      }),
    );
    expect([0, 9, 10, 999, 1000, 1099, 39_412].map(roundedDown)).toEqual([0, 0, 10, 990, 1000, 1000, 39_400]);
  });

  test("says that they are fewer than ten, and a minute later still says so", async () => {
    await place.settle();
    const first = (await turnout()).body;
    // Of those who live in another district nobody has a list here.
    expect(Object.keys(first.perDistrict)).toEqual(["L13"]);
    expect(first).toMatchObject({
      atLeast: 0,
      eligible: 60,
      residents: 12_944,
      perDistrict: {
        L13: { atLeast: 0, eligible: 60, residents: 12_944 },
      },
    });
    await place.clock.moveTo((now) => now + 2000);
    await fill(27);
    await place.clock.moveTo((now) => now + 60_000);
    expect((await turnout()).body).toEqual(first);
    const page = await visitor(place).open(`/wyniki/${one.cycleId}`);
    expect(page.text).toContain("Mniej niż 10 osób");
    expect(page.text).toMatch(/Mieszkańców: 12\s944\./);
    expectWhole(page, "pl");
  });

  test("is counted again after an hour, rounded, and only that reading is kept", async () => {
    await place.clock.moveTo((now) => now + HOUR_MS);
    const { body } = await turnout();
    expect(body).toMatchObject({ atLeast: 20, perDistrict: { L13: { atLeast: 20, eligible: 60 } } });
    const page = await visitor(place).open(`/en/wyniki/${one.cycleId}`);
    expect(page.text).toContain("At least 20 people");
    expect(page.text).toContain("Residents: 12,944.");
    expect(page.text).not.toMatch(/\b27 (people|of)|>27</);
    expectWhole(page, "en");
    const { pk } = keys.turnout(one.cycleId as CycleId);
    const anything = z.looseObject({});
    const { items } = await place.deps.store.table.query(pk, anything, { prefix: "TURNOUT" });
    expect(items).toEqual([
      {
        pk,
        sk: "TURNOUT",
        countedAt: body.countedAt,
        atLeast: 20,
        eligible: 60,
        residents: 12_944,
        perDistrict: body.perDistrict,
      },
    ]);
  });

  test("is not renewed after the close, and the result has the exact figures", async () => {
    const before = (await turnout()).body;
    const { count } = await countTestVote(place, one);
    expect((await turnout()).body).toEqual(before);
    await signAndPublish(place, one.cycleId, count.digest);
    const { body } = await editionOf(place, one).results();
    expect(body.turnout).toMatchObject({ voters: 27, eligible: 60, residents: 12_944 });
    const none = "cyc_0000000000000000" as CycleId;
    expect((await place.call(`GET /v1/cycles/${none}/turnout`)).status).toBe(404);
  });
});
