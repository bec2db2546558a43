import { z } from "zod";
import { sha256OfLines } from "../../shared/domain/canonical.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { base32, CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { readPaper } from "../../shared/domain/voting/ballot-paper.ts";
import { countFiles } from "../../shared/platform/count-files.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sha256 } from "../../shared/platform/keyed.ts";
import { opener } from "../../shared/platform/seal.ts";
import { step } from "../../shared/platform/step.ts";
import type { SealedBallot } from "../../shared/store/ballots.ts";
import { GATES, keys } from "../../shared/store/keys.ts";
import { choiceGroups } from "./grouped-choices.ts";

type Voids = Awaited<ReturnType<Deps["store"]["voids"]["voided"]>>;

const NO_KEY = { state: "no-key", run: "", pools: [] };

const leafOf = ({ pk, sealed }: SealedBallot, cycleId: CycleId): string =>
  `${pk.slice(cycleId.length + 1)} ${base32(sha256(sealed)).toLowerCase()}`;

/** Counts districts, sorted by name, so that two counts of the same are the same text. */
const districtCounts = () => {
  const counts = new Map<string, number>();
  return {
    add: (district: string): void => void counts.set(district, (counts.get(district) ?? 0) + 1),
    all: (): Record<string, number> =>
      Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
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
  const open = await opener(privateKey);
  const groups = choiceGroups(cycle.pools.map(({ id }) => id));
  const districts = districtCounts();
  const leaves: string[] = [];
  let counted = 0;
  await store.ballots.eachBallot(cycle.id, async (ballots) => {
    for (const { pk } of ballots) {
      const left = isVoid.get(pk);
      if (left) districts.add(left.district);
    }
    const papers = ballots
      .filter(({ pk }) => !isVoid.has(pk))
      .map(async ({ sealed }) => readPaper(await open({ purpose: "ballot", cycleId: cycle.id }, sealed)));
    for (const paper of await Promise.all(papers)) {
      if (paper.cycle !== cycle.id) throw new Error("a ballot of another cycle is in the box");
      groups.add(paper);
      counted += 1;
      districts.add(paper.district);
    }
    for (const ballot of ballots) leaves.push(leafOf(ballot, cycle.id));
  });
  return { groups, counted, leaves: leaves.sort(), perDistrict: districts.all() };
};

/**
 * Opens the sealed ballot box: checks that every gate is sealed and that markers and ballots agree, opens the ballots with the commission's
 * key, and writes each pool's choices, grouped, to one file; after that the key is dropped. Who voted plays no part in it.
 */
export const collect = step("collect", z.object({ cycleId: CycleId }), async ({ cycleId }, deps: Deps) => {
  const { store, vault } = deps;
  const cycle = await cycleOf(cycleId, deps);
  const pools = cycle.pools.map(({ id }) => id);
  const before = await store.counts.get(cycleId);
  if (before) {
    // A run that was cut off after it had collected has left the key behind.
    await vault.dropCountKey(cycleId);
    return { state: "collected", run: before.run, pools };
  }
  if ((await store.cycles.sealedGates(cycleId)) !== GATES) throw new Error("the ballot box is not sealed");
  const privateKey = await vault.countKey(cycleId);
  if (privateKey === undefined) {
    accept(await store.cycles.change(cycle, {}, [], ["countKeyGivenAt"]));
    return NO_KEY;
  }

  const marked = districtCounts();
  let markers = 0;
  await store.ballots.eachMarker(cycleId, (page) => {
    markers += page.length;
    for (const { district } of page) marked.add(district);
  });
  const voids = await store.voids.voided(cycleId);
  const { groups, counted, leaves, perDistrict: found } = await openBox(cycle, { privateKey, voids }, deps);
  const leavesDigest = sha256OfLines(leaves);
  const run = leavesDigest.slice(0, 16);
  const files = countFiles(deps.files, cycleId, run);
  await files.putLeaves(leaves);
  for (const pool of pools) await files.putChoices(pool, groups.of(pool));

  const perDistrict = marked.all();
  accept(
    await store.counts.collected({
      cycleId,
      run,
      markers,
      ballots: leaves.length,
      counted,
      voids: voids.map(({ ballot, reason }) => ({ ballot, reason })),
      districtsAgree: JSON.stringify(perDistrict) === JSON.stringify(found),
      perDistrict,
      leavesDigest,
      undecidedPools: [],
      disputedPools: [],
      leftOver: null,
      signOffs: [],
    }),
  );
  await vault.dropCountKey(cycleId);
  return { state: "collected", run, pools };
});
