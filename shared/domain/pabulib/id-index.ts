/**
 * Finds a project by the bytes of its id, without making text of them. Flat arrays: whoever reads every byte of a file reads them in its own loop.
 * An id is told by its length, its first and its last four bytes, and, where there are more than eight, by those between.
 */
export interface IdIndex {
  /** Bytes of all ids, one after the other; those of id `i` from `starts[i]`. */
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  /** An open-addressing table, a quarter full, of four numbers a slot: the index of an id and one, or 0; its first and its last bytes, its length. */
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
  const mask = (1 << (34 - Math.clz32(ids.length))) - 1;
  const slots = new Int32Array((mask + 1) << 2);
  for (const index of ids.keys()) {
    const [start, end] = [starts[index] as number, starts[index + 1] as number];
    const [first, last] = [firstOf(view, start, end), lastOf(bytes.subarray(start, end))];
    let slot = slotOf(first, last, end - start, mask);
    while (slots[slot << 2] !== 0) slot = (slot + 1) & mask;
    slots.set([index + 1, first, last, end - start], slot << 2);
  }
  return { bytes, starts, slots, mask };
};
