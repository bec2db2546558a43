import { z } from "zod";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { linesOf } from "../../shared/domain/proof/leaf-list.ts";
import { accept } from "../../shared/domain/result.ts";
import { differencesIn } from "../../shared/domain/results/differences.ts";
import { type BallotPaper, readPaper } from "../../shared/domain/voting/ballot-paper.ts";
import { countFiles } from "../../shared/platform/count-files.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { log } from "../../shared/platform/log.ts";
import { opener } from "../../shared/platform/seal.ts";
import { step } from "../../shared/platform/step.ts";
import { choiceGroups } from "./grouped-choices.ts";
import { leafOf, listBox } from "./list-box.ts";

const NO_KEY = { state: "no-key", run: "", pools: [] };

/** Counts districts, sorted by name, so that two counts of the same are the same text. */
const districtCounts = () => {
  const counts = new Map<string, number>();
  return {
    add: (district: string): void => void counts.set(district, (counts.get(district) ?? 0) + 1),
    all: (): Record<string, number> =>
      Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
};

type Open = Awaited<ReturnType<typeof opener>>;

/** What is written on a ballot; undefined when it is not one that was sealed for this box. Then it does not count, and that is told. */
const paperIn = async (
  sealed: Uint8Array,
  cycleId: CycleId,
  open: Open,
): Promise<BallotPaper | undefined> => {
  try {
    const paper = readPaper(await open({ purpose: "ballot", cycleId }, sealed));
    return paper.cycle === cycleId ? paper : undefined;
  } catch {
    return undefined;
  }
};

/** Opens every ballot of the box, a page at a time: what was chosen is added up and forgotten. */
const openBox = async (cycle: Cycle, privateKey: string, { store }: Deps) => {
  const open = await opener(privateKey);
  const groups = choiceGroups(cycle.pools.map(({ id }) => id));
  const districts = districtCounts();
  const leaves: string[] = [];
  let counted = 0;
  await store.ballots.eachBallot(cycle.id, async (ballots) => {
    const papers = ballots.map(({ sealed }) => paperIn(sealed, cycle.id, open));
    for (const paper of await Promise.all(papers)) {
      if (!paper) continue;
      groups.add(paper);
      districts.add(paper.district);
      counted += 1;
    }
    for (const ballot of ballots) leaves.push(leafOf(ballot, cycle.id));
  });
  return { groups, counted, leaves: leaves.sort(), perDistrict: districts.all() };
};

const markersOf = async (cycleId: CycleId, { store }: Deps): Promise<Record<string, number>> => {
  const marked = districtCounts();
  await store.ballots.eachMarker(cycleId, (page) => {
    for (const { district } of page) marked.add(district);
  });
  return marked.all();
};

/** The office thinks that the key is here, and it is not, or not any more. */
const askForKey = async ({ id }: Cycle, deps: Deps): Promise<void> => {
  const cycle = await cycleOf(id, deps);
  if (cycle.countKeyGivenAt) accept(await deps.store.cycles.change(cycle, {}, [], ["countKeyGivenAt"]));
};

/**
 * Opens the sealed ballot box, which was listed before: opens the ballots with the commission's key, holds markers, ballots and leaves
 * against one another, and writes each pool's choices, grouped, to one file; after that the key is dropped. Who voted plays no part in it.
 */
export const collect = step("collect", z.object({ cycleId: CycleId }), async ({ cycleId }, deps: Deps) => {
  const { store, vault } = deps;
  const cycle = await cycleOf(cycleId, deps);
  const pools = cycle.pools.map(({ id }) => id);
  const before = await store.counts.get(cycleId);
  if (before && before.differences.length === 0) {
    // A run that was cut off after it had collected has left the key behind.
    await vault.dropCountKey(cycleId);
    return { state: "collected", run: before.run, pools };
  }
  const { run, leavesDigest } = await listBox(cycleId, deps);
  const privateKey = await vault.countKey(cycleId);
  if (privateKey === undefined) {
    await askForKey(cycle, deps);
    return before ? { state: "collected", run, pools } : NO_KEY;
  }

  const markers = await markersOf(cycleId, deps);
  const { groups, counted, leaves, perDistrict } = await openBox(cycle, privateKey, deps);
  const files = countFiles(deps.files, cycleId, run);
  for (const pool of pools) await files.putChoices(pool, groups.of(pool));

  const differences = differencesIn({
    listed: linesOf(await files.leaves()),
    leaves,
    markers,
    ballots: perDistrict,
    voided: 0,
    counted,
  });
  if (differences.length > 0) log.error({ event: "box-differs", cycleId, count: differences.length });
  accept(
    await store.counts.collected({
      cycleId,
      run,
      markers: Object.values(markers).reduce((sum, count) => sum + count, 0),
      ballots: leaves.length,
      differences,
      perDistrict: markers,
      leavesDigest,
      undecidedPools: [],
      disputedPools: [],
      leftOver: null,
      signOffs: [],
    }),
  );
  await vault.dropCountKey(cycleId);
  // Once what differs is mended, the key is handed over again, and the box is opened anew.
  if (differences.length > 0) await askForKey(cycle, deps);
  return { state: "collected", run, pools };
});
