/** Finds a project by the bytes of its id, without making text of them. */
export interface IdIndex {
  /** The project's index, or -1. */
  find(source: Uint8Array, start: number, end: number): number;
}

/** An open-addressing table, a quarter full, from FNV-1a of an id's bytes to its index. */
export const idIndex = (ids: readonly string[]): IdIndex => {
  const texts = ids.map((id) => new TextEncoder().encode(id));
  const mask = (1 << (34 - Math.clz32(ids.length))) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  texts.forEach((text, index) => {
    let slot = hashOf(text, 0, text.length) & mask;
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = index;
  });

  const matches = (text: Uint8Array, source: Uint8Array, start: number): boolean => {
    for (let i = 0; i < text.length; i += 1) if (text[i] !== source[start + i]) return false;
    return true;
  };

  return {
    find(source, start, end) {
      for (let slot = hashOf(source, start, end) & mask; ; slot = (slot + 1) & mask) {
        const index = slots[slot] as number;
        if (index === -1) return -1;
        const text = texts[index] as Uint8Array;
        if (text.length === end - start && matches(text, source, start)) return index;
      }
    },
  };
};

const hashOf = (source: Uint8Array, start: number, end: number): number => {
  let hash = 0x811c_9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (source[at] as number), 0x0100_0193);
  return hash ^ (hash >>> 15);
};
