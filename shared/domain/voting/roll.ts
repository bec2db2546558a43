/**
 * The roll of one edition, packed: each entry is two keyed hashes and a district, and the entries are spread over shards, so that a look-up
 * reads one small item and an import writes a few hundred. Nothing in it can be turned back into a person without the edition's key.
 */
export interface RollEntry {
  /** Keyed hash of the PESEL number: who this is, in this edition. */
  readonly id: Uint8Array;
  /** Keyed hash of PESEL and the mother's maiden name: what must be typed. */
  readonly proof: Uint8Array;
  /** Index into the edition's list of districts. */
  readonly district: number;
}

const HASH_BYTES = 16;
const ENTRY_BYTES = 2 * HASH_BYTES + 1;

/** About how many entries one shard should hold: 200 entries are 6.6 kB, two read units. */
const ENTRIES_PER_SHARD = 200;

export const shardsFor = (entries: number): number => Math.max(1, Math.ceil(entries / ENTRIES_PER_SHARD));

export const shardOf = (id: Uint8Array, shards: number): number =>
  (((id[0] ?? 0) << 16) | ((id[1] ?? 0) << 8) | (id[2] ?? 0)) % shards;

const compare = (one: Uint8Array, other: Uint8Array): number => {
  for (let index = 0; index < HASH_BYTES; index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** One shard of these entries, sorted: neither order nor place says anything of the file they came from. */
export const packShard = (entries: readonly RollEntry[]): Uint8Array => {
  const bytes = new Uint8Array(entries.length * ENTRY_BYTES);
  const sorted = entries.toSorted((one, other) => compare(one.id, other.id));
  for (const [index, { id, proof, district }] of sorted.entries()) {
    bytes.set(id.subarray(0, HASH_BYTES), index * ENTRY_BYTES);
    bytes.set(proof.subarray(0, HASH_BYTES), index * ENTRY_BYTES + HASH_BYTES);
    bytes[index * ENTRY_BYTES + 2 * HASH_BYTES] = district;
  }
  return bytes;
};

/** Entries by shard. */
export const packRoll = (entries: readonly RollEntry[]): Uint8Array[] => {
  const shards: RollEntry[][] = Array.from({ length: shardsFor(entries.length) }, () => []);
  for (const entry of entries) shards[shardOf(entry.id, shards.length)]?.push(entry);
  return shards.map(packShard);
};

/** Who stands in a shard, and where they live. */
export function* entriesIn(shard: Uint8Array): Generator<Pick<RollEntry, "id" | "district">> {
  for (let start = 0; start + ENTRY_BYTES <= shard.length; start += ENTRY_BYTES)
    yield {
      id: shard.subarray(start, start + HASH_BYTES),
      district: shard[start + 2 * HASH_BYTES] ?? 0,
    };
}

/** The district of an entry, whatever its proof; undefined when it is not there. Every entry is looked at, as below. */
export const findEntry = (shard: Uint8Array, id: Uint8Array): number | undefined => {
  let found: number | undefined;
  for (let start = 0; start + ENTRY_BYTES <= shard.length; start += ENTRY_BYTES) {
    let difference = 0;
    for (let index = 0; index < HASH_BYTES; index++)
      difference |= (shard[start + index] ?? 0) ^ (id[index] ?? 0);
    if (difference === 0) found = shard[start + 2 * HASH_BYTES];
  }
  return found;
};

/** By how much additions change how many may vote in each district, with one more who lived in one, or was on no roll, and votes in another. */
export const movedTo = (
  added: Readonly<Record<string, number>>,
  before: string | undefined,
  district: string,
): Record<string, number> => {
  const after = { ...added };
  if (before === district) return after;
  after[district] = (after[district] ?? 0) + 1;
  if (before !== undefined) after[before] = (after[before] ?? 0) - 1;
  return after;
};

/**
 * The district of who typed these, or undefined. Every entry of the shard is looked at, whether or not one fits, so that the time does not
 * tell who is on the roll.
 */
export const findInShard = (shard: Uint8Array, id: Uint8Array, proof: Uint8Array): number | undefined => {
  let found: number | undefined;
  for (let start = 0; start + ENTRY_BYTES <= shard.length; start += ENTRY_BYTES) {
    let difference = 0;
    for (let index = 0; index < HASH_BYTES; index++) {
      difference |= (shard[start + index] ?? 0) ^ (id[index] ?? 0);
      difference |= (shard[start + HASH_BYTES + index] ?? 0) ^ (proof[index] ?? 0);
    }
    if (difference === 0) found = shard[start + 2 * HASH_BYTES];
  }
  return found;
};
