import { cp852Text } from "../text/cp852.ts";
import type { Findings } from "./findings.ts";

/** How the bytes of a file became text; `refusal` is the encoding that they most likely are in, when that is not one the format takes. */
type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly encoding: string | null; readonly at: number };

const START = { line: 1, column: 1 };

/**
 * The text of a file. UTF-8 is read as it is, UTF-16 is known by its marks or its zeros. An older encoding is only named, as it can only be guessed:
 * it is read when `guesses` says so.
 */
export const decoded = (bytes: Uint8Array, findings: Findings, guesses: boolean): Decoded => {
  const wide = wideEncoding(bytes);
  if (wide) {
    findings.note("repaired", "encoding", START, `the file is saved as ${wide.toUpperCase()}, not as UTF-8`);
    return { ok: true, text: new TextDecoder(wide).decode(bytes) };
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith("\ufeff")) return { ok: true, text };
    findings.note("repaired", "byte-order-mark", START, "the file begins with a byte order mark");
    return { ok: true, text: text.replace(/^\ufeff+/, "") };
  } catch {
    const at = firstFault(bytes);
    const encoding = hasWideCharacters(bytes) ? null : oldEncoding(bytes);
    if (encoding === null || !guesses) return { ok: false, encoding, at };
    findings.note(
      "repaired",
      "encoding",
      START,
      `the file is saved as ${NAMES[encoding]}, as far as its letters tell, not as UTF-8`,
    );
    return { ok: true, text: textOf(bytes, encoding) };
  }
};

/** What people call the encodings that office programs save in. */
const NAMES = {
  "windows-1250": "Windows-1250",
  "iso-8859-2": "ISO-8859-2",
  "windows-1251": "Windows-1251",
  "windows-1252": "Windows-1252",
  cp852: "CP852, as programs of DOS did",
} as const;
type OldEncoding = keyof typeof NAMES;

const textOf = (bytes: Uint8Array, encoding: OldEncoding): string =>
  encoding === "cp852" ? cp852Text(bytes) : new TextDecoder(encoding).decode(bytes);

export const encodingName = (encoding: string): string => NAMES[encoding as OldEncoding] ?? encoding;

const wideEncoding = (bytes: Uint8Array): "utf-16le" | "utf-16be" | null => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // Without a mark: the file begins with letters and digits, each with a zero beside it.
  const start = bytes.subarray(0, 64);
  const zerosAt = (odd: number): number => start.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (start.length < 8) return null;
  if (zerosAt(1) > start.length / 3) return "utf-16le";
  return zerosAt(0) > start.length / 3 ? "utf-16be" : null;
};

/** The first byte that is no UTF-8: all bytes before it are. */
const firstFault = (bytes: Uint8Array): number => {
  const isText = (end: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (isText(middle)) good = middle;
    else bad = middle;
  }
  return good;
};

/** Whether letters of more than one byte stand in it too: such a file is UTF-8 with a fault, not one of an older encoding. */
const hasWideCharacters = (bytes: Uint8Array): boolean => {
  const text = new TextDecoder("utf-8").decode(bytes);
  return /[\u0080-\ufffc]/.test(text);
};

/** Letters beyond ASCII that the languages of each encoding use most. */
const LETTERS: Readonly<Record<OldEncoding, RegExp>> = {
  "windows-1250": /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüÖÜäÄ„”–—…]/g,
  "iso-8859-2": /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüÖÜäÄ]/g,
  "windows-1251": /[а-яА-ЯіїєґІЇЄҐ’]/g,
  cp852: /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽőűŐŰöüÖÜäÄ]/g,
  "windows-1252": /[àâäæçèéêëîïôœöùûüÿñßåøÀÂÄÇÈÉÊËÎÏÔÖÙÛÜÑÅØ’“”–—…]/g,
};

/** Where the letters of the east of Europe are not to be expected. */
const WESTERN =
  /^country;\s*"?(Netherlands|France|Switzerland|Germany|Austria|Spain|Portugal|Italy|Belgium|Denmark|Sweden|Norway|Finland|Iceland|Ireland|United)/im;

/** Where a letter of Polish is more likely than one of its neighbours: one byte is a letter in each encoding. */
const POLISH = /^country;\s*"?(?:Poland|Polska)/im;
const POLISH_LETTERS = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”–—…]/g;

const oldEncoding = (bytes: Uint8Array): OldEncoding => {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const western = WESTERN.test(start);
  const lettersOf = (encoding: OldEncoding): RegExp =>
    POLISH.test(start) ? POLISH_LETTERS : LETTERS[encoding];
  const order: OldEncoding[] = western
    ? ["windows-1252", "windows-1250", "iso-8859-2"]
    : ["windows-1250", "iso-8859-2", "windows-1252", "windows-1251", "cp852"];
  let best: { encoding: OldEncoding; strangers: number } | null = null;
  for (const encoding of order) {
    const beyond = textOf(bytes, encoding).replaceAll(/[\0-\x7f]/g, "");
    const strangers = beyond.length - (beyond.match(lettersOf(encoding))?.length ?? 0);
    if (best === null || strangers < best.strangers) best = { encoding, strangers };
  }
  return best?.encoding ?? "windows-1250";
};
