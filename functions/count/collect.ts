import { z } from "zod";
import { countFiles } from "../../shared/acts/count-files.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { MEASURE } from "../../shared/domain/languages.ts";
import { linesOf } from "../../shared/domain/proof/leaf-list.ts";
import { accept } from "../../shared/domain/result.ts";
import { type Difference, differencesIn } from "../../shared/domain/results/differences.ts";
import { type BallotContent, readContent } from "../../shared/domain/voting/ballot-content.ts";
import { figuresOf } from "../../shared/domain/voting/paper.ts";
import type { VotingPoint } from "../../shared/domain/voting/voting-point.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { log } from "../../shared/platform/log.ts";
import { opener } from "../../shared/platform/seal.ts";
import { step } from "../../shared/platform/step.ts";
import { keys } from "../../shared/store/keys.ts";
import { choiceGroups } from "./grouped-choices.ts";
import { leafOf, listBox } from "./list-box.ts";

type Voids = Awaited<ReturnType<Deps["store"]["voids"]["voided"]>>;

const Answer = z.strictObject({
  state: z.enum(["collected", "no-key"]),
  run: z.string(),
  pools: z.array(z.string()),
});
type Answer = z.infer<typeof Answer>;

const NO_KEY: Answer = { state: "no-key", run: "", pools: [] };

/** Counts districts, days, or points and days, sorted by name, so that two counts of the same are the same text. */
const nameCounts = () => {
  const counts = new Map<string, number>();
  return {
    add: (name: string, by = 1): void => {
      if (by > 0) counts.set(name, (counts.get(name) ?? 0) + by);
    },
    all: (): Record<string, number> =>
      Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
};

type Open = ReturnType<typeof opener>;

/** What is written on a ballot; undefined when it is not one that was sealed for this box. Then it does not count, and that is told. */
const contentIn = (sealed: Uint8Array, cycleId: CycleId, open: Open): BallotContent | undefined => {
  try {
    const content = readContent(open({ purpose: "ballot", cycleId }, sealed));
    return content.cycle === cycleId ? content : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Opens the ballots of the box, a page at a time: what was chosen is added up and forgotten. A void ballot stays among the leaves and is not
 * opened; it counts for the district of its marker.
 */
const openBox = async (
  cycle: Cycle,
  { privateKey, voids }: { privateKey: string; voids: Voids },
  { store }: Deps,
) => {
  const isVoid = new Map(voids.map((one) => [keys.ballot(cycle.id, one.ballot).pk, one]));
  const open = opener(privateKey);
  const groups = choiceGroups(cycle.pools.map(({ id }) => id));
  const districts = nameCounts();
  const leaves: string[] = [];
  let counted = 0;
  await store.ballots.eachBallot(cycle.id, async (ballots) => {
    for (const { pk } of ballots) {
      const left = isVoid.get(pk);
      if (left) districts.add(left.district);
    }
    for (const { pk, sealed } of ballots) {
      const content = isVoid.has(pk) ? undefined : contentIn(sealed, cycle.id, open);
      if (!content) continue;
      groups.add(content);
      counted += 1;
      districts.add(content.district);
    }
    for (const ballot of ballots) leaves.push(leafOf(ballot, cycle.id));
  });
  return { groups, counted, leaves: leaves.sort(), perDistrict: districts.all() };
};

/** Who has voted, by district; of those who came to a point or sent a card, by point and day; of children with a guardian, by day. */
const markersOf = async (cycleId: CycleId, { store }: Deps) => {
  const marked = nameCounts();
  const atPoints = nameCounts();
  const guardians = nameCounts();
  await store.ballots.eachMarker(cycleId, (page) => {
    for (const { channel, point, district, day, guardian } of page) {
      marked.add(district);
      if (guardian) guardians.add(day);
      if (point !== undefined) atPoints.add(atPoint(channel, point, day));
    }
  });
  return { markers: marked.all(), atPoints: atPoints.all(), guardians: guardians.all() };
};

/** The office thinks that the key is here, and it is not, or not any more. One that was handed over meanwhile is not forgotten. */
const askForKey = async ({ id, countKeyId }: Cycle, deps: Deps): Promise<void> => {
  const cycle = await cycleOf(id, deps);
  if (cycle.countKeyGivenAt && cycle.countKeyId === countKeyId)
    accept(await deps.store.cycles.change(cycle, {}, [], ["countKeyGivenAt", "countKeyId"]));
};

export const atPoint = (channel: string, point: string, day: string): string =>
  [channel, point, day].join(" ");

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
 * Opens the sealed ballot box, which was listed before: opens the ballots with the commission's key, holds markers, ballots and leaves
 * against one another, and writes each pool's choices, grouped, to one file; after that the key is dropped. Who voted plays no part in it.
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
    const privateKey = await vault.countKey(cycle);
    if (privateKey === undefined) {
      await askForKey(cycle, deps);
      return before ? { state: "collected", run, pools } : NO_KEY;
    }

    const { markers, atPoints, guardians } = await markersOf(cycleId, deps);
    const voids = await store.voids.voided(cycleId);
    const { groups, counted, leaves, perDistrict } = await openBox(cycle, { privateKey, voids }, deps);
    const files = countFiles(deps.files, cycleId, run);
    for (const pool of pools) await files.putChoices(pool, groups.of(pool));

    const { points } = await store.votingPoints.get(cycleId);
    const differences = differencesIn({
      listed: linesOf(await files.leaves()),
      leaves,
      markers,
      ballots: perDistrict,
      voided: voids.length,
      counted,
      recorded: await recordedAtPoints(cycleId, deps),
      atPoints,
    }).map(named(cycle, points));
    if (differences.length > 0) log.error({ event: "box-differs", cycleId, count: differences.length });
    accept(
      await store.counts.collected({
        cycleId,
        run,
        markers: Object.values(markers).reduce((sum, count) => sum + count, 0),
        ballots: leaves.length,
        counted,
        voids: voids.map(({ ballot, reason }) => ({ ballot, reason })),
        differences,
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
