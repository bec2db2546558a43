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
import { GATES } from "../../shared/store/keys.ts";
import { choiceGroups } from "./grouped-choices.ts";

const NO_KEY = { state: "no-key", run: "", pools: [] };

const leafOf = ({ pk, sealed }: SealedBallot, cycleId: CycleId): string =>
  `${pk.slice(cycleId.length + 1)} ${base32(sha256(sealed)).toLowerCase()}`;

/** Counts districts or days, sorted by name, so that two counts of the same are the same text. */
const countsByName = () => {
  const counts = new Map<string, number>();
  return {
    add: (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1),
    all: (): Record<string, number> =>
      Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
};

/** Opens every ballot of the box, a page at a time: what was chosen is added up and forgotten. */
const openBox = async (cycle: Cycle, privateKey: string, { store }: Deps) => {
  const open = await opener(privateKey);
  const groups = choiceGroups(cycle.pools.map(({ id }) => id));
  const districts = countsByName();
  const leaves: string[] = [];
  await store.ballots.eachBallot(cycle.id, async (ballots) => {
    const papers = ballots.map(async ({ sealed }) =>
      readPaper(await open({ purpose: "ballot", cycleId: cycle.id }, sealed)),
    );
    for (const paper of await Promise.all(papers)) {
      if (paper.cycle !== cycle.id) throw new Error("a ballot of another cycle is in the box");
      groups.add(paper);
      districts.add(paper.district);
    }
    for (const ballot of ballots) leaves.push(leafOf(ballot, cycle.id));
  });
  return { groups, leaves: leaves.sort(), perDistrict: districts.all() };
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

  const marked = countsByName();
  const guardians = countsByName();
  let markers = 0;
  await store.ballots.eachMarker(cycleId, (page) => {
    markers += page.length;
    for (const { district, day, guardian } of page) {
      marked.add(district);
      if (guardian) guardians.add(day);
    }
  });
  const { groups, leaves, perDistrict: found } = await openBox(cycle, privateKey, deps);
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
      districtsAgree: JSON.stringify(perDistrict) === JSON.stringify(found),
      perDistrict,
      guardians: guardians.all(),
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
