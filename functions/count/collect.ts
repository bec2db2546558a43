import { z } from "zod";
import { countFiles, type Opening } from "../../shared/acts/count-files.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { MEASURE } from "../../shared/domain/languages.ts";
import { foundLeaves, type LeafList } from "../../shared/domain/proof/leaf-list.ts";
import { accept } from "../../shared/domain/result.ts";
import { type Difference, differencesIn } from "../../shared/domain/results/differences.ts";
import { joinedSpellings } from "../../shared/domain/tally/spelled-ballots.ts";
import { figuresOf } from "../../shared/domain/voting/paper.ts";
import type { VotingPoint } from "../../shared/domain/voting/voting-point.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { log } from "../../shared/platform/log.ts";
import { step } from "../../shared/platform/step.ts";
import { segmentsOf } from "../../shared/store/scans.ts";
import { listBox, segmentsIn } from "./list-box.ts";
import { nameCounts } from "./name-counts.ts";
import { atPoint, openedIn, openingOf } from "./open-segment.ts";

const Answer = z.strictObject({
  state: z.enum(["collected", "no-key"]),
  run: z.string(),
  pools: z.array(z.string()),
});
type Answer = z.infer<typeof Answer>;

const NO_KEY: Answer = { state: "no-key", run: "", pools: [] };

/** What all segments of the box come to, each opened before or now; they are read one after the other, and little of them is kept. */
export const openedBox = async (opening: Opening, signed: LeafList, deps: Deps) => {
  const { cycle } = opening;
  const leaves = foundLeaves(signed);
  const counts = {
    ballots: nameCounts(),
    markers: nameCounts(),
    atPoints: nameCounts(),
    guardians: nameCounts(),
  };
  const choices = new Map<string, Uint8Array[]>(cycle.pools.map(({ id }) => [id, []]));
  let counted = 0;
  for (const segment of segmentsOf(segmentsIn(cycle))) {
    const opened = await openedIn(segment, opening, deps);
    leaves.add(opened.leaves);
    counted += opened.figures.counted;
    for (const [name, all] of Object.entries(counts)) all.addAll(opened.figures[name as keyof typeof counts]);
    // A copy: the segment it is part of is let go.
    for (const [pool, spelling] of opened.choices) choices.get(pool)?.push(new Uint8Array(spelling));
  }
  return {
    leaves: leaves.outcome(),
    counted,
    ballots: counts.ballots.all(),
    markers: counts.markers.all(),
    atPoints: counts.atPoints.all(),
    guardians: counts.guardians.all(),
    choices,
  };
};

/** The office thinks that the key is here, and it is not, or not any more. One that was handed over meanwhile is not forgotten. */
const askForKey = async ({ id, countKeyId }: Cycle, deps: Deps): Promise<void> => {
  const cycle = await cycleOf(id, deps);
  if (cycle.countKeyGivenAt && cycle.countKeyId === countKeyId)
    accept(await deps.store.cycles.change(cycle, {}, [], ["countKeyGivenAt", "countKeyId"]));
};

/** A difference with what people call its district or its point. */
const named =
  ({ ruleSet }: Cycle, points: readonly VotingPoint[]) =>
  (one: Difference): Difference => {
    const [, point] = one.point?.split(" ") ?? [];
    const name =
      one.district === undefined
        ? points.find(({ id }) => id === point)?.name
        : ruleSet.pools.find(({ id }) => id === one.district)?.name[MEASURE];
    return { ...one, ...(name !== undefined && { name }) };
  };

/** What clerks' shifts and batches say was cast at each point and day: the markers must say the same. */
export const recordedAtPoints = async (cycleId: CycleId, { store }: Pick<Deps, "store">) => {
  const recorded = nameCounts();
  for (const { point, day, cast } of await store.votingPoints.allShifts(cycleId))
    recorded.add(atPoint("desk", point, day), cast);
  for (const batch of await store.batches.list(cycleId)) {
    const { accepted } = figuresOf(batch, await store.batches.cards(cycleId, batch.id));
    recorded.add(atPoint("paper", batch.point, batch.receivedOn), accepted);
  }
  return recorded.all();
};

/**
 * Collects what the sealed ballot box holds, which was listed before and opened in segments: holds markers, ballots and leaves against one
 * another, and writes each pool's choices, grouped, to one file; after that the key is dropped. Who voted plays no part in it. What no step
 * before has opened is opened here.
 */
export const collect = step(
  "collect",
  z.object({ cycleId: CycleId }),
  Answer,
  async ({ cycleId }, deps): Promise<Answer> => {
    const { store, vault } = deps;
    const cycle = await cycleOf(cycleId, deps);
    const pools = cycle.pools.map(({ id }) => id);
    const before = await store.counts.get(cycleId);
    if (before && before.differences.length === 0) {
      // A run that was cut off after it had collected has left the key behind.
      await vault.dropCountKey(cycle);
      return { state: "collected", run: before.run, pools };
    }
    const { run, leavesDigest } = await listBox(cycleId, deps);
    const opening = await openingOf(cycle, deps);
    if (!opening) {
      await askForKey(cycle, deps);
      return before ? { state: "collected", run, pools } : NO_KEY;
    }

    const files = countFiles(deps.files, cycleId, run);
    const { choices, leaves, markers, guardians, ...box } = await openedBox(
      opening,
      await files.leaves(),
      deps,
    );
    for (const [pool, spellings] of choices) await files.putChoices(pool, joinedSpellings(spellings));

    const voids = await store.voids.voided(cycleId);
    const { points } = await store.votingPoints.get(cycleId);
    const differences = differencesIn({
      ...box,
      leaves,
      markers,
      voided: voids.length,
      recorded: await recordedAtPoints(cycleId, deps),
    }).map(named(cycle, points));
    if (differences.length > 0) log.error({ event: "box-differs", cycleId, count: differences.length });
    accept(
      await store.counts.collected({
        cycleId,
        run,
        markers: Object.values(markers).reduce((sum, count) => sum + count, 0),
        ballots: leaves.found,
        counted: box.counted,
        voids: voids.map(({ ballot, reason }) => ({ ballot, reason })),
        differences,
        openings: opening.openings + 1,
        perDistrict: markers,
        guardians,
        leavesDigest,
        undecidedPools: [],
        disputedPools: [],
        leftOver: null,
        leftOverTies: [],
        signOffs: [],
      }),
    );
    await vault.dropCountKey(cycle);
    // Once what differs is mended, the key is handed over again, and the box is opened anew.
    if (differences.length > 0) await askForKey(cycle, deps);
    return { state: "collected", run, pools };
  },
);
