/**
 * Finds a project by the bytes of its id, without making text of them. Flat arrays: whoever reads every byte of a file reads them in its own loop.
 * An id is told by its length, its first and its last four bytes, and, where there are more than eight, by those between.
 */
export interface IdIndex {
  /** Bytes of all ids, one after the other; those of id `i` from `starts[i]` to `starts[i + 1]`. */
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  /** An open-addressing table, a quarter full: the index of an id, or -1. An id's slot is at or after `slotOf(hash, mask)`. */
  readonly slots: Int32Array;
  readonly mask: number;
}

/** The first four bytes of an id that has more; else 0. */
export const firstOf = (view: DataView, start: number, end: number): number =>
  end - start > 4 ? view.getInt32(start) : 0;

/** The last four bytes of an id, or all where it has fewer. */
const lastOf = (text: Uint8Array): number => text.reduce((bytes, byte) => (bytes << 8) | byte, 0);

/** The first slot of an id whose ends are these: the high bits of a product, on which all bits of its factors bear. */
export const slotOf = (first: number, last: number, length: number, mask: number): number =>
  Math.imul(first ^ Math.imul(last + length, 0x85eb_ca6b), 0x9e37_79b1) >>> Math.clz32(mask);

export const idIndex = (ids: readonly string[]): IdIndex => {
  const texts = ids.map((id) => new TextEncoder().encode(id));
  const starts = new Uint32Array(ids.length + 1);
  for (const [index, text] of texts.entries()) starts[index + 1] = (starts[index] as number) + text.length;
  const bytes = new Uint8Array(starts[ids.length] as number);
  for (const [index, text] of texts.entries()) bytes.set(text, starts[index]);
  const view = new DataView(bytes.buffer);
  const [firsts, lasts] = [new Int32Array(ids.length), new Int32Array(ids.length)];
  const mask = (1 << (34 - Math.clz32(ids.length))) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  for (const index of ids.keys()) {
    const [start, end] = [starts[index] as number, starts[index + 1] as number];
    const [first, last] = [firstOf(view, start, end), lastOf(bytes.subarray(start, end))];
    firsts[index] = first;
    lasts[index] = last;
    let slot = slotOf(first, last, end - start, mask);
    while (slots[slot] !== -1) slot = (slot + 1) & mask;
    slots[slot] = index;
  }
  return { bytes, starts, firsts, lasts, slots, mask };
};
