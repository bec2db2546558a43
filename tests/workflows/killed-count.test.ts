import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openedBox } from "../../functions/count/collect.ts";
import { startDynamoDb } from "../../infra/local/dynamodb.ts";
import { localFiles } from "../../infra/local/files.ts";
import { openContests } from "../../shared/acts/count-contest.ts";
import { countFiles } from "../../shared/acts/count-files.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { accept } from "../../shared/domain/result.ts";
import { joinedSpellings } from "../../shared/domain/tally/spelled-ballots.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { openStore } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import { type FaultProxy, openFaultProxy } from "../faults/fault-proxy.ts";
import { castPatiently } from "../faults/faulty-place.ts";
import { type StartedHouse, startHouse } from "../faults/started-house.ts";
import { drawn, IS_LONG, seed } from "../kit/chance.ts";
import { openTestVote, type TestVote, tokenOf } from "../kit/city.ts";
import { newKey } from "../kit/place.ts";
import { type Edition, editionOf, HOUR_MS } from "./edition.ts";

const LONG_MS = IS_LONG ? 600_000 : 120_000;
const VOTES = IS_LONG ? 40 : 6;
const SEGMENTS = IS_LONG ? 5 : 2;

let folder: string;
let database: Awaited<ReturnType<typeof startDynamoDb>>;
let proxy: FaultProxy;
let house: StartedHouse;
let vote: TestVote;
let edition: Edition;
/** Tables and files of the house, past its process. */
let deps: Deps;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "rynek-count-"));
  database = await startDynamoDb({ folder: null, onGone: ({ message }) => console.error(message) });
  proxy = await openFaultProxy({ endpoint: database.endpoint, seed });
  house = await startHouse(folder, { endpoint: proxy.url });
  const client = {
    endpoint: database.endpoint,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  const table = openTable({ main: "rynek-main", ballots: "rynek-ballots" }, client);
  deps = { store: openStore(table), files: localFiles(folder) } as unknown as Deps;
  vote = await openTestVote(house.place, {
    pools: {
      M: { amountZloty: 100_000, costsZloty: [40_000, 30_000] },
      L13: { amountZloty: 50_000, costsZloty: [20_000] },
    },
    voters: VOTES,
    byDoors: true,
  });
  edition = editionOf(house.place, vote);
  const cycle = await cycleOf(edition.id, deps);
  if (!cycle.roll) throw new Error("no roll");
  const entries = SEGMENTS * 8000 - 1;
  const roll = { ...cycle.roll, entries, perDistrict: { L13: entries } };
  accept(await deps.store.cycles.change(cycle, { roll }));
}, LONG_MS);
afterAll(async () => {
  await house?.stop();
  await proxy?.close();
  await database?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const LATER = SEGMENTS - 1;
/** Where the process is killed: everywhere, or at one that is drawn. */
const KILLED = drawn("killed", ["listing", "opening"]);

/** Segments of the box that were read of the table, as long as this goes on. */
let reads: number[] = [];

/** Has work done whose process gets no answer when it reads the last segment, and is killed once all segments before are kept. */
const killedIn = async (
  kept: (segment: number) => string,
  work: () => Promise<unknown>,
): Promise<NodeJS.Signals | null> => {
  const fileOf = (segment: number) => join(folder, "files", kept(segment));
  const { promise: met, resolve: meet } = Promise.withResolvers<"met">();
  proxy.state.broken = (_key, { operation, body }) => {
    const isOfBox = operation === "Scan" && body.TableName === "rynek-ballots";
    if (!isOfBox || body.Segment !== LATER) return undefined;
    meet("met");
    return "hang";
  };
  const done = work().catch(() => "broken off");
  expect(await Promise.race([met, done])).toBe("met");
  while (!Array.from({ length: LATER }, (_, n) => fileOf(n)).every((file) => existsSync(file)))
    await pause(5);
  const signal = await house.kill();
  await done;
  expect(existsSync(fileOf(LATER))).toBe(false);
  reads = [];
  proxy.state.broken = (_key, { operation, body }) => {
    if (operation === "Scan" && body.TableName === "rynek-ballots") reads.push(body.Segment ?? 0);
    return undefined;
  };
  return signal;
};

const tallyOf = (pool: string, run: string) => deps.store.counts.tally(edition.id, run, pool);

test(
  "a count whose process is killed within a segment, while the box is listed and while it is opened, goes on where it was and comes to the same",
  async () => {
    for (let n = 0; n < VOTES; n += 1) {
      const points = { [String(vote.projects.M?.[n % 3 === 0 ? 1 : 0])]: 2 };
      const token = await tokenOf(house.place, vote.cycleId, n);
      const { receipt } = await castPatiently(house.place, vote.cycleId, token, { points, key: newKey() });
      expect(receipt).toBeDefined();
    }

    const end = () => house.place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
    if (KILLED.includes("listing")) {
      const signal = await killedIn((segment) => `cycles/${edition.id}/box/${SEGMENTS}/${segment}.txt`, end);
      await house.start();
      await house.place.settle();
      expect([signal, reads]).toEqual(["SIGKILL", [LATER]]);
    } else await end();
    const box = await deps.store.boxes.get(edition.id);
    expect(box?.size).toBe(VOTES);

    const handOver = async () => {
      expect((await edition.handOver()).status).toBe(202);
      await house.place.clock.moveTo((now) => now + 60_000);
    };
    if (KILLED.includes("opening")) {
      const signal = await killedIn(
        (segment) => `cycles/${edition.id}/opening/0/${SEGMENTS}/${segment}.sealed`,
        handOver,
      );
      await house.start();
      await house.place.clock.moveTo((now) => now + 60_000);
      // The key was in the memory that is gone: nothing is opened, and it is asked for again.
      expect([signal, reads]).toEqual(["SIGKILL", []]);
      expect((await edition.seen()).blockers).toEqual([{ what: "needs-count-key" }]);
      await handOver();
      expect(reads).toEqual([LATER]);
    } else await handOver();
    expect(await deps.store.counts.get(edition.id)).toMatchObject({
      markers: VOTES,
      ballots: VOTES,
      differences: [],
    });

    // An opening that nobody disturbs, of which no file is there yet, finds the same.
    const cycle = await cycleOf(edition.id, deps);
    const files = countFiles(deps.files, edition.id, box?.run ?? "");
    const calm = await openedBox(
      { cycle, privateKey: vote.privateKey, openings: 1 },
      await files.leaves(),
      deps,
    );
    expect(calm.leaves).toEqual({ listed: VOTES, missing: 0, added: 0, found: VOTES });
    const contestOf = await openContests(cycle, box?.run ?? "", deps);
    for (const [pool, spellings] of calm.choices) {
      const contest = await contestOf(pool);
      expect(Buffer.from(contest.spelling)).toEqual(Buffer.from(joinedSpellings(spellings)));
      expect((await tallyOf(pool, box?.run ?? ""))?.digest).toBe(
        tally(contest.election, contest.rule, contest.ties).digest,
      );
    }
  },
  LONG_MS,
);
