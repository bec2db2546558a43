import type { CycleId } from "../domain/ids.ts";
import { type Block, blocksText, linesOf, type Place, readBlocks } from "../domain/proof/leaf-list.ts";
import { PoolChoices } from "../domain/voting/pool-choices.ts";
import type { Files, Part } from "../platform/files.ts";

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
    putLeaves: (leaves: readonly string[]) =>
      files.put(
        `${folder}/leaves.txt`,
        text.encode(leaves.map((leaf) => `${leaf}\n`).join("")),
        "text/plain",
      ),
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
