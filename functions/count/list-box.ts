import { z } from "zod";
import { boxFiles, countFiles } from "../../shared/acts/count-files.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { base32 } from "../../shared/domain/base32.ts";
import { sha256Hex } from "../../shared/domain/canonical.ts";
import { type Cycle, peopleOf } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { checkpointText, originOf } from "../../shared/domain/proof/checkpoint.ts";
import {
  blocksOf,
  type LeafList,
  listOfLeaves,
  mergedLists,
  rootOfBlocks,
  sizeOfList,
} from "../../shared/domain/proof/leaf-list.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { sha256 } from "../../shared/platform/keyed.ts";
import { signedNote } from "../../shared/platform/signing.ts";
import { Done, step } from "../../shared/platform/step.ts";
import type { SealedBallot } from "../../shared/store/ballots.ts";
import type { Box } from "../../shared/store/boxes.ts";
import { GATES } from "../../shared/store/keys.ts";
import { Segment, segmentsOf } from "../../shared/store/scans.ts";

/** Ballots in a segment if everybody votes: seconds of work, also where each is opened. */
const SEGMENT_BALLOTS = 8000;
/** An execution has 25 000 events, and an item of a Map takes seven of them. */
const MOST_SEGMENTS = 256;

/** In how many segments the box of a vote is read, by its roll. Where a late statement changes it meanwhile, the list is the same, of other files. */
export const segmentsIn = (cycle: Cycle): number =>
  Math.min(Math.max(Math.ceil(peopleOf(cycle).eligible / SEGMENT_BALLOTS), 1), MOST_SEGMENTS);

export const leafOf = ({ pk, sealed }: SealedBallot, cycleId: CycleId): string =>
  `${pk.slice(cycleId.length + 1)} ${base32(sha256(sealed)).toLowerCase()}`;

/** Keeps the list of a box, and signs the root of the tree over it. */
export const keepList = async (
  cycleId: CycleId,
  list: LeafList,
  { store, files, vault, site }: Deps,
): Promise<Box> => {
  const blocks = blocksOf(list);
  const leavesDigest = sha256Hex(list);
  const size = sizeOfList(list);
  const run = leavesDigest.slice(0, 16);
  const out = countFiles(files, cycleId, run);
  await out.putLeaves(list);
  await out.putBlocks(blocks);
  const origin = originOf(site.url, cycleId);
  const text = checkpointText({ origin, size, root: rootOfBlocks(blocks) });
  const checkpoint = signedNote(await vault.signing(), origin, text);
  return await store.boxes.list({ cycleId, run, size, leavesDigest, checkpoint });
};

const checkSealed = async (cycleId: CycleId, { store }: Deps): Promise<void> => {
  if ((await store.cycles.sealedGates(cycleId)) !== GATES) throw new Error("the ballot box is not sealed");
};

/** The leaves of a segment; what an execution before has listed is not read again. */
const leavesIn = async (segment: Segment, cycleId: CycleId, deps: Deps): Promise<LeafList> => {
  const kept = boxFiles(deps.files, cycleId);
  const before = await kept.get(segment);
  if (before) return before;
  await checkSealed(cycleId, deps);
  const leaves: string[] = [];
  await deps.store.ballots.ballotsIn(segment, cycleId, (ballots) => {
    for (const ballot of ballots) leaves.push(leafOf(ballot, cycleId));
  });
  const list = listOfLeaves(leaves);
  await kept.put(segment, list);
  return list;
};

/**
 * Lists a sealed ballot box and signs the root of the tree over the list, once for ever: whoever opens ballots later cannot exchange them.
 * No key of the commission is needed, and none is there yet. Segments that are not listed yet are read here, one after the other.
 */
export const listBox = async (cycleId: CycleId, deps: Deps): Promise<Box> => {
  const before = await deps.store.boxes.get(cycleId);
  if (before) return before;
  await checkSealed(cycleId, deps);
  const lists: LeafList[] = [];
  for (const segment of segmentsOf(segmentsIn(await cycleOf(cycleId, deps))))
    lists.push(await leavesIn(segment, cycleId, deps));
  return await keepList(cycleId, mergedLists(lists), deps);
};

const Split = z.strictObject({ segments: z.array(Segment) });

/** The segments in which the box is read: none of a box that is listed. */
export const split = step("split", z.object({ cycleId: CycleId }), Split, async ({ cycleId }, deps) => ({
  segments: (await deps.store.boxes.get(cycleId)) ? [] : segmentsOf(segmentsIn(await cycleOf(cycleId, deps))),
}));

/** Lists one segment of the box. */
export const listSegment = step(
  "list-segment",
  z.object({ cycleId: CycleId, ...Segment.shape }),
  Done,
  async ({ cycleId, segment, of }, deps) => {
    await leavesIn({ segment, of }, cycleId, deps);
    return {};
  },
);

/** The step of the phase in which the box is sealed and nobody has a key to it. */
export const list = step("list", z.object({ cycleId: CycleId }), Done, async ({ cycleId }, deps) => {
  await listBox(cycleId, deps);
  return {};
});
