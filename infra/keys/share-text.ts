import { createHash } from "node:crypto";
import { base32, fromBase32 } from "../../shared/domain/base32.ts";
import { checkCharacter, readTyped } from "../../shared/domain/check-character.ts";

export const PURPOSES = ["ballots", "links"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** One person's part of a private key. */
export interface Share {
  readonly purpose: Purpose;
  /** So many open the key, of so many that were made; and which one this is, from 1 on. */
  readonly needed: number;
  readonly made: number;
  readonly number: number;
  /** The first 8 bytes of the public key's SHA-256, in hex: the beginning of its fingerprint. */
  readonly keyPrint: string;
  readonly bytes: Uint8Array;
}

const VERSION = 1;
const HEAD_BYTES = 5;
const PRINT_BYTES = 8;
/** A share of 32 bytes is one longer: it knows its own place. */
const SHARE_BYTES = 33;
const SUM_BYTES = 4;
const LINE_LENGTH = 16;
/** 50 bytes are 80 characters of base 32. */
const LINES = 5;

const sumOf = (bytes: Uint8Array): Uint8Array =>
  createHash("sha256").update("rynek/share/1").update(bytes).digest().subarray(0, SUM_BYTES);

const fours = (text: string): string => text.match(/.{1,4}/g)?.join(" ") ?? "";

/** The five lines of a share, to print or to type: each begins with its number and ends with a check character. */
const linesOf = ({ purpose, needed, made, number, keyPrint, bytes }: Share): string[] => {
  const body = Buffer.concat([
    Uint8Array.of(VERSION, PURPOSES.indexOf(purpose), needed, made, number),
    Buffer.from(keyPrint, "hex"),
    bytes,
  ]);
  const code = base32(Buffer.concat([body, sumOf(body)]));
  return Array.from({ length: LINES }, (_, index) => {
    const line = code.slice(index * LINE_LENGTH, (index + 1) * LINE_LENGTH);
    return `${index + 1}   ${fours(line)}   ${checkCharacter(`${index + 1}${line}`)}`;
  });
};

const TITLES = {
  ballots: ["ballot key", "klucza do kart"],
  links: ["link key", "klucza do powiązań"],
} as const;

/** A share as its holder keeps it, on paper or in a file. */
export const writeShare = (share: Share, fingerprint: string): string => {
  const { purpose, needed, made, number } = share;
  const [inEnglish, inPolish] = TITLES[purpose];
  return `Rynek: share ${number} of ${made} of the ${inEnglish} (udział ${number} z ${made} ${inPolish})
Any ${needed} of the ${made} open the key; fewer tell nothing. Keep it apart from the others.
Key: ${fingerprint}

${linesOf(share).join("\n")}
`;
};

/** Reads a share as it was printed or typed again. Throws with the line that holds the mistake. */
export const readShare = (text: string): Share => {
  const lines = new Map(
    [...text.matchAll(/^\s*([1-5])[\s.:)]+(.*)$/gm)].map(([, line = "", rest = ""]) => [Number(line), rest]),
  );
  const code = Array.from({ length: LINES }, (_, index) => {
    const number = index + 1;
    const typed = lines.get(number);
    if (typed === undefined) throw new Error(`line ${number} is missing`);
    const line = readTyped(typed);
    const body = line?.slice(0, -1) ?? "";
    if (body.length !== LINE_LENGTH || checkCharacter(`${number}${body}`) !== line?.at(-1))
      throw new Error(`line ${number} has a wrong, missing or surplus character`);
    return body;
  }).join("");
  const all = fromBase32(code);
  const body = all.subarray(0, HEAD_BYTES + PRINT_BYTES + SHARE_BYTES);
  if (Buffer.compare(sumOf(body), all.subarray(body.length)) !== 0)
    throw new Error("the lines do not belong together: they are of several shares, or two of them are wrong");
  const [version, purpose = 0, needed = 0, made = 0, number = 0] = body;
  const known = PURPOSES[purpose];
  if (version !== VERSION || !known) throw new Error("this share is of another version of Rynek");
  return {
    purpose: known,
    needed,
    made,
    number,
    keyPrint: Buffer.from(body.subarray(HEAD_BYTES, HEAD_BYTES + PRINT_BYTES)).toString("hex"),
    bytes: body.slice(HEAD_BYTES + PRINT_BYTES),
  };
};
