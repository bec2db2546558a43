/**
 * The roll of one edition, packed: each entry is two keyed hashes and a district, and the entries are spread over shards, so that a look-up
 * reads one small item and an import writes a few hundred. Nothing in it can be turned back into a person without the edition's key.
 */
export interface RollEntry {
  /** Keyed hash of the facts that say who this is, in this edition. */
  readonly id: Uint8Array;
  /** Keyed hash of these and what proves them: what must be typed. None where the roll lacks what would prove. */
  readonly proof?: Uint8Array | undefined;
  /** Index into the edition's list of districts. */
  readonly district: number;
  /** The first entry of the same person, where this is a further one. */
  readonly person?: Uint8Array | undefined;
}

/** Entries of persons, and apart from them further ones, by which the same persons are found too. */
export interface RollShard {
  readonly entries: Uint8Array;
  readonly others: Uint8Array;
}

/** Whose entry it is, and where they live. */
interface Listed {
  readonly person: Uint8Array;
  readonly district: number;
}

const HASH_BYTES = 16;
const ENTRY_BYTES = 2 * HASH_BYTES + 1;
const OTHER_BYTES = 3 * HASH_BYTES + 1;

/** What no keyed hash is, in the place of a proof that there is none of. */
export const NO_PROOF = new Uint8Array(HASH_BYTES);

/** About how many entries one shard should hold: 200 entries are 6.6 kB, two read units. */
const ENTRIES_PER_SHARD = 200;

export const EMPTY_SHARD: RollShard = { entries: new Uint8Array(), others: new Uint8Array() };

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

/** Entries as bytes in the order of their ids, so that neither order nor place says anything of the file they came from. */
const packed = (entries: readonly RollEntry[], width: number): Uint8Array => {
  const bytes = new Uint8Array(entries.length * width);
  const inOrder = entries.toSorted((one, other) => compare(one.id, other.id));
  for (const [index, { id, proof = NO_PROOF, person, district }] of inOrder.entries()) {
    const parts = [id, proof, ...(person ? [person] : [])];
    for (const [at, part] of parts.entries())
      bytes.set(part.subarray(0, HASH_BYTES), index * width + at * HASH_BYTES);
    bytes[(index + 1) * width - 1] = district;
  }
  return bytes;
};

/** One shard of these entries. */
export const packShard = (entries: readonly RollEntry[]): RollShard => ({
  entries: packed(
    entries.filter(({ person }) => !person),
    ENTRY_BYTES,
  ),
  others: packed(
    entries.filter(({ person }) => person),
    OTHER_BYTES,
  ),
});

/** Entries by shard. */
export const packRoll = (entries: readonly RollEntry[]): RollShard[] => {
  const shards: RollEntry[][] = Array.from({ length: shardsFor(entries.length) }, () => []);
  for (const entry of entries) shards[shardOf(entry.id, shards.length)]?.push(entry);
  return shards.map(packShard);
};

/** Who stands in a shard, and where they live. */
export function* entriesIn(entries: Uint8Array): Generator<Pick<RollEntry, "id" | "district">> {
  for (let start = 0; start + ENTRY_BYTES <= entries.length; start += ENTRY_BYTES)
    yield {
      id: entries.subarray(start, start + HASH_BYTES),
      district: entries[start + 2 * HASH_BYTES] ?? 0,
    };
}

const differenceAt = (bytes: Uint8Array, start: number, hash: Uint8Array): number => {
  let difference = 0;
  for (let index = 0; index < HASH_BYTES; index++)
    difference |= (bytes[start + index] ?? 0) ^ (hash[index] ?? 0);
  return difference;
};

/**
 * Whose entry has this id, and this proof: without one, who has shown by other means who they are. Every entry of the shard is looked at, whether
 * or not one fits, so that the time does not tell who is on the roll.
 */
export const findIn = (
  { entries, others }: RollShard,
  id: Uint8Array,
  proof: Uint8Array | "proved",
): Listed | undefined => {
  let found: Listed | undefined;
  const look = (bytes: Uint8Array, width: number): void => {
    for (let start = 0; start + width <= bytes.length; start += width) {
      const differs =
        differenceAt(bytes, start, id) |
        (proof === "proved" ? 0 : differenceAt(bytes, start + HASH_BYTES, proof));
      if (differs === 0)
        found = {
          person: width === OTHER_BYTES ? bytes.slice(start + 2 * HASH_BYTES, start + 3 * HASH_BYTES) : id,
          district: bytes[start + width - 1] ?? 0,
        };
    }
  };
  look(entries, ENTRY_BYTES);
  look(others, OTHER_BYTES);
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
