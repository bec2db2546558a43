import { createHash } from "node:crypto";

/** A SHA-256: 32 bytes. */
export type Hash = Uint8Array;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const sha256 = (...parts: readonly (string | Uint8Array)[]): Hash => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** The hash of a leaf, whose bytes come without a line feed (RFC 9162, 2.1.1). */
export const leafHash = (leaf: string | Uint8Array): Hash => sha256(LEAF, leaf);

const nodeHash = (left: Hash, right: Hash): Hash => sha256(NODE, left, right);

/** The level above: neighbours are joined, and the last one of an odd number goes up as it is. */
const above = (level: readonly Hash[]): Hash[] => {
  const next: Hash[] = [];
  for (let index = 0; index < level.length; index += 2) {
    const [left, right] = [level[index] as Hash, level[index + 1]];
    next.push(right ? nodeHash(left, right) : left);
  }
  return next;
};

/** The root over hashes of leaves, or over roots of subtrees that are full but for the last (RFC 9162, 2.1.1). */
export const rootOf = (hashes: readonly Hash[]): Hash => {
  let level = hashes;
  while (level.length > 1) level = above(level);
  return level[0] ?? sha256();
};

/** The audit path of one of them: its neighbours on the way up, the lowest first (RFC 9162, 2.1.3.1). */
export const pathOf = (hashes: readonly Hash[], index: number): Hash[] => {
  const path: Hash[] = [];
  let at = index;
  for (let level = hashes; level.length > 1; level = above(level)) {
    const neighbour = level[at ^ 1];
    if (neighbour) path.push(neighbour);
    at >>= 1;
  }
  return path;
};

/** Where a leaf stands in a tree of `size` leaves, and how its root is reached. */
export interface Inclusion {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Hash[];
}

/** The root that a leaf and its path lead to; undefined when no tree of this size has such a path (RFC 9162, 2.1.3.2). */
export const rootFrom = (leaf: Hash, { index, size, path }: Inclusion): Hash | undefined => {
  if (index < 0 || index >= size) return undefined;
  let [at, last] = [index, size - 1];
  let root = leaf;
  for (const neighbour of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(neighbour, root);
      // The last one of an odd number had no neighbour until here.
      while (at % 2 === 0 && at !== 0) [at, last] = [at >> 1, last >> 1];
    } else root = nodeHash(root, neighbour);
    [at, last] = [at >> 1, last >> 1];
  }
  return last === 0 ? root : undefined;
};
