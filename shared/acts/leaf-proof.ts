import { type Block, inclusionOf, placeOf } from "../domain/proof/leaf-list.ts";
import type { Inclusion } from "../domain/proof/merkle.ts";
import type { NamedLeaf } from "../domain/voting/receipt.ts";
import type { Deps } from "../platform/deps.ts";
import type { Files } from "../platform/files.ts";
import type { Box } from "../store/boxes.ts";
import { countFiles } from "./count-files.ts";

/** Blocks of the lists that a container has read. A list never changes, and those of 250 000 leaves are 65 kB. */
const KNOWN = new WeakMap<Files, Map<string, Promise<Block[]>>>();

const blocksOf = (folder: string, files: Files, read: () => Promise<Block[]>): Promise<Block[]> => {
  const known = KNOWN.get(files) ?? new Map<string, Promise<Block[]>>();
  KNOWN.set(files, known);
  const before = known.get(folder);
  if (before) return before;
  const reading = read();
  known.set(folder, reading);
  reading.catch(() => known.delete(folder));
  return reading;
};

/** A leaf of the list that was signed, and its way to the root. */
interface LeafProof extends Inclusion {
  readonly leaf: string;
}

/** The leaf that a receipt names on the list of a sealed box: one block of the list is read for it, however long the list is. */
export const leafProof = async (
  { cycleId, run, size }: Box,
  { ballotId, commitment }: NamedLeaf,
  { files }: Pick<Deps, "files">,
): Promise<LeafProof | undefined> => {
  const list = countFiles(files, cycleId, run);
  const blocks = await blocksOf(`${cycleId}/${run}`, files, list.blocks);
  const place = placeOf(blocks, ballotId);
  if (!place) return undefined;
  const lines = await list.leavesIn(place);
  const index = lines.findIndex((line) => line.startsWith(`${ballotId} ${commitment.toLowerCase()}`));
  const leaf = lines[index];
  return leaf === undefined ? undefined : { leaf, ...inclusionOf(index, lines, place, { blocks, size }) };
};
