import { z } from "zod";
import { countFiles } from "../../shared/acts/count-files.ts";
import { base32 } from "../../shared/domain/base32.ts";
import { sha256OfLines } from "../../shared/domain/canonical.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { checkpointText, originOf } from "../../shared/domain/proof/checkpoint.ts";
import { blocksOf, rootOfBlocks } from "../../shared/domain/proof/leaf-list.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sha256 } from "../../shared/platform/keyed.ts";
import { signedNote } from "../../shared/platform/signing.ts";
import { Done, step } from "../../shared/platform/step.ts";
import type { SealedBallot } from "../../shared/store/ballots.ts";
import type { Box } from "../../shared/store/boxes.ts";
import { GATES } from "../../shared/store/keys.ts";

export const leafOf = ({ pk, sealed }: SealedBallot, cycleId: CycleId): string =>
  `${pk.slice(cycleId.length + 1)} ${base32(sha256(sealed)).toLowerCase()}`;

/** Keeps the list of a box's leaves, in their order, and signs the root of the tree over it. */
export const keepList = async (
  cycleId: CycleId,
  leaves: readonly string[],
  { store, files, vault, site }: Deps,
): Promise<Box> => {
  const blocks = blocksOf(leaves);
  const leavesDigest = sha256OfLines(leaves);
  const run = leavesDigest.slice(0, 16);
  const out = countFiles(files, cycleId, run);
  await out.putLeaves(leaves);
  await out.putBlocks(blocks);
  const origin = originOf(site.url, cycleId);
  const text = checkpointText({ origin, size: leaves.length, root: rootOfBlocks(blocks) });
  const checkpoint = signedNote(await vault.signing(), origin, text);
  return await store.boxes.list({ cycleId, run, size: leaves.length, leavesDigest, checkpoint });
};

/**
 * Lists a sealed ballot box and signs the root of the tree over the list, once for ever: whoever opens ballots later cannot exchange them.
 * No key of the commission is needed, and none is there yet.
 */
export const listBox = async (cycleId: CycleId, deps: Deps): Promise<Box> => {
  const { store } = deps;
  const before = await store.boxes.get(cycleId);
  if (before) return before;
  if ((await store.cycles.sealedGates(cycleId)) !== GATES) throw new Error("the ballot box is not sealed");
  const leaves: string[] = [];
  await store.ballots.eachBallot(cycleId, async (ballots) => {
    for (const ballot of ballots) leaves.push(leafOf(ballot, cycleId));
  });
  return await keepList(cycleId, leaves.sort(), deps);
};

/** The step of the phase in which the box is sealed and nobody has a key to it. */
export const list = step("list", z.object({ cycleId: CycleId }), Done, async ({ cycleId }, deps) => {
  await listBox(cycleId, deps);
  return {};
});
