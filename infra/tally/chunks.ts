import { closeSync, fstatSync, openSync, readSync } from "node:fs";

const CHUNK_BYTES = 1 << 20;

/** A file, chunk by chunk, in one place of memory: a chunk is gone when the next one is asked for. */
export const chunksOf = function* (name: string): Generator<Uint8Array> {
  const file = openSync(name, "r");
  try {
    // Not filled with zeros first: every byte that is handed over was read.
    const { buffer } = Buffer.allocUnsafeSlow(Math.min(CHUNK_BYTES, fstatSync(file).size + 1));
    const place = new Uint8Array(buffer);
    for (let length = readSync(file, place); length > 0; length = readSync(file, place)) {
      yield place.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
};
