import { afterAll, beforeAll, expect, test } from "vitest";
import { openedBox } from "../../functions/count/collect.ts";
import { listBox, segmentsIn } from "../../functions/count/list-box.ts";
import { openContests } from "../../shared/acts/count-contest.ts";
import { boxFiles, countFiles, type Opening, openingFiles } from "../../shared/acts/count-files.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { linesOf } from "../../shared/domain/proof/leaf-list.ts";
import { accept } from "../../shared/domain/result.ts";
import { electionOf, type PlainBallot } from "../../shared/domain/tally/election-of.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { createKeyPair } from "../../shared/platform/seal.ts";
import { keys } from "../../shared/store/keys.ts";
import { type Segment, segmentsOf } from "../../shared/store/scans.ts";
import { remove } from "../../shared/store/write.ts";
import { chanceOf, IS_LONG, seed } from "../kit/chance.ts";
import { openTestVote, type Sections } from "../kit/city.ts";
import { lyingCountKey } from "../kit/count-key.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type Edition, editionOf, HOUR_MS } from "./edition.ts";

/** Ballots that are alike, and how many others there are. */
const [ALIKE, KINDS] = IS_LONG ? [1000, 200] : [8, 12];
const VOTES = ALIKE * KINDS;
/** By the people on the roll the box is read in so many segments. */
const SEGMENTS = IS_LONG ? 26 : 4;
const ELIGIBLE = SEGMENTS * 8000 - 1;
const POOLS = ["M", "L13"];
const LONG_MS = 3_600_000;

let place: Place;
let edition: Edition;
let privateKey: string;
let projects: Readonly<Record<string, readonly string[]>>;
/** What was put in the box, by pool. */
const cast: Record<string, PlainBallot[]> = { M: [], L13: [] };

/** How points may be given on a list. */
const GIVEN: Readonly<Record<string, readonly (readonly number[])[]>> = {
  M: [[2], [1, 1]],
  L13: [[3], [1, 2], [1, 1, 1]],
};

/** A ballot as chance fills it in. */
const someSections = (chance: ReturnType<typeof chanceOf>): Sections =>
  POOLS.map((pool) => {
    const given = chance.one(GIVEN[pool] ?? []);
    const chosen = chance.few(projects[pool] ?? [], given.length);
    return { pool, points: Object.fromEntries(chosen.map((id, index) => [id, given[index] ?? 0])) };
  });

beforeAll(async () => {
  place = await openPlace();
  const one = await openTestVote(place, {
    pools: {
      M: { amountZloty: 900, costsZloty: [300, 290, 280, 270, 260] },
      L13: { amountZloty: 600, costsZloty: [300, 200, 150] },
    },
    voters: 1,
  });
  ({ projects, privateKey } = one);
  edition = editionOf(place, one);
  const cycle = await cycleOf(edition.id, place.deps);
  if (!cycle.roll) throw new Error("no roll");
  const roll = { ...cycle.roll, entries: ELIGIBLE, perDistrict: { L13: ELIGIBLE } };
  accept(await place.deps.store.cycles.change(cycle, { roll }));
  const chance = chanceOf(seed);
  for (let kind = 0; kind < KINDS; kind++) {
    const sections = someSections(chance);
    await edition.fillBox(sections, ALIKE);
    for (const { pool, points } of sections)
      cast[pool]?.push({ choices: Object.entries(points), count: ALIKE });
  }
}, LONG_MS);
afterAll(() => place?.close());

/** Which segments were read of which table, as long as this goes on. */
const reads: Segment[] = [];

/**
 * Ends each segment's work as often as there are ways to: at its first page, and when all is done but not yet kept. The machine tries again,
 * and the third time it comes through.
 */
const killEverySegment = (): (() => void) => {
  const { files, store } = place.deps;
  const [put, scan] = [files.put, store.table.scanSegment];
  const begun = new Set<number>();
  const done = new Set<string>();
  const scanSegment: typeof scan = async (table, prefix, schema, look, segment) => {
    if (table !== "ballots") return scan(table, prefix, schema, look, segment);
    reads.push(segment);
    await scan(
      table,
      prefix,
      schema,
      (page) => {
        const looked = look(page);
        if (begun.has(segment.segment)) return looked;
        begun.add(segment.segment);
        throw new Error("killed at a page");
      },
      segment,
    );
  };
  Object.assign(store.table, { scanSegment });
  Object.assign(files, {
    put: async (...[path, bytes, type]: Parameters<typeof put>) => {
      const isOfSegment = /\/(box|opening)\//.test(path);
      if (isOfSegment && !done.has(path)) {
        done.add(path);
        throw new Error("killed before it was kept");
      }
      await put(path, bytes, type);
    },
  });
  return () => {
    Object.assign(store.table, { scanSegment: scan });
    Object.assign(files, { put });
    reads.length = 0;
  };
};

/** How often each segment was read. */
const timesRead = () =>
  segmentsOf(SEGMENTS).map(({ segment }) => reads.filter((one) => one.segment === segment).length);

const each = <T>(value: T): T[] => Array(SEGMENTS).fill(value);

