const CHUNK = 1 << 16;

/** A text in bytes, some of its pieces at a time. */
export const inChunks = function* (pieces: Iterable<string>): Generator<Uint8Array> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield Buffer.from(chunk);
    chunk = "";
  }
  yield Buffer.from(chunk);
};

/**
 * The choices of a pool as JSON, a ballot a line, out of their spelling over these ids: as one text, or as objects, they may be more than memory
 * holds.
 */
export const choicesJson = function* (spelling: Uint8Array, ids: readonly string[]): Generator<string> {
  const view = new DataView(spelling.buffer, spelling.byteOffset, spelling.length);
  const sorted = ids.toSorted();
  const known = new Map<number, string>();
  /** A choice by the 32 bits that it is spelled with. */
  const textOf = (choice: number): string => {
    const text = known.get(choice) ?? JSON.stringify([sorted[choice & 0xffff], choice >> 16]);
    known.set(choice, text);
    return text;
  };
  let before = "[\n";
  for (let at = 0; at < spelling.length; before = ",\n") {
    const end = at + 6 + 4 * view.getUint16(at + 4, true);
    let choices = "";
    for (let choice = at + 6; choice < end; choice += 4)
      choices += (choices && ",") + textOf(view.getInt32(choice, true));
    yield `${before}{"choices":[${choices}],"count":${view.getUint32(at, true)}}`;
    at = end;
  }
  yield spelling.length === 0 ? "[]\n" : "\n]\n";
};
