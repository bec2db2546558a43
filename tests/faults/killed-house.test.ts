import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chanceOf, seed } from "../kit/chance.ts";
import { countTestVote, openTestVote, type TestVote, tokenOf } from "../kit/city.ts";
import { newKey } from "../kit/place.ts";
import { castPatiently, inLanes } from "./faulty-place.ts";
import { type StartedHouse, startHouse } from "./started-house.ts";

const LONG = 3_600_000;
const KILLS = Number(process.env.RYNEK_KILLS ?? 2);
const VOTES = Number(process.env.RYNEK_KILL_VOTES ?? 12);

let folder: string;
let house: StartedHouse;
let vote: TestVote;
let tokens: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rynek-killed-"));
  house = await startHouse(folder);
  vote = await openTestVote(house.place, {
    pools: {
      M: { amountZloty: 100_000, costsZloty: [40_000, 30_000] },
      L13: { amountZloty: 50_000, costsZloty: [20_000] },
    },
    voters: VOTES,
    byDoors: true,
  });
  tokens = await inLanes(Array.from({ length: VOTES }), 4, (_, n) => tokenOf(house.place, vote.cycleId, n));
}, LONG);
afterAll(async () => {
  await house?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test(
  "whoever was given a receipt has a vote, however often the house or its database is killed, and the count goes on",
  async () => {
    const chance = chanceOf(seed);
    const [project = ""] = vote.projects.M ?? [];
    const keys = tokens.map(() => newKey());
    let given = 0;
    let killed = 0;
    /** One kill after each such share of the votes, in the middle of what goes on. */
    const share = Math.floor(VOTES / (KILLS + 1));
    let mending: Promise<void> = Promise.resolve();
    const maybeKill = () => {
      if (killed >= KILLS || given < share * (killed + 1)) return;
      killed += 1;
      const isHouse = killed % 2 === 1;
      mending = mending.then(async () => {
        if (!isHouse) return void expect(house.killDatabase()).toBe(true);
        await new Promise((done) => setTimeout(done, chance.below(20)));
        await house.kill();
        await house.start();
      });
    };
    const outcomes = await inLanes(tokens, 6, async (token, n) => {
      for (;;) {
        const { receipt, statuses } = await castPatiently(house.place, vote.cycleId, token, {
          points: { [project]: 2 },
          key: keys[n] ?? "",
          tries: 1,
        });
        if (receipt) {
          given += 1;
          maybeKill();
          return receipt;
        }
        // Nobody is told anything but to come back.
        expect([0, 503]).toContain(statuses.at(-1));
        await mending;
        await new Promise((done) => setTimeout(done, 50));
      }
    });
    await mending;
    expect(killed).toBe(KILLS);

    const again = await inLanes(outcomes, 6, async (receipt, n) => {
      const { body } = await house.place.call(`GET /v1/cycles/${vote.cycleId}/receipts/${receipt}`);
      const same = await castPatiently(house.place, vote.cycleId, tokens[n] ?? "", {
        points: { [project]: 1 },
        key: keys[n] ?? "",
      });
      return [body.state, same.receipt === receipt];
    });
    expect(again.filter(([state, isSame]) => state !== "stored" || !isSame)).toEqual([]);

    const { count, ...seen } = await countTestVote(house.place, vote);
    if (!count) throw new Error(`not counted: ${JSON.stringify(seen)}\n${house.said.slice(-30).join("")}`);
    console.log(
      `${killed} kills, ${outcomes.length} receipts, ${count.markers} markers, ${count.ballots} ballots`,
    );
    expect([count.markers, count.ballots]).toEqual([VOTES, VOTES]);
    const trouble = house.said
      .join("")
      .split("\n")
      .filter((line) => /unhandled|uncaught/i.test(line));
    expect(trouble).toEqual([]);
  },
  LONG,
);
