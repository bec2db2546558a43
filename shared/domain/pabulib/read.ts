import { located, type PbFault, PbFaultFound } from "./fault.ts";
import type { PbFile } from "./file.ts";
import { type PbHead, readHead } from "./head.ts";
import { LF } from "./record.ts";
import { voteRows } from "./votes.ts";

type PbReading =
  /** `isPlain`: nothing in it is written otherwise than the format wants. `votersInOrder`: each voter's id comes after the one before. */
  | { readonly ok: true; readonly file: PbFile; readonly isPlain: boolean; readonly votersInOrder: boolean }
  | { readonly ok: false; readonly fault: PbFault };

/** Bytes that may be held back until more come: no list of projects and no ballot is longer. */
const HELD_LIMIT = 1 << 26;

/**
 * Reads a `.pb` file of any library or city, chunk by chunk: what is in memory is what the ballots say, not the file. A
 * chunk may be overwritten once the next one is asked for. A fault in the file's structure refuses it and says where; a
 * ballot that breaks a limit does not: what it is worth is for `admitBallots` to say.
 */
export const readPb = (chunks: Iterable<Uint8Array>): PbReading => {
  const reader = pbReader();
  try {
    for (const chunk of chunks) reader.take(chunk);
    const file = reader.finish();
    return { ok: true, file, ...reader.asWritten() };
  } catch (error) {
    if (error instanceof PbFaultFound) return { ok: false, fault: reader.located(error) };
    throw error;
  }
};

const pbReader = () => {
  const shelf = growingShelf();
  let held = shelf.put(new Uint8Array(0), 0);
  /** The line of the file with which what is held begins. */
  let line = 1;
  let parts: { readonly head: PbHead; readonly rows: ReturnType<typeof voteRows> } | null = null;
  /** A head that was cut off is looked at again when twice as much of it is there. */
  let headTriedAt = 0;

  const beginRows = (isLast: boolean): typeof parts => {
    if (!isLast && held.length < headTriedAt * 2) return null;
    headTriedAt = held.length;
    const head = headOf(held, isLast || held.length > HELD_LIMIT);
    if (!head) return null;
    line += linesIn(held, head.end);
    held = held.subarray(head.end);
    return { head, rows: voteRows(head, line, held.length) };
  };

  const readOn = (isLast: boolean): void => {
    parts ??= beginRows(isLast);
    if (!parts) return;
    const read = parts.rows.take(held, isLast);
    line = parts.rows.line();
    held = held.subarray(read);
    if (held.length > HELD_LIMIT) throw new PbFaultFound(0, `the line is longer than ${HELD_LIMIT} bytes`);
  };

  return {
    take: (chunk: Uint8Array): void => {
      held = held.length === 0 ? chunk : shelf.put(chunk, held.length);
      readOn(false);
      held = shelf.put(held, 0);
    },

    finish: (): PbFile => {
      readOn(true);
      if (!parts) throw new Error("a file was read without its head");
      const { head, rows } = parts;
      return { ...head.listing, votes: rows.finish() };
    },

    asWritten: () => ({
      isPlain: parts?.head.isPlain === true && parts.rows.isPlain(),
      votersInOrder: parts?.rows.votersInOrder() === true,
    }),

    located: (fault: PbFaultFound): PbFault => located(held, line, fault),
  };
};

/** One place in memory for what is held between chunks: a new one for each would wait for the garbage collector. */
const growingShelf = () => {
  let place = new Uint8Array(0);
  return {
    /** Puts bytes at an offset and returns all up to their end. They may stand on the shelf already. */
    put: (bytes: Uint8Array, at: number): Uint8Array => {
      const end = at + bytes.length;
      if (end > place.length) {
        const before = place;
        place = new Uint8Array(2 * end);
        place.set(before.subarray(0, at));
      }
      place.set(bytes, at);
      return place.subarray(0, end);
    },
  };
};

/** The head, or null when it does not end in these bytes and more may follow. */
const headOf = (bytes: Uint8Array, isAll: boolean): PbHead | null => {
  try {
    const head = readHead(bytes);
    return isAll || bytes[head.end - 1] === LF ? head : null;
  } catch (error) {
    if (error instanceof PbFaultFound && !isAll) return null;
    throw error;
  }
};

const linesIn = (bytes: Uint8Array, end: number): number => {
  let lines = 0;
  for (let at = bytes.indexOf(LF); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1)) lines += 1;
  return lines;
};
