import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CycleId } from "../../shared/domain/ids.ts";
import { chanceOf, runs, seed } from "../kit/chance.ts";
import { newKey } from "../kit/place.ts";
import { today } from "../kit/time.ts";
import { cardOf, clerksOf, openVoteWithPoints } from "../kit/voting-points.ts";
import { eachAt } from "./fault-proxy.ts";
import { castPatiently, type FaultyPlace, inTheBox, openFaultyPlace, seatVoters } from "./faulty-place.ts";

const LONG = 3_600_000;
const ROUNDS = Math.min(1000, runs(12));
/** The most calls by which one way is ahead of the others: about as many as a whole vote makes. */
const HEAD_START_CALLS = 18;
const chance = chanceOf(seed);

let place: FaultyPlace;
let cycleId: string;
let clerks: ReturnType<typeof clerksOf>;
let project: string;
beforeAll(async () => {
  place = await openFaultyPlace();
  const city = await openVoteWithPoints(place, ROUNDS + 20);
  cycleId = city.cycleId;
  project = city.projects.M?.[0] ?? "";
  clerks = clerksOf(place, cycleId);
});
afterAll(() => place?.close());

const points = () => ({ [project]: 2 });
const sections = () => [{ pool: "M", points: points() }];

/** As a patient client does: the same again, under the same key, while the city says to come back. */
const patiently = async <T extends { readonly status: number }>(ask: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries++) {
    const answer = await ask().catch(() => ({ status: 0 }) as T);
    if ((answer.status !== 0 && answer.status < 500) || tries === 12) return answer;
  }
};

describe("one person on the web, at a point and on paper in one moment", () => {
  test(
    "has one ballot in every round, while one call of fifty fails in each way",
    async () => {
      const batch = await clerks.register(ROUNDS);
      const before = await inTheBox(place, cycleId);
      const won = { web: 0, desk: 0, paper: 0 };
      await place.proxy.amid(eachAt(0.02), async () => {
        for (let n = 0; n < ROUNDS; n++) {
          const [voter] = await seatVoters(place, cycleId, [n, n + 1]);
          const card = cardOf(n, sections());
          const keyed = await patiently(() => clerks.key(0, batch, n + 1, card));
          const met = await patiently(() => clerks.identify(n));
          expect([keyed.status, met.status]).toEqual([200, 200]);
          const keys = { desk: newKey(), paper: newKey() };
          // Each way is the first in turn, by a few calls of the database, so that each of them wins sometimes.
          const ways = ["web", "desk", "paper"] as const;
          const first = ways[n % 3];
          // Drawn evenly: from hardly any to as many as the longest way takes.
          const turn = (Math.floor(n / 3) + chance.next()) / Math.ceil(ROUNDS / 3);
          const isDone = Promise.withResolvers<void>();
          const isOff = Promise.race([
            place.proxy.after(1 + Math.floor(turn * HEAD_START_CALLS)),
            isDone.promise,
          ]);
          const inTurn = async <T>(way: (typeof ways)[number], ask: () => Promise<T>): Promise<T> => {
            if (way !== first) await isOff;
            return await ask().finally(isDone.resolve);
          };
          const [web, desk, paper] = await Promise.all([
            inTurn("web", () =>
              castPatiently(place, cycleId, voter?.token ?? "", { points: points(), tries: 12 }),
            ),
            inTurn("desk", () => patiently(() => clerks.cast(met.body.token, sections(), keys.desk))),
            inTurn("paper", () => patiently(() => clerks.key(1, batch, n + 1, card, keys.paper))),
          ]);
          const hasWon = { web: web.receipt, desk: desk.status === 201, paper: paper.status === 200 };
          const winners = ways.filter((way) => hasWon[way]);
          expect([n, winners.length]).toEqual([n, 1]);
          for (const winner of winners) won[winner] += 1;
          // Whoever comes again under the same key is told the same.
          if (desk.status === 201) {
            const again = await patiently(() => clerks.cast(met.body.token, [], keys.desk));
            expect(again.body.receipt).toBe(desk.body.receipt);
          }
          if (paper.status === 200)
            expect((await patiently(() => clerks.key(1, batch, n + 1, card, keys.paper))).body.state).toBe(
              "accepted",
            );
        }
      });
      expect(Object.entries(won).filter(([, times]) => times === 0)).toEqual([]);
      const box = await inTheBox(place, cycleId);
      expect(box.markers - before.markers).toBe(ROUNDS);
      expect(box.ballots).toBe(box.markers);
      const { store } = place.deps;
      const cards = await store.batches.cards(cycleId as CycleId, batch as `bch_${string}`);
      expect(cards.filter(({ state }) => state === "accepted")).toHaveLength(won.paper);
      const day = today(place);
      const [shift] = await store.votingPoints.shifts(cycleId as CycleId, "biblioteka-5", day);
      expect(shift?.cast).toBe(won.desk);
      console.log(
        `${ROUNDS} rounds, faults ${JSON.stringify(place.proxy.state.faults)}: ${JSON.stringify(won)}`,
      );
    },
    LONG,
  );

  test(
    "two people who key one card at once, and twenty clients of each, settle it once",
    async () => {
      const batch = await clerks.register(3);
      for (const [number, n] of [
        [1, ROUNDS + 1],
        [2, ROUNDS + 2],
        [3, ROUNDS + 3],
      ] as const) {
        const before = await inTheBox(place, cycleId);
        const card = cardOf(n, sections());
        const answers = await Promise.all(
          Array.from({ length: 40 }, (_, each) => patiently(() => clerks.key(each % 2, batch, number, card))),
        );
        const last = await patiently(() => clerks.key(0, batch, number, card));
        if (last.body.state === "keyed") await patiently(() => clerks.key(1, batch, number, card));
        expect(answers.filter(({ body }) => body.state === "accepted").length).toBeLessThanOrEqual(1);
        const box = await inTheBox(place, cycleId);
        expect([box.markers - before.markers, box.ballots - before.ballots]).toEqual([1, 1]);
      }
    },
    LONG,
  );
});
