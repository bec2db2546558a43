/**
 * Where ballots of each kind were read last, so that those written alike, to the byte, are looked up once. A slot for each hash of a text, and the
 * one seen last in it: what is forgotten is read again and is another kind, which costs time and nothing else. Four numbers for each slot, to lie
 * in one line of the processor's cache: the kind and one, or 0; where its vote and its points stand in `source`.
 */
export interface TextsSeen {
  readonly source: Uint8Array;
  readonly slots: Int32Array;
  /** A slot is told by the hash without so many low bits. */
  readonly shift: number;
}

const [LEAST, MOST] = [6, 15];

export const NO_TEXTS: TextsSeen = { source: new Uint8Array(0), slots: new Int32Array(0), shift: 0 };

/** What was seen in these bytes: nothing, if others were read before. */
export const textsIn = (source: Uint8Array, seen: TextsSeen): TextsSeen => {
  if (seen.source === source) return seen;
  const bits = Math.min(MOST, Math.max(LEAST, 27 - Math.clz32(source.length)));
  const shift = 32 - bits;
  if (seen.shift !== shift) return { source, slots: new Int32Array(4 << bits), shift };
  seen.slots.fill(0);
  return { ...seen, source };
};
