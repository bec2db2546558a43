/** Finds a project by the bytes of its id, without making text of them. Flat arrays: whoever reads every byte of a file reads them in its own loop. */
export interface IdIndex {
  /** Bytes of all ids, one after the other; those of id `i` from `starts[i]` to `starts[i + 1]`. */
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  /** An open-addressing table, a quarter full: the index of an id, or -1. An id's slot is at or after `slotOf(hash, mask)`. */
  readonly slots: Int32Array;
  readonly mask: number;
}

/** FNV-1a, a byte at a time: `Math.imul(hash ^ byte, HASH_PRIME)`. */
export const HASH_START = 0x811c_9dc5;
export const HASH_PRIME = 0x0100_0193;

export const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask;

export const idIndex = (ids: readonly string[]): IdIndex => {
  const texts = ids.map((id) => new TextEncoder().encode(id));
  const starts = new Uint32Array(ids.length + 1);
  for (const [index, text] of texts.entries()) starts[index + 1] = (starts[index] as number) + text.length;
  const bytes = new Uint8Array(starts[ids.length] as number);
  const mask = (1 << (34 - Math.clz32(ids.length))) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  for (const [index, text] of texts.entries()) {
    bytes.set(text, starts[index]);
    let hash = HASH_START;
    for (const byte of text) hash = Math.imul(hash ^ byte, HASH_PRIME);
    let slot = slotOf(hash, mask);
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = index;
  }
  return { bytes, starts, slots, mask };
};
