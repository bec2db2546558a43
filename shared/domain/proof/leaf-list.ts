import { type Hash, type Inclusion, leafHash, pathOf, rootOf } from "./merkle.ts";

/** A line of `leaves.txt`: a ballot's id and the SHA-256 of the sealed ballot, in base 32 (ADR 006). */
export const LEAF = /^[0-9a-z]{20} [0-9a-z]{52}$/;

const ID_LENGTH = 20;

/** Bytes of a line with its line feed: all are of one length, so that a part of the list can be read alone. */
const LINE_BYTES = 74;

/** Leaves of a block. A power of two: the tree over the list is then the tree over its blocks' roots. */
const BLOCK_LEAVES = 256;

/** A run of leaves: the id that it begins with, and the root of the tree over it. */
export interface Block {
  readonly from: string;
  readonly root: Hash;
}

/** A list as its file has it, in bytes: of a city's ballots it is too long to be held as lines. */
export type LeafList = Uint8Array;

/** Leaves in their order, as a list. */
export const listOfLeaves = (leaves: readonly string[]): LeafList =>
  new TextEncoder().encode(
    leaves
      .toSorted()
      .map((leaf) => `${leaf}\n`)
      .join(""),
  );

export const sizeOfList = ({ byteLength }: LeafList): number => byteLength / LINE_BYTES;

/** The bytes of a list of so many leaves. */
export const bytesOfList = (leaves: number): number => leaves * LINE_BYTES;

const lineAt = (list: Buffer, start: number): Buffer => list.subarray(start, start + LINE_BYTES);

const mergedTwo = (one: Buffer, other: Buffer): Buffer => {
  const merged = Buffer.allocUnsafe(one.length + other.length);
  let [at, from] = [0, 0];
  while (at < one.length && from < other.length) {
    const isFirst = one.compare(other, from, from + LINE_BYTES, at, at + LINE_BYTES) <= 0;
    merged.set(isFirst ? lineAt(one, at) : lineAt(other, from), at + from);
    if (isFirst) at += LINE_BYTES;
    else from += LINE_BYTES;
  }
  merged.set(one.subarray(at), at + from);
  merged.set(other.subarray(from), one.length + from);
  return merged;
};

/** One list of several. What it needs is twice its length, however many there are. */
export const mergedLists = (lists: readonly LeafList[]): LeafList => {
  let level = lists.map((list) => Buffer.from(list.buffer, list.byteOffset, list.byteLength));
  while (level.length > 1) {
    const next: Buffer[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [one, other] = [level[index] as Buffer, level[index + 1]];
      next.push(other ? mergedTwo(one, other) : one);
    }
    level = next;
  }
  return level[0] ?? Buffer.alloc(0);
};

/** Holds leaves that are found, a list at a time, against those of one that was signed: how many of it are not among them, and how many are not on it. */
export const foundLeaves = (signed: LeafList) => {
  const list = Buffer.from(signed.buffer, signed.byteOffset, signed.byteLength);
  const isFound = new Uint8Array(sizeOfList(list));
  let found = 0;
  let added = 0;

  /** The first place from here on whose leaf is not before this one. */
  const placeOfLeaf = (leaves: Buffer, at: number, from: number): number => {
    let [low, high] = [from, isFound.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle * LINE_BYTES;
      if (leaves.compare(list, start, start + LINE_BYTES, at, at + LINE_BYTES) > 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    add: (some: LeafList): void => {
      const leaves = Buffer.from(some.buffer, some.byteOffset, some.byteLength);
      let place = 0;
      for (let at = 0; at < leaves.length; at += LINE_BYTES) {
        place = placeOfLeaf(leaves, at, place);
        const start = place * LINE_BYTES;
        const isListed =
          place < isFound.length &&
          leaves.compare(list, start, start + LINE_BYTES, at, at + LINE_BYTES) === 0;
        if (isListed) isFound[place] = 1;
        else added += 1;
      }
      found += sizeOfList(some);
    },
    outcome: () => ({
      listed: isFound.length,
      missing: isFound.reduce((missing, one) => missing - one, isFound.length),
      added,
      found,
    }),
  };
};

/** The blocks of a list. With them a proof takes one block of it, however long it is. */
export const blocksOf = (list: LeafList): Block[] => {
  const blocks: Block[] = [];
  const text = new TextDecoder();
  if (list.length % LINE_BYTES !== 0) throw new Error("the list ends within a leaf");
  for (let start = 0; start < list.length; start += BLOCK_LEAVES * LINE_BYTES) {
    const lines = linesOf(text.decode(list.subarray(start, start + BLOCK_LEAVES * LINE_BYTES)));
    if (!lines.every((line) => LEAF.test(line))) throw new Error("a line of the list is no leaf");
    blocks.push({ from: (lines[0] as string).slice(0, ID_LENGTH), root: rootOf(lines.map(leafHash)) });
  }
  return blocks;
};

export const rootOfBlocks = (blocks: readonly Block[]): Hash => rootOf(blocks.map(({ root }) => root));

/** Where the block of a leaf begins and ends in the file of the list, in bytes; the end is exclusive. */
export interface Place {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** In which block the leaf of a ballot would stand; undefined before the first. */
export const placeOf = (blocks: readonly Block[], ballotId: string): Place | undefined => {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Block).from <= ballotId) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return undefined;
  const block = low - 1;
  const start = block * BLOCK_LEAVES * LINE_BYTES;
  return { block, start, end: start + BLOCK_LEAVES * LINE_BYTES };
};

/** The proof that a leaf is on a list of `size` leaves: from the lines of its block, among which it is the one at `index`. */
export const inclusionOf = (
  index: number,
  lines: readonly string[],
  { block }: Place,
  { blocks, size }: { readonly blocks: readonly Block[]; readonly size: number },
): Inclusion => ({
  index: block * BLOCK_LEAVES + index,
  size,
  path: [
    ...pathOf(lines.map(leafHash), index),
    ...pathOf(
      blocks.map(({ root }) => root),
      block,
    ),
  ],
});

/** Blocks as a file: a line each, `from` and the root in base64. */
export const blocksText = (blocks: readonly Block[]): string =>
  blocks.map(({ from, root }) => `${from} ${Buffer.from(root).toString("base64")}\n`).join("");

export const readBlocks = (text: string): Block[] =>
  linesOf(text).map((line) => {
    const [from = "", root = ""] = line.split(" ");
    return { from, root: Buffer.from(root, "base64") };
  });

/** The lines of a text in which each is ended by a line feed. */
export const linesOf = (text: string): string[] => text.split("\n").slice(0, -1);
