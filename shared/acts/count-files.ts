import type { CycleId } from "../domain/ids.ts";
import {
  type Block,
  blocksText,
  type LeafList,
  linesOf,
  type Place,
  readBlocks,
} from "../domain/proof/leaf-list.ts";
import { PoolChoices } from "../domain/voting/pool-choices.ts";
import type { Files, Part } from "../platform/files.ts";
import type { Segment } from "../store/scans.ts";

const JSON_TYPE = "application/json";

/** The files of one count: the leaves of the ballot box, and each pool's grouped choices. No person is in any of them. */
export const countFiles = (files: Files, cycleId: CycleId, run: string) => {
  const folder = `cycles/${cycleId}/counts/${run}`;
  const text = new TextEncoder();
  const read = async (path: string, part?: Part): Promise<string> => {
    const bytes = await files.get(path, part);
    if (!bytes) throw new Error(`no file ${path}`);
    return new TextDecoder().decode(bytes);
  };
  return {
    putLeaves: (list: LeafList) => files.put(`${folder}/leaves.txt`, list, "text/plain"),
    leaves: () => read(`${folder}/leaves.txt`),
    /** The blocks of the list, and the lines of one of them: what a proof is made of. */
    putBlocks: (blocks: readonly Block[]) =>
      files.put(`${folder}/leaves.blocks.txt`, text.encode(blocksText(blocks)), "text/plain"),
    blocks: async (): Promise<Block[]> => readBlocks(await read(`${folder}/leaves.blocks.txt`)),
    leavesIn: async (place: Place): Promise<string[]> => linesOf(await read(`${folder}/leaves.txt`, place)),
    putChoices: (pool: string, choices: PoolChoices) =>
      files.put(`${folder}/${pool}.json`, text.encode(JSON.stringify(choices)), JSON_TYPE),
    choices: async (pool: string): Promise<PoolChoices> =>
      PoolChoices.parse(JSON.parse(await read(`${folder}/${pool}.json`))),
  };
};

/** Files of a ballot box that is being listed: the leaves of each of its segments, written when the segment was read whole. */
export const boxFiles = (files: Files, cycleId: CycleId) => {
  const path = ({ segment, of }: Segment): string => `cycles/${cycleId}/box/${of}/${segment}.txt`;
  return {
    put: (segment: Segment, list: LeafList) => files.put(path(segment), list, "text/plain"),
    get: (segment: Segment): Promise<LeafList | undefined> => files.get(path(segment)),
  };
};
