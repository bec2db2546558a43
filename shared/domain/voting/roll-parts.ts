import { inNameOrder } from "../in-name-order.ts";
import {
  entriesIn,
  NO_PROOF,
  packShard,
  type RollEntry,
  type RollShard,
  shardOf,
  shardsFor,
} from "./roll.ts";

/** An entry that is not in force yet, and the line of the file on which it stands. */
export interface StagedEntry extends RollEntry {
  readonly line: number;
}

/** How an import is spread while it is compared: into buckets by the hash of the entry, each small enough for one step. */
export interface Spread {
  readonly buckets: number;
  /** A multiple of the buckets: whatever is in a bucket is in shards of its own. */
  readonly shards: number;
}

/** An execution has 25 000 events, and an item of a Map takes seven of them. */
const MOST_BUCKETS = 256;
/** A second of work, and what one part has of it is one item. */
const BUCKET_ENTRIES = 7000;

export const spreadOf = (entries: number): Spread => {
  const wanted = Math.ceil(entries / BUCKET_ENTRIES);
  const buckets = Math.min(2 ** Math.ceil(Math.log2(Math.max(wanted, 1))), MOST_BUCKETS);
  return { buckets, shards: Math.ceil(shardsFor(entries) / buckets) * buckets };
};

const HASH_BYTES = 16;
const LINE_BYTES = 4;
const STAGED_BYTES = 2 * HASH_BYTES + 1 + LINE_BYTES;

const OTHER_BYTES = STAGED_BYTES + HASH_BYTES;
const COUNT_BYTES = 4;

/** Entries as bytes: how many are persons', those, and further ones after them. */
const packedEntries = (entries: readonly StagedEntry[]): Uint8Array => {
  const [firsts, others] = [entries.filter(({ person }) => !person), entries.filter(({ person }) => person)];
  const bytes = new Uint8Array(COUNT_BYTES + firsts.length * STAGED_BYTES + others.length * OTHER_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, firsts.length);
  let at = COUNT_BYTES;
  for (const { id, proof, person, district, line } of [...firsts, ...others]) {
    bytes.set(id, at);
    bytes.set(proof ?? NO_PROOF, at + HASH_BYTES);
    bytes[at + 2 * HASH_BYTES] = district;
    view.setUint32(at + 2 * HASH_BYTES + 1, line);
    if (person) bytes.set(person, at + STAGED_BYTES);
    at += person ? OTHER_BYTES : STAGED_BYTES;
  }
  return bytes;
};

/** Entries by bucket, packed; a bucket without any is not there. */
export const packStaged = (entries: readonly StagedEntry[], buckets: number): Map<number, Uint8Array> => {
  const spread = Map.groupBy(entries, ({ id }) => shardOf(id, buckets));
  return new Map([...spread].map(([bucket, of]) => [bucket, packedEntries(of)]));
};

export const unpackStaged = (bytes: Uint8Array): StagedEntry[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const firstsEnd = COUNT_BYTES + view.getUint32(0) * STAGED_BYTES;
  const entries: StagedEntry[] = [];
  for (let at = COUNT_BYTES; at < bytes.length; ) {
    const isFirst = at < firstsEnd;
    entries.push({
      id: bytes.subarray(at, at + HASH_BYTES),
      proof: bytes.subarray(at + HASH_BYTES, at + 2 * HASH_BYTES),
      district: bytes[at + 2 * HASH_BYTES] ?? 0,
      line: view.getUint32(at + 2 * HASH_BYTES + 1),
      ...(!isFirst && { person: bytes.subarray(at + STAGED_BYTES, at + OTHER_BYTES) }),
    });
    at += isFirst ? STAGED_BYTES : OTHER_BYTES;
  }
  return entries;
};

const gcd = (one: number, other: number): number => (other === 0 ? one : gcd(other, one % other));

/** The shards of a roll in which entries of a bucket can be: all of them where the roll was spread by another rule. */
export const shardsOfBucket = (shards: number, bucket: number, buckets: number): number[] => {
  const shared = gcd(shards, buckets);
  return Array.from({ length: shards }, (_, shard) => shard).filter(
    (shard) => shard % shared === bucket % shared,
  );
};

/** What one bucket of an import is, beside the same bucket of the roll before. */
export interface Settled {
  readonly shards: readonly (RollShard & { readonly shard: number })[];
  readonly people: number;
  readonly added: number;
  readonly gone: number;
  readonly moved: number;
  readonly perDistrict: Readonly<Record<string, number>>;
  /** Lines that name somebody whom a line before them names. */
  readonly twice: readonly number[];
  /** Lines with a document, or a name with its day of birth and address, that another line has too: of neither can be said who is meant. */
  readonly ambiguous: readonly number[];
}

const nameOf = (id: Uint8Array): string => Buffer.from(id).toString("latin1");

/**
 * Puts a bucket together from all parts, and compares it with the roll before. Of somebody who stands there twice the earlier line is taken; the
 * order of the parts does not matter. `districtOf` names a district of this import, `before` holds names of the roll before.
 */
export const settleBucket = (
  staged: readonly StagedEntry[],
  { bucket, buckets, shards }: Spread & { readonly bucket: number },
  before: Iterable<{ readonly id: Uint8Array; readonly district: number }>,
  districtOf: (index: number) => string,
): Settled => {
  const people = new Map<string, StagedEntry>();
  const others = new Map<string, StagedEntry>();
  const twice: number[] = [];
  const ambiguous = new Set<number>();
  for (const entry of staged.toSorted((one, other) => one.line - other.line)) {
    const name = nameOf(entry.id);
    const [person, other] = [people.get(name), others.get(name)];
    if (!entry.person && person) twice.push(entry.line);
    else if (person || other) for (const one of [person, other, entry]) one && ambiguous.add(one.line);
    else (entry.person ? others : people).set(name, entry);
  }
  let [gone, moved, stayed] = [0, 0, 0];
  for (const { id, district } of before) {
    if (shardOf(id, buckets) !== bucket) continue;
    const now = people.get(nameOf(id));
    if (!now) gone += 1;
    else if (now.district === district) stayed += 1;
    else moved += 1;
  }
  const perDistrict: Record<string, number> = {};
  for (const { district } of people.values()) {
    const id = districtOf(district);
    perDistrict[id] = (perDistrict[id] ?? 0) + 1;
  }
  const spread = Map.groupBy([...people.values(), ...others.values()], ({ id }) => shardOf(id, shards));
  return {
    shards: Array.from({ length: shards / buckets }, (_, n) => bucket + n * buckets).map((shard) => ({
      shard,
      ...packShard(spread.get(shard) ?? []),
    })),
    people: people.size,
    added: people.size - moved - stayed,
    gone,
    moved,
    perDistrict: inNameOrder(perDistrict),
    twice,
    ambiguous: [...ambiguous],
  };
};

/** The people of shards of a roll, whatever proves them. */
export function* peopleIn(shards: Iterable<Uint8Array>): Generator<{ id: Uint8Array; district: number }> {
  for (const shard of shards) yield* entriesIn(shard);
}
