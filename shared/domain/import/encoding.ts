import { z } from "zod";
import { cp852Text } from "../text/cp852.ts";

/** How offices save a table. */
export const Encoding = z
  .enum(["utf-8", "utf-16le", "utf-16be", "windows-1250", "iso-8859-2", "cp852"])
  .meta({ id: "Encoding" });
export type Encoding = z.infer<typeof Encoding>;

/** The bytes of one code unit: a line break or a delimiter is one of these. */
export const unitBytes = (encoding: Encoding): 1 | 2 => (encoding.startsWith("utf-16") ? 2 : 1);

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The encoding that a file says of itself, and how many bytes that takes. */
export const byteOrderMark = (bytes: Uint8Array): { encoding: Encoding; length: number } | undefined => {
  const found = MARKS.find(([, mark]) => mark.every((byte, n) => bytes[n] === byte));
  return found && { encoding: found[0], length: found[1].length };
};

/** Bytes that are Polish letters in one of the two and hardly ever anything in the other: ą, ś, ź, small and large. */
const WINDOWS_ALONE = [0xa5, 0xb9, 0x8c, 0x9c, 0x8f, 0x9f];
const ISO_ALONE = [0xa1, 0xb1, 0xa6, 0xb6, 0xac, 0xbc];

/** Bytes that are Polish letters in one of these, and in CP852 something that no table of people has; and the other way round. */
const WINDOWS_OR_ISO = [
  0xb9, 0xe6, 0xea, 0xb3, 0xf1, 0xf3, 0x9c, 0xbf, 0xc6, 0xca, 0xa3, 0xd1, 0xd3, 0x8c, 0xaf, 0xb1, 0xb6, 0xbc,
  0xa1, 0xa6, 0xac,
];
const CP852_ALONE = [0x86, 0xa9, 0x88, 0xa2, 0x98, 0xbe, 0xa4, 0xa8, 0x9d, 0xbd];

/** Bytes that a table of text never has, so that a file is of another kind: controls but for tabs, line breaks and the end mark of old DOS files. */
export const isBinary = (byte: number): boolean =>
  byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a;

/** The least and the most that may follow the first byte of a sequence of UTF-8, and how many more there are; none for a byte that begins none. */
const sequenceOf = (byte: number): readonly [least: number, most: number, more: number] | undefined => {
  if (byte >= 0xc2 && byte <= 0xdf) return [0x80, 0xbf, 1];
  if (byte === 0xe0) return [0xa0, 0xbf, 2];
  if (byte === 0xed) return [0x80, 0x9f, 2];
  if (byte >= 0xe1 && byte <= 0xef) return [0x80, 0xbf, 2];
  if (byte === 0xf0) return [0x90, 0xbf, 3];
  if (byte >= 0xf1 && byte <= 0xf3) return [0x80, 0xbf, 3];
  return byte === 0xf4 ? [0x80, 0x8f, 3] : undefined;
};

/** As many proper sequences of UTF-8 for one broken byte do not come about by chance: that file is UTF-8, and broken. */
const PROPER_FOR_ONE_BROKEN = 4;

/** Looks at every byte of a file, in pieces of any size, and says which encoding it is in; undefined of what is no text. The file may say it first. */
export const createSniffer = (mark?: Encoding) => {
  const counts = new Uint32Array(256);
  let [sequences, broken, more] = [0, 0, 0];
  let [least, most] = [0x80, 0xbf];
  let [even, odd] = [0, 0];
  let at = 0;

  const begin = (byte: number): void => {
    const sequence = sequenceOf(byte);
    if (sequence) [least, most, more] = sequence;
    else broken += 1;
  };
  const look = (byte: number): void => {
    counts[byte] = (counts[byte] ?? 0) + 1;
    if (more > 0) {
      if (byte >= least && byte <= most) {
        more -= 1;
        if (more === 0) sequences += 1;
        [least, most] = [0x80, 0xbf];
        return;
      }
      broken += 1;
      more = 0;
    }
    if (byte >= 0x80) begin(byte);
  };

  return {
    add: (bytes: Uint8Array): void => {
      for (const byte of bytes) {
        // What is plain ASCII tells nothing, and is most of a file.
        if (byte < 0x80 && byte > 0x1f && more === 0) {
          at += 1;
          continue;
        }
        if (byte === 0) at % 2 === 0 ? even++ : odd++;
        look(byte);
        at += 1;
      }
    },
    encoding: (): Encoding | undefined => {
      if (mark) return mark;
      // In Polish most letters are ASCII: of UTF-16 every other byte is nearly always zero.
      if (odd > at / 4 && even < odd / 8) return "utf-16le";
      if (even > at / 4 && odd < even / 8) return "utf-16be";
      if (counts.some((count, byte) => count > 0 && isBinary(byte))) return undefined;
      if (broken === 0 || sequences > broken * PROPER_FOR_ONE_BROKEN) return "utf-8";
      const sum = (of: readonly number[]) => of.reduce((all, byte) => all + (counts[byte] ?? 0), 0);
      if (sum(CP852_ALONE) > sum(WINDOWS_OR_ISO)) return "cp852";
      // ISO-8859-2 has controls there, and no text has those.
      const isIso =
        counts.slice(0x80, 0xa0).every((count) => count === 0) && sum(ISO_ALONE) > sum(WINDOWS_ALONE);
      return isIso ? "iso-8859-2" : "windows-1250";
    },
  };
};

/** Those that the platform decodes by itself. */
type Platforms = Exclude<Encoding, "cp852">;

/** What no file of this encoding holds, though a decoder makes controls of it. */
const isUndefined = (encoding: Encoding, byte: number): boolean =>
  encoding === "iso-8859-2"
    ? byte >= 0x80 && byte < 0xa0
    : encoding === "windows-1250" && [0x81, 0x83, 0x88, 0x90, 0x98].includes(byte);

/** The place of the first byte that is nothing in this encoding. */
const firstWrong = (bytes: Uint8Array, encoding: Platforms): number => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for (let at = 0; at < bytes.length; at++) {
    if (isUndefined(encoding, bytes[at] ?? 0)) return at;
    try {
      decoder.decode(bytes.subarray(at, at + 1), { stream: true });
    } catch {
      return at;
    }
  }
  return Math.max(bytes.length - 1, 0);
};

/** Bytes as text, without a byte order mark; or the place of the first byte that is nothing in this encoding. */
export const decoded = (
  bytes: Uint8Array,
  encoding: Encoding,
): { readonly text: string } | { readonly wrongAt: number } => {
  if (encoding === "cp852") return { text: cp852Text(bytes) };
  if (unitBytes(encoding) === 1 && encoding !== "utf-8" && bytes.some((byte) => isUndefined(encoding, byte)))
    return { wrongAt: firstWrong(bytes, encoding) };
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { wrongAt: firstWrong(bytes, encoding) };
  }
};

/** The beginning of a file as text, whatever is wrong with it. */
export const glimpsed = (bytes: Uint8Array, encoding: Encoding): string =>
  encoding === "cp852" ? cp852Text(bytes) : new TextDecoder(encoding).decode(bytes);
