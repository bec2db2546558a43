import { afterAll, beforeAll, expect, test } from "vitest";
import { listBox, segmentsIn } from "../../functions/count/list-box.ts";
import { boxFiles, countFiles } from "../../shared/acts/count-files.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { linesOf } from "../../shared/domain/proof/leaf-list.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { keys } from "../../shared/store/keys.ts";
import { type Segment, segmentsOf } from "../../shared/store/scans.ts";
import { remove } from "../../shared/store/write.ts";
import { openTestVote } from "../kit/city.ts";
import { openPlace, type Place } from "../kit/place.ts";
import { type Edition, editionOf, HOUR_MS } from "./edition.ts";

const VOTES = 60;
/** A roll that is read in three segments. */
const VOTERS = 16_001;

let place: Place;
let edition: Edition;
beforeAll(async () => {
  place = await openPlace();
  const one = await openTestVote(place, {
    pools: { L13: { amountZloty: 600, costsZloty: [300] } },
    voters: VOTERS,
  });
  edition = editionOf(place, one);
  await edition.fillBox([{ pool: "L13", points: { [String(one.projects.L13?.[0])]: 3 } }], VOTES);
  await place.clock.moveTo((now) => now + 2 * HOUR_MS + 61_000);
});
afterAll(() => place?.close());

/** Lists the box once more as an execution that finds these segments missing does, and tells which it read. */
const listedAgain = async (missing: readonly Segment[]) => {
  const { store, files } = place.deps;
  const read: Segment[] = [];
  const lost = new Set(missing.map(({ segment, of }) => `/box/${of}/${segment}.txt`));
  const deps: Deps = {
    ...place.deps,
    files: {
      ...files,
      get: async (path, part) =>
        [...lost].some((end) => path.endsWith(end)) ? undefined : files.get(path, part),
    },
    store: {
      ...store,
      ballots: {
        ...store.ballots,
        ballotsIn: (segment, cycleId, look) => {
          read.push(segment);
          return store.ballots.ballotsIn(segment, cycleId, look);
        },
      },
    },
  };
  await store.table.write([remove({ key: keys.box(edition.id) })]);
  return { box: await listBox(edition.id, deps), read };
};

test("a box is listed in segments, each of them in a file, and together they are the list that is signed", async () => {
  const { store, files } = place.deps;
  const cycle = await cycleOf(edition.id, place.deps);
  expect(segmentsIn(cycle)).toBe(3);
  const box = await store.boxes.get(edition.id);
  const lists = await Promise.all(segmentsOf(3).map((segment) => boxFiles(files, edition.id).get(segment)));
  const leaves = lists.map((list) => linesOf(new TextDecoder().decode(list)));
  expect(leaves.map(({ length }) => length > 0)).toEqual([true, true, true]);
  const signed = linesOf(
    new TextDecoder().decode(await countFiles(files, edition.id, box?.run ?? "").leaves()),
  );
  expect(signed).toEqual(leaves.flat().sort());
  expect(box?.size).toBe(VOTES);
});

test("a listing that was stopped goes on where it was, and signs the same", async () => {
  const before = await place.deps.store.boxes.get(edition.id);
  for (const missing of [[], segmentsOf(3).slice(1, 2), segmentsOf(3)]) {
    const { box, read } = await listedAgain(missing);
    expect(read).toEqual(missing);
    expect(box).toEqual(before);
  }
});
