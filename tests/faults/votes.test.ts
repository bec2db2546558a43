import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runs } from "../kit/chance.ts";
import { newKey } from "../kit/place.ts";
import { eachAt, NO_FAULTS } from "./fault-proxy.ts";
import {
  castPatiently,
  type FaultyPlace,
  inLanes,
  inTheBox,
  openFaultyPlace,
  openVoteOf,
  seatVoters,
} from "./faulty-place.ts";

const LONG = 3_600_000;
const VOTES = runs(100);

let place: FaultyPlace;
let cycleId: string;
let project: string;

beforeAll(async () => {
  place = await openFaultyPlace();
  const vote = await openVoteOf(place);
  cycleId = vote.cycleId;
  project = vote.projects.M?.[0] ?? "";
});
afterAll(() => place?.close());

const receiptNames = (receipt: string): string => receipt.replaceAll("-", "").toLowerCase().slice(0, 20);

describe("while the network and the database fail, each in one call of twenty", () => {
  test(
    "no vote is lost, none counts twice, and hardly anyone is left without a receipt",
    async () => {
      const voters = await seatVoters(place, cycleId, [0, VOTES]);
      const outcomes = await place.proxy.amid(eachAt(0.05), () =>
        inLanes(voters, 12, ({ token }) =>
          castPatiently(place, cycleId, token, { points: { [project]: 2 } }),
        ),
      );

      const box = await inTheBox(place, cycleId);
      const acknowledged = outcomes.flatMap(({ receipt }) => receipt ?? []);
      const tries = outcomes.flatMap(({ statuses }) => statuses);
      const tally = Object.fromEntries(
        [...new Set(tries)].sort().map((status) => [status, tries.filter((one) => one === status).length]),
      );
      console.log(
        `${VOTES} votes, faults ${JSON.stringify(place.proxy.state.faults)}: ${acknowledged.length} receipts, ${box.markers} markers, ${box.ballots} ballots; answers ${JSON.stringify(tally)}`,
      );
      expect(box.markers).toBe(box.ballots);
      expect(acknowledged.filter((receipt) => !box.ballotIds.has(receiptNames(receipt)))).toEqual([]);
      expect(
        outcomes.filter(({ receipt }, n) => receipt && !box.voters.has(voters[n]?.voterKey ?? "")),
      ).toEqual([]);
      expect(new Set(acknowledged).size).toBe(acknowledged.length);
      expect(acknowledged.length).toBeGreaterThanOrEqual(Math.floor(VOTES * 0.999));
      // What passes is said to pass: a client may come back after a 503, and is told when.
      expect(Object.keys(tally).filter((status) => !["201", "503"].includes(status))).toEqual([]);
    },
    LONG,
  );

  test(
    "the same key brings the same receipt, however often and through whatever it is asked",
    async () => {
      const [voter] = await seatVoters(place, cycleId, [VOTES, VOTES + 1]);
      const key = newKey();
      const outcomes = await place.proxy.amid({ ...eachAt(0.1), conflict: 0.5 }, () =>
        inLanes(Array.from({ length: 20 }), 5, () =>
          castPatiently(place, cycleId, voter?.token ?? "", { points: { [project]: 1 }, key, tries: 40 }),
        ),
      );
      expect(new Set(outcomes.map(({ receipt }) => receipt)).size).toBe(1);
      expect(outcomes[0]?.receipt).toBeDefined();
    },
    LONG,
  );

  test(
    "one voter with fifty clients at once has one ballot, in every round",
    async () => {
      const rounds = runs(3) > 3 ? Math.min(1000, runs(3) / 50) : 3;
      const voters = await seatVoters(place, cycleId, [VOTES + 1, VOTES + 1 + rounds]);
      const before = await inTheBox(place, cycleId);
      await place.proxy.amid(eachAt(0.01), async () => {
        for (const { token } of voters) {
          const shared = newKey();
          const outcomes = await Promise.all(
            Array.from({ length: 50 }, (_, n) =>
              castPatiently(place, cycleId, token, {
                points: { [project]: 1 + (n % 3) },
                ...(n % 2 === 0 && { key: shared }),
                tries: 8,
              }),
            ),
          );
          expect(new Set(outcomes.flatMap(({ receipt }) => receipt ?? [])).size).toBe(1);
        }
      });
      const box = await inTheBox(place, cycleId);
      expect(box.markers - before.markers).toBe(rounds);
      expect(box.ballots).toBe(box.markers);
    },
    LONG,
  );

  test(
    "a database that answers nobody makes an answer that says to come back, never an accident",
    async () => {
      const [voter] = await seatVoters(place, cycleId, [800_000, 800_001]);
      const cast = () =>
        place.call(`POST /v1/cycles/${cycleId}/ballots`, {
          token: voter?.token ?? "",
          key: true,
          body: { sections: [{ pool: "M", points: { [project]: 1 } }] },
        });
      for (const [fault, ask] of [
        ["throttle", cast],
        ["internal", cast],
        ["dropBefore", cast],
        ["conflict", cast],
        ["internal", () => place.call("GET /v1/cycles")],
        ["throttle", () => place.call("GET /projekty")],
      ] as const) {
        place.proxy.state.rates = { ...NO_FAULTS, [fault]: 1 };
        const { status, headers } = await ask();
        expect([fault, status, Number(headers.get("retry-after")) > 0]).toEqual([fault, 503, true]);
      }
      place.proxy.state.rates = { ...NO_FAULTS };
      expect((await cast()).status).toBe(201);
    },
    LONG,
  );

  test(
    "after the close nothing gets in, and a receipt is still to be had",
    async () => {
      const voters = await seatVoters(place, cycleId, [900_000, 900_020]);
      const [early, ...late] = voters;
      const key = newKey();
      const before = await castPatiently(place, cycleId, early?.token ?? "", {
        points: { [project]: 1 },
        key,
      });
      const box = await inTheBox(place, cycleId);
      await place.clock.moveTo((now) => now + 2 * 3_600_000);
      const [outcomes, again] = await place.proxy.amid({ ...eachAt(0.05), conflict: 0 }, async () => [
        await inLanes(late, 6, ({ token }) =>
          castPatiently(place, cycleId, token, { points: { [project]: 1 }, tries: 9 }),
        ),
        await castPatiently(place, cycleId, early?.token ?? "", { points: { [project]: 1 }, key, tries: 40 }),
      ]);
      expect(outcomes.filter(({ receipt }) => receipt)).toEqual([]);
      expect(outcomes.map(({ statuses }) => statuses.at(-1)).filter((status) => status !== 409)).toEqual([]);
      expect(again.receipt).toBe(before.receipt);
      expect(await inTheBox(place, cycleId)).toEqual(box);
    },
    LONG,
  );
});
