import { afterAll, beforeAll, describe, expect } from "vitest";
import { drawn } from "../kit/chance.ts";
import { countTestVote, openTestVote, signAndPublish, type TestVote, tokenOf, vote } from "../kit/city.ts";
import { inTurn } from "../kit/in-turn.ts";
import { newKey, openPlace, type Place } from "../kit/place.ts";
import { ODD_START_NAMES, startOf } from "../kit/time.ts";

/** Every world starts at one of these by chance; in the long form this one at each. */
describe.each(drawn("a start", ODD_START_NAMES, 2))(
  "a vote that starts at %s, from its opening to the published result",
  (start) => {
    const { test: it } = inTurn();
    let place: Place;
    let one: TestVote;
    beforeAll(async () => {
      place = await openPlace({ startsAt: startOf(start) });
      one = await openTestVote(place, {
        pools: {
          M: { amountZloty: 3000, costsZloty: [2000, 1500] },
          L13: { amountZloty: 600, costsZloty: [300, 100] },
        },
        voters: 12,
      });
    });
    afterAll(() => place.close());

    it("opens by the clock of the state machine", async () => {
      expect((await place.call(`GET /v1/cycles/${one.cycleId}`)).body.phase).toBe("voting");
    });

    it("gives one receipt for one key, for ever, and refuses a second ballot", async () => {
      const [city = "", other = ""] = one.projects.M ?? [];
      const key = newKey();
      const token = await tokenOf(place, one.cycleId, 0);
      const cast = (sections: unknown, with_ = key) =>
        place.call(`POST /v1/cycles/${one.cycleId}/ballots`, { token, key: with_, body: { sections } });
      const first = await cast([{ pool: "M", points: { [city]: 3 } }]);
      expect(first.status).toBe(201);
      expect((await cast([{ pool: "M", points: { [other]: 1 } }])).body).toEqual(first.body);
      expect((await cast("nonsense")).body).toEqual(first.body);
      const second = await cast([{ pool: "M", points: { [other]: 3 } }], newKey());
      expect([second.status, second.body.code]).toEqual([409, "voting/already-voted"]);
      const receipt = await place.call(
        `GET /v1/cycles/${one.cycleId}/receipts/${first.body.receipt.toLowerCase()}`,
      );
      expect(receipt.body).toEqual({ state: "stored", proof: null });
    });

    it("counts, waits for two signatures, and publishes what adds up", async () => {
      const [cheap = "", dear = ""] = one.projects.L13 ?? [];
      const [city = ""] = one.projects.M ?? [];
      for (let n = 1; n < 12; n++) {
        const cast = await vote(place, one.cycleId, n, [
          { pool: "M", points: { [city]: 3 } },
          { pool: "L13", points: { [cheap]: 2, [dear]: 1 } },
        ]);
        expect(cast.status).toBe(201);
      }
      const counted = await countTestVote(place, one);
      expect(counted.phase).toBe("counting");
      expect(counted.count).toMatchObject({ markers: 12, ballots: 12 });
      expect(counted.blockers).toEqual([{ what: "needs-sign-offs", count: 2 }]);
      const early = await place.call(`GET /v1/cycles/${one.cycleId}/results`);
      expect([early.status, early.body.code]).toEqual([404, "results/not-published"]);
      expect(early.body.detail).toBe("Wyniki ogłosimy po policzeniu głosów.");

      const once = await place.call(`POST /v1/staff/cycles/${one.cycleId}/sign-offs`, {
        token: await place.staff("commission", 0),
        body: { digest: counted.count.digest },
      });
      expect(once.status).toBe(202);
      const twice = await place.call(`POST /v1/staff/cycles/${one.cycleId}/sign-offs`, {
        token: await place.staff("commission", 0),
        body: { digest: counted.count.digest },
      });
      expect([twice.status, twice.body.code]).toEqual([403, "identity/same-person"]);

      await signAndPublish(place, one.cycleId, counted.count.digest);
      const { body } = await place.call(`GET /v1/cycles/${one.cycleId}/results`, {
        headers: { "accept-language": "en" },
      });
      expect(body.turnout.voters).toBe(12);
      const citywide = body.pools.find((pool: { id: string }) => pool.id === "M");
      // 36 points are below the city's minimum of 200: nothing is funded, and each project is told why.
      expect(citywide.selected).toEqual([]);
      expect(citywide.projects[0].reason).toContain("at least 200 are needed");
      expect((await place.call(`GET /v1/cycles/${one.cycleId}`)).body.phase).toBe("results");
    });
  },
);
