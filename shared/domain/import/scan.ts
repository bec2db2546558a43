import { byteOrderMark, createSniffer, type Encoding, unitBytes } from "./encoding.ts";
import { createWalk, type Delimiter } from "./records.ts";

/** A part of a file that holds whole records: from `start` to, not including, `end`, in bytes; its first one is on that line. */
export interface FilePart {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Why a file is no table that can be read, and where. */
export type FileFault =
  | { readonly says: "no-rows" | "not-text" }
  | { readonly says: "unclosed-quote"; readonly line: number }
  | { readonly says: "encoding"; readonly encoding: Encoding; readonly line: number; readonly byte: number }
  | { readonly says: "columns-missing" | "columns-twice"; readonly columns: readonly string[] };

/** What is known of a file when every byte of it was looked at once. */
export interface Scan {
  readonly encoding: Encoding;
  readonly records: number;
  readonly parts: readonly FilePart[];
}

/** The encoding of the beginning of a file. Where it ends in the middle of a letter, that letter tells nothing. */
export const encodingOf = (beginning: Uint8Array): Encoding | undefined => {
  const sniffer = createSniffer(byteOrderMark(beginning)?.encoding);
  sniffer.add(beginning);
  return sniffer.encoding();
};

/**
 * Looks at a file from its first byte to its last, in pieces of any size: which encoding all of it is in, and where it is cut into parts. What
 * is remembered does not grow with the file, but for its parts.
 */
export const createScan = ({
  delimiter,
  beginning,
  partBytes,
}: {
  readonly delimiter: Delimiter;
  /** The first bytes of the file, three at least: they tell how wide its units are. */
  readonly beginning: Uint8Array;
  readonly partBytes: number;
}) => {
  const mark = byteOrderMark(beginning);
  const skipped = mark?.length ?? 0;
  const sniffer = createSniffer(mark?.encoding);
  const first = encodingOf(beginning) ?? "utf-8";
  const width = unitBytes(first);
  const isBig = first === "utf-16be";
  const parts: FilePart[] = [];
  let records = 0;
  let from: { start: number; line: number } | undefined;
  let left = skipped;
  let half: number | undefined;
  let isWhole = true;

  const walk = createWalk(delimiter, ({ start, end, line }) => {
    records += 1;
    from ??= { start, line };
    if ((end - from.start) * width < partBytes) return;
    parts.push({ start: skipped + from.start * width, end: skipped + end * width, line: from.line });
    from = undefined;
  });
  const units = (bytes: Uint8Array): boolean => {
    if (width === 1) {
      for (const byte of bytes) if (!walk.step(byte)) return false;
      return true;
    }
    for (const byte of bytes) {
      if (half === undefined) half = byte;
      else {
        const unit = isBig ? half * 256 + byte : half + byte * 256;
        half = undefined;
        if (!walk.step(unit)) return false;
      }
    }
    return true;
  };

  return {
    /** False when the rest of the file need not be looked at. */
    add: (bytes: Uint8Array): boolean => {
      sniffer.add(bytes);
      isWhole = isWhole && units(bytes.subarray(left));
      left = Math.max(0, left - bytes.length);
      return isWhole;
    },
    finish: (): Scan | FileFault => {
      const line = walk.unclosed();
      if (line !== undefined) return { says: "unclosed-quote", line };
      walk.finish();
      const end = skipped + walk.at() * width + (half === undefined ? 0 : 1);
      if (from) parts.push({ start: skipped + from.start * width, end, line: from.line });
      const encoding = sniffer.encoding();
      if (encoding === undefined) return { says: "not-text" };
      return records === 0 ? { says: "no-rows" } : { encoding, records, parts };
    },
  };
};

const BREAK = 0x0a;
const RETURN = 0x0d;

/** A return alone ends a line too, as old Macs have it. */
const endsLine = (byte: number, next: number | undefined): boolean =>
  byte === BREAK || (byte === RETURN && next !== BREAK);

/** The fault of a part that is not in its encoding: on which line of the file, and at which byte of the file. */
export const encodingFault = (
  bytes: Uint8Array,
  wrongAt: number,
  { start, line }: Pick<FilePart, "start" | "line">,
  encoding: Encoding,
): FileFault => {
  const before = bytes.subarray(0, wrongAt);
  const units = unitBytes(encoding) === 1 ? before : before.filter((byte) => byte !== 0);
  const breaks = units.reduce((sum, byte, at) => (endsLine(byte, units[at + 1]) ? sum + 1 : sum), 0);
  return { says: "encoding", encoding, line: line + breaks, byte: start + wrongAt };
};
