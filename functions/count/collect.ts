import { z } from "zod";
import { sha256OfLines } from "../../shared/domain/canonical.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { base32, CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { type BallotPaper, readPaper } from "../../shared/domain/voting/ballot-paper.ts";
import { countFiles } from "../../shared/platform/count-files.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sha256 } from "../../shared/platform/keyed.ts";
import { opener } from "../../shared/platform/seal.ts";
import { step } from "../../shared/platform/step.ts";
import type { SealedBallot } from "../../shared/store/ballots.ts";
import { GATES } from "../../shared/store/keys.ts";
import { groupedChoices } from "./grouped-choices.ts";

const NO_KEY = { state: "no-key", run: "", pools: [] };

/** How many ballots are opened at a time: the cryptography runs on a pool of threads, the rest on one. */
const AT_A_TIME = 64;

const leafOf = ({ pk, sealed }: SealedBallot, cycleId: CycleId): string =>
  `${pk.slice(cycleId.length + 1)} ${base32(sha256(sealed)).toLowerCase()}`;

const openAll = async (
  cycle: Cycle,
  ballots: readonly SealedBallot[],
  privateKey: string,
): Promise<BallotPaper[]> => {
  const open = await opener(privateKey);
  const papers: BallotPaper[] = [];
  for (let start = 0; start < ballots.length; start += AT_A_TIME) {
    const batch = ballots.slice(start, start + AT_A_TIME).map(async ({ sealed }) => {
      const paper = readPaper(await open({ purpose: "ballot", cycleId: cycle.id }, sealed));
      if (paper.cycle !== cycle.id) throw new Error("a ballot of another cycle is in the box");
      return paper;
    });
    papers.push(...(await Promise.all(batch)));
  }
  return papers;
};

const countBy = (districts: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const district of districts.toSorted()) counts[district] = (counts[district] ?? 0) + 1;
  return counts;
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

  const [markers, ballots] = await Promise.all([
    store.ballots.allMarkers(cycleId),
    store.ballots.allBallots(cycleId),
  ]);
  const papers = await openAll(cycle, ballots, privateKey);
  const leaves = ballots.map((ballot) => leafOf(ballot, cycleId)).sort();
  const leavesDigest = sha256OfLines(leaves);
  const run = leavesDigest.slice(0, 16);
  const files = countFiles(deps.files, cycleId, run);
  await files.putLeaves(leaves);
  for (const pool of pools) await files.putChoices(pool, groupedChoices(papers, pool));

  const perDistrict = countBy(markers.map(({ district }) => district));
  const found = countBy(papers.map(({ district }) => district));
  accept(
    await store.counts.collected({
      cycleId,
      run,
      markers: markers.length,
      ballots: ballots.length,
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
