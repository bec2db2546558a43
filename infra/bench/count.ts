import { fileURLToPath } from "node:url";
import { openedIn } from "../../functions/count/open-segment.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { writeContent } from "../../shared/domain/voting/ballot-content.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { createKeyPair, seal } from "../../shared/platform/seal.ts";
import type { SealedVote } from "../../shared/store/ballots.ts";
import { createTables } from "../../shared/store/create-tables.ts";
import { openStore, type Store } from "../../shared/store/store.ts";
import { openTable } from "../../shared/store/table.ts";
import { startDynamoDb } from "../local/dynamodb.ts";
import { localFiles } from "../local/files.ts";
import { HERE, NAMES } from "../local/local-deps.ts";
import { told } from "./child.ts";
import { megabytes, times, whole } from "./figures.ts";
import { newKey } from "./place.ts";
import { inScratch } from "./scratch.ts";
import type { Row, Section } from "./table.ts";

/** What no step of a count may need more of. */
const LIMIT = { seconds: 60, bytes: 1e9 };
/** Ballots of a segment. */
const SEGMENT = 8000;

interface Needs {
  readonly seconds: number;
  readonly bytes: number;
}

const seconds = (value: number): string => `${value.toFixed(1)} s`;

const row = (what: string, { seconds: took, bytes }: Needs): Row => ({
  what,
  median: `${seconds(took)}, ${megabytes(bytes)}`,
  reference: "what a step may need, of one core",
  referenceMedian: `${seconds(LIMIT.seconds)}, ${megabytes(LIMIT.bytes)}`,
  ratio: times(Math.max(took / LIMIT.seconds, bytes / LIMIT.bytes)),
});

/** Tables of their own, on file. */
const inTables = <T>(work: (store: Store) => Promise<T>): Promise<T> =>
  inScratch(async (folder) => {
    const database = await startDynamoDb({
      folder,
      onGone: ({ message }) => console.error(message),
    });
    const config = { ...HERE, ...database.reach };
    try {
      await createTables(NAMES, config);
      return await work(openStore(openTable(NAMES, config)));
    } finally {
      await database.stop();
    }
  });

/** Opens a segment that is full, out of the tables, with as many markers. */
const openSegment = async (store: Store): Promise<Needs> => {
  const { publicKey, privateKey } = createKeyPair();
  const id = `cyc_${"0".repeat(16)}` as CycleId;
  const projects = Array.from({ length: 20 }, (_, n) => ({ id: `prj_${String(n).padStart(16, "0")}` }));
  const vote = (n: number): SealedVote => {
    const choices = [0, 1, 2].map((k) => [projects[(n + k * 7) % 20]?.id ?? "", 1] as [string, number]);
    const sections = [["M", choices]] as [string, [string, number][]][];
    const content = writeContent({ cycle: id, district: "L1", sections }, 512);
    return {
      cycleId: id,
      voterKey: newKey(),
      gate: 0,
      receivedAt: "2026-09-01T10:00:00.000Z",
      marker: {
        keyHash: newKey(),
        channel: "web",
        district: "L1",
        day: "2026-09-01",
        link: content.slice(0, 80),
      },
      ballotId: newKey().slice(0, 20),
      sealed: seal(publicKey, { purpose: "ballot", cycleId: id }, content),
    };
  };
  // A few at a time: nothing else comes in while they are sealed.
  for (let n = 0; n < SEGMENT; n += 50)
    await store.ballots.restore(Array.from({ length: 50 }, (_, k) => vote(n + k)));
  const of = {
    files: localFiles(null),
    store: {
      ...store,
      voids: { voided: async () => [] },
      ballotLists: { get: async () => ({ pools: [{ id: "M", projects }] }) },
    },
  } as unknown as Deps;
  const before = process.cpuUsage();
  const cycle = { id } as Cycle;
  const { figures } = await openedIn({ segment: 0, of: 1 }, { cycle, privateKey, openings: 0 }, of);
  const { user, system } = process.cpuUsage(before);
  if (figures.counted !== SEGMENT) throw new Error(`${figures.counted} ballots were opened`);
  return { seconds: (user + system) / 1e6, bytes: process.memoryUsage.rss() };
};

const STEPS = {
  list: "Listing: the lists of all segments as one, with its tree",
  collect: "Collecting: what was found in all segments, held against the list and added up",
  count: "Counting the citywide pool twice",
  publish: "Publishing: the package of all pools",
} as const;

/** Ballots of the counts that are measured, and of the one that is reckoned from them. */
const [FEW, MANY, ALL] = [100_000, 300_000, 2_000_000];

/** What a step would need of all ballots: so much more as it needed for more of them. */
const reckoned = (few: Needs, many: Needs): Needs => {
  const of = (name: keyof Needs): number =>
    many[name] + ((many[name] - few[name]) * (ALL - MANY)) / (MANY - FEW);
  return { seconds: of("seconds"), bytes: of("bytes") };
};

type Steps = Readonly<Record<keyof typeof STEPS, Needs>>;

/** The steps of a count, each in a process of its own; nearly every ballot is another than all others. */
const stepsOf = (voters: number): Promise<Steps> =>
  inScratch(async (folder) => {
    const needs = async (work: string): Promise<Needs> =>
      JSON.parse(
        await told([fileURLToPath(new URL("count-work.ts", import.meta.url)), work, folder, String(voters)]),
      );
    await needs("prepare");
    const [list, collect, count] = [await needs("list"), await needs("collect"), await needs("count")];
    await needs("tallied");
    return { list, collect, count, publish: await needs("publish") };
  });

/** Of the largest city no bench is made in minutes: it is reckoned from two counts that are. */
export const countSection = async (): Promise<Section> => {
  const opened = await inTables(openSegment);
  const [few, many] = [await stepsOf(FEW), await stepsOf(MANY)];
  const names = Object.keys(STEPS) as (keyof typeof STEPS)[];
  return {
    title: `Counting a large city: steps of a count of ${whole(ALL)} ballots, reckoned from ${whole(FEW)} and ${whole(MANY)}, in seconds of processor and memory`,
    rows: [
      row(`Opening a segment of ${whole(SEGMENT)} ballots, out of the tables`, opened),
      ...names.map((name) => row(STEPS[name], reckoned(few[name], many[name]))),
    ],
  };
};