/** Does work once more as an execution that finds these segments missing does, and tells which it read. */
const again = async <T>(
  folder: string,
  missing: readonly Segment[],
  work: (deps: Deps) => Promise<T>,
): Promise<{ made: T; read: Segment[] }> => {
  const { store, files } = place.deps;
  const read: Segment[] = [];
  const lost = missing.map(({ segment, of }) => new RegExp(`/${folder}/(\\d+/)?${of}/${segment}\\.`));
  const deps: Deps = {
    ...place.deps,
    files: {
      ...files,
      get: async (path, part) => (lost.some((one) => one.test(path)) ? undefined : files.get(path, part)),
    },
    store: {
      ...store,
      ballots: {
        ...store.ballots,
        ballotsIn: (segment, cycleId, look) => {
          read.push(segment);
          return store.ballots.ballotsIn(segment, cycleId, look);
        },
        markersIn: (...asked) => store.ballots.markersIn(...asked),
      },
    },
  };
  return { made: await work(deps), read };
};

const box = () => place.deps.store.boxes.get(edition.id);

test(
  "a box is listed in segments, each of them in a file, and together they are the list that is signed, wherever the work was killed",
  async () => {
    expect(segmentsIn(await cycleOf(edition.id, place.deps))).toBe(SEGMENTS);
    const mended = killEverySegment();
    await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
    await place.clock.moveTo((now) => now + 60_000);
    expect(timesRead()).toEqual(each(3));
    mended();
    const { files } = place.deps;
    const kept = boxFiles(files, edition.id);
    const text = new TextDecoder();
    const lists = await Promise.all(segmentsOf(SEGMENTS).map((segment) => kept.get(segment)));
    const leaves = lists.map((list) => linesOf(text.decode(list)));
    expect(leaves.map(({ length }) => length > 0)).toEqual(each(true));
    const signed = await box();
    const listed = await countFiles(files, edition.id, signed?.run ?? "").leaves();
    expect(linesOf(text.decode(listed))).toEqual(leaves.flat().sort());
    expect(signed?.size).toBe(VOTES);
  },
  LONG_MS,
);

test(
  "a listing that was stopped goes on where it was, and signs the same",
  async () => {
    const before = await box();
    for (const missing of [[], segmentsOf(SEGMENTS).slice(1, 2), segmentsOf(SEGMENTS)]) {
      await place.deps.store.table.write([remove({ key: keys.box(edition.id) })]);
      const { made, read } = await again("box", missing, (deps) => listBox(edition.id, deps));
      expect(read).toEqual(missing);
      expect(made).toEqual(before);
    }
  },
  LONG_MS,
);

/** The digest of each pool's tally as it is stored, and as it is of the ballots that were cast. */
const digests = async () => {
  const { store } = place.deps;
  const { run = "" } = (await store.counts.get(edition.id)) ?? {};
  const contestOf = await openContests(await cycleOf(edition.id, place.deps), run, place.deps);
  return Promise.all(
    POOLS.map(async (pool) => {
      const { election: _, ...contest } = await contestOf(pool);
      const own = electionOf({ ...contest, ballots: cast[pool] ?? [] });
      return {
        stored: (await store.counts.tally(edition.id, run, pool))?.digest,
        own: tally(own, contest.rule, contest.ties).digest,
      };
    }),
  );
};

test(
  "it is opened in segments too, and the count is that of what was cast, wherever the work was killed",
  async () => {
    const mended = killEverySegment();
    expect((await edition.handOver()).status).toBe(202);
    await place.settle();
    await place.clock.moveTo((now) => now + 60_000);
    expect(timesRead()).toEqual(each(3));
    mended();
    const { count } = await edition.seen();
    expect(count).toMatchObject({ markers: VOTES, ballots: VOTES });
    expect((await edition.seen()).blockers).toEqual([{ what: "needs-sign-offs", count: 2 }]);
    for (const { stored, own } of await digests()) expect(stored).toBe(own);
    expect(await lyingCountKey(edition.id, place.deps)).toBeUndefined();
  },
  LONG_MS,
);

test(
  "an opening that was stopped goes on where it was, and finds the same; without the commission's key its files say nothing",
  async () => {
    const { files } = place.deps;
    const cycle = await cycleOf(edition.id, place.deps);
    const opening: Opening = { cycle, privateKey, openings: 0 };
    const signed = await countFiles(files, edition.id, (await box())?.run ?? "").leaves();
    const whole = await openedBox(opening, signed, place.deps);
    expect(whole.counted).toBe(VOTES);
    for (const missing of [[], segmentsOf(SEGMENTS).slice(1, 2), segmentsOf(SEGMENTS)]) {
      const { made, read } = await again("opening", missing, (deps) => openedBox(opening, signed, deps));
      expect(read).toEqual(missing);
      expect(made).toEqual(whole);
    }
    const others = openingFiles(files, { ...opening, privateKey: createKeyPair().privateKey });
    await expect(others.get({ segment: 0, of: SEGMENTS })).rejects.toThrow("not sealed by this opening");
  },
  LONG_MS,
);
