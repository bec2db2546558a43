import type { Cycle } from "../domain/cycle/cycle.ts";
import type { CycleId } from "../domain/ids.ts";
import {
  type Block,
  blocksText,
  bytesOfList,
  type LeafList,
  linesOf,
  type Place,
  readBlocks,
} from "../domain/proof/leaf-list.ts";
import { electionOf } from "../domain/tally/election-of.ts";
import { spelledBallots } from "../domain/tally/spelled.ts";
import { PoolChoices } from "../domain/voting/pool-choices.ts";
import type { Files, Part } from "../platform/files.ts";
import { deriveKey } from "../platform/keyed.ts";
import { openedBytes, sealedBytes } from "../platform/sealed-bytes.ts";
import type { Segment } from "../store/scans.ts";

const BINARY = "application/octet-stream";
const AT_ONCE_BYTES = 4 << 20;

/** The files of one count: the leaves of the ballot box, and each pool's grouped choices. No person is in any of them. */
export const countFiles = (files: Files, cycleId: CycleId, run: string) => {
  const folder = `cycles/${cycleId}/counts/${run}`;
  const text = new TextEncoder();
  const bytesOf = async (path: string, part?: Part): Promise<Uint8Array> => {
    const bytes = await files.get(path, part);
    if (!bytes) throw new Error(`no file ${path}`);
    return bytes;
  };
  const read = async (path: string, part?: Part): Promise<string> =>
    new TextDecoder().decode(await bytesOf(path, part));
  return {
    putLeaves: (list: LeafList) => files.put(`${folder}/leaves.txt`, list, "text/plain"),
    leaves: (): Promise<LeafList> => bytesOf(`${folder}/leaves.txt`),
    /** The list of so many leaves, some at a time. */
    leavesInParts: async function* (size: number): AsyncGenerator<LeafList> {
      const bytes = bytesOfList(size);
      for (let start = 0; start < bytes; start += AT_ONCE_BYTES)
        yield await bytesOf(`${folder}/leaves.txt`, { start, end: Math.min(start + AT_ONCE_BYTES, bytes) });
    },
    /** The blocks of the list, and the lines of one of them: what a proof is made of. */
    putBlocks: (blocks: readonly Block[]) =>
      files.put(`${folder}/leaves.blocks.txt`, text.encode(blocksText(blocks)), "text/plain"),
    blocks: async (): Promise<Block[]> => readBlocks(await read(`${folder}/leaves.blocks.txt`)),
    leavesIn: async (place: Place): Promise<string[]> => linesOf(await read(`${folder}/leaves.txt`, place)),
    /** A pool's choices, spelled over the ids of its list. */
    putChoices: (pool: string, spelling: Uint8Array) =>
      files.put(`${folder}/${pool}.ballots`, spelling, BINARY),
    choices: async (pool: string, ids: readonly string[]): Promise<Uint8Array> =>
      (await files.get(`${folder}/${pool}.ballots`)) ?? spelledOf(await read(`${folder}/${pool}.json`), ids),
  };
};

/** Choices as counts of releases before have left them. */
const spelledOf = (json: string, ids: readonly string[]): Uint8Array => {
  const projects = ids.map((id) => ({ id, costGrosze: 0 }));
  return spelledBallots(
    electionOf({ budgetGrosze: 0, projects, ballots: PoolChoices.parse(JSON.parse(json)) }),
  );
};

/** Files of a ballot box that is being listed: the leaves of each of its segments, written when the segment was read whole. */
export const boxFiles = (files: Files, cycleId: CycleId) => {
  const path = ({ segment, of }: Segment): string => `cycles/${cycleId}/box/${of}/${segment}.txt`;
  return {
    put: (segment: Segment, list: LeafList) => files.put(path(segment), list, "text/plain"),
    get: (segment: Segment): Promise<LeafList | undefined> => files.get(path(segment)),
  };
};

/** One opening of a box: with the commission's key, after so many others that came to something. */
export interface Opening {
  readonly cycle: Cycle;
  readonly privateKey: string;
  readonly openings: number;
}

/**
 * Files of a ballot box that is being opened: what was found in each of its segments. Few people are in one, so they are sealed under a key that
 * is made of the commission's: once that is dropped they are noise. Those of another opening are apart.
 */
export const openingFiles = (files: Files, { cycle: { id }, privateKey, openings }: Opening) => {
  const folder = `cycles/${id}/opening/${openings}`;
  const key = deriveKey(Buffer.from(privateKey, "base64url"), folder);
  const path = ({ segment, of }: Segment): string => `${folder}/${of}/${segment}.sealed`;
  return {
    put: (segment: Segment, bytes: Uint8Array) =>
      files.put(path(segment), sealedBytes(key, path(segment), bytes), BINARY),
    get: async (segment: Segment): Promise<Uint8Array | undefined> => {
      const bytes = await files.get(path(segment));
      if (!bytes) return undefined;
      const opened = openedBytes(key, path(segment), bytes);
      if (!opened) throw new Error(`${path(segment)} was not sealed by this opening`);
      return opened;
    },
  };
};
