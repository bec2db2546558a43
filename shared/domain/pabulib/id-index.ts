/** Finds a project by the bytes of its id, without making text of them. */
export interface IdIndex {
  /** The project's index, or -1. */
  find(source: Uint8Array, start: number, end: number): number;
  /** The same of bytes that were hashed on the way. */
  findHashed(hash: number, source: Uint8Array, start: number, end: number): number;
}

/** FNV-1a, a byte at a time. */
export const HASH_START = 0x811c_9dc5;
export const HASH_PRIME = 0x0100_0193;

/** An open-addressing table, a quarter full, from FNV-1a of an id's bytes to its index. */
export const idIndex = (ids: readonly string[]): IdIndex => {
  const texts = ids.map((id) => new TextEncoder().encode(id));
  const mask = (1 << (34 - Math.clz32(ids.length))) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  texts.forEach((text, index) => {
    let slot = mixed(hashOf(text, 0, text.length)) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = index;
  });

  const matches = (text: Uint8Array, source: Uint8Array, start: number): boolean => {
    for (let i = 0; i < text.length; i += 1) if (text[i] !== source[start + i]) return false;
    return true;
  };

  const findHashed: IdIndex["findHashed"] = (hash, source, start, end) => {
    for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
      const index = slots[slot] as number;
      if (index === -1) return -1;
      const text = texts[index] as Uint8Array;
      if (text.length === end - start && matches(text, source, start)) return index;
    }
  };
  return {
    find: (source, start, end) => findHashed(hashOf(source, start, end), source, start, end),
    findHashed,
  };
};

const mixed = (hash: number): number => hash ^ (hash >>> 15);

const hashOf = (source: Uint8Array, start: number, end: number): number => {
  let hash = HASH_START;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (source[at] as number), HASH_PRIME);
  return hash;
};
