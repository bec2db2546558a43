import { fault, type Read, type Spot } from "./read.ts";

/** Every way to break a line: of Windows, of an old Mac, Shift+Enter in Word (U+000B), a form feed, and those of Unicode (UAX #14, class BK and NL). */
const BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * Flags of regions, which are written in tags; and what nobody sees though it changes the text: controls, marks of direction, noncharacters,
 * halves of surrogate pairs, and tags that no flag has.
 */
const FLAG_OR_HIDDEN =
  /\u{1f3f4}[\u{e0020}-\u{e007f}]{1,7}|(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0001}\u{e0020}-\u{e007f}\p{Noncharacter_Code_Point}\p{Cs}]/gu;

/**
 * More combining marks in a row than any script has (Unicode's stream-safe text, UAX #15 §13): normal forms sort them, in time that grows with
 * the square of their number.
 */
const STACKED = /\p{M}{31}/u;

/** Shown as nothing by design: joiners, fillers, soft hyphens, marks of direction, selectors, tags. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/** What belongs to the character before it: selectors of its look, and the tags of a flag. */
const CLINGS = /[\u180b-\u180d\u180f\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/u;

const SEEN = /(?![\u2800\p{Default_Ignorable_Code_Point}])[\p{L}\p{N}\p{P}\p{S}]/u;
const READABLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u;

/** Whether anything can be seen of a text. */
export const isSeen = (text: string): boolean => SEEN.test(text);

/** Whether a text has a letter or a digit that can be seen. */
export const isReadable = (text: string): boolean => READABLE.test(text);

/** Names of those that are met (Unicode's, and its aliases of controls). */
const NAMES: Readonly<Record<number, string>> = {
  0: "NULL",
  1: "START OF HEADING",
  2: "START OF TEXT",
  3: "END OF TEXT",
  4: "END OF TRANSMISSION",
  7: "BELL",
  8: "BACKSPACE",
  14: "SHIFT OUT",
  15: "SHIFT IN",
  26: "SUBSTITUTE",
  27: "ESCAPE",
  28: "FILE SEPARATOR",
  29: "GROUP SEPARATOR",
  30: "RECORD SEPARATOR",
  31: "UNIT SEPARATOR",
  127: "DELETE",
  1564: "ARABIC LETTER MARK",
  8206: "LEFT-TO-RIGHT MARK",
  8207: "RIGHT-TO-LEFT MARK",
  8234: "LEFT-TO-RIGHT EMBEDDING",
  8235: "RIGHT-TO-LEFT EMBEDDING",
  8236: "POP DIRECTIONAL FORMATTING",
  8237: "LEFT-TO-RIGHT OVERRIDE",
  8238: "RIGHT-TO-LEFT OVERRIDE",
  8294: "LEFT-TO-RIGHT ISOLATE",
  8295: "RIGHT-TO-LEFT ISOLATE",
  8296: "FIRST STRONG ISOLATE",
  8297: "POP DIRECTIONAL ISOLATE",
  65279: "ZERO WIDTH NO-BREAK SPACE",
};

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\p{Cc}/u, "CONTROL"],
  [/\p{Cs}/u, "SURROGATE"],
  [/\p{Noncharacter_Code_Point}/u, "NONCHARACTER"],
  [/[\u{e0001}\u{e0020}-\u{e007f}]/u, "TAG"],
  [/\p{M}/u, "COMBINING MARK"],
];

const calledOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const name = NAMES[code] ?? KINDS.find(([kind]) => kind.test(character))?.[1];
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}${name ? ` ${name}` : ""}`;
};

/** Where the character at an index of a text stands, for a person who counts. */
export const spotAt = (text: string, index: number): Spot => {
  const lines = text.slice(0, index).split("\n");
  const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
  return { line: lines.length, character: [...(lines.at(-1) ?? "")].length + 1, called: calledOf(character) };
};

/** A text of what can be seen, or moves what can. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");

/** From where to where a text is, without blanks and what nobody sees at its ends. */
const withinEnds = (text: string): readonly [start: number, end: number] => {
  const isBlank = (character: string): boolean => withoutUnseen(character).trim() === "";
  const characters = [...text];
  const first = characters.findIndex((one) => !isBlank(one));
  if (first < 0) return [0, 0];
  const last = characters.findLastIndex((one) => !isBlank(one) || CLINGS.test(one));
  const lengthOf = (until: number): number => characters.slice(0, until).join("").length;
  return [lengthOf(first), lengthOf(last + 1)];
};

/** Whether nothing was typed but blanks and what nobody sees. */
export const isBlank = (text: string): boolean => withinEnds(text)[1] === 0;

/** A text as it was meant: line breaks of one kind, nothing unseen at its ends, letters and their marks in one (NFC). What is hidden within is refused. */
export const repaired = (typed: string): Read => {
  const text = typed.replace(BREAKS, "\n");
  const [start, end] = withinEnds(text);
  const kept = text.slice(start, end);
  for (const { 0: found, index } of kept.matchAll(FLAG_OR_HIDDEN))
    if (!found.startsWith("\u{1f3f4}")) return fault("text", { at: spotAt(text, start + index) });
  const stacked = kept.search(STACKED);
  return stacked < 0
    ? { value: kept.normalize("NFC") }
    : fault("stacked", { at: spotAt(text, start + stacked) });
};

const APOSTROPHES =
  /['`´\u02b9\u02bb-\u02bf\u02c8\u02ca\u02cb\u055a\u05f3\u07f4\u07f5\u1fbd\u1fbf\u1fef\u1ffd\u1ffe\u2018\u2019\u201b\u2032\u2035\ua78b\ua78c\uff07\uff40]/gu;

/** Whatever a keyboard has for an apostrophe is one: that of ASCII. */
export const oneApostrophe = (text: string): string => text.replace(APOSTROPHES, "'");

const DASHES = /[\p{Pd}\u02d7\u2043\u2212\u{10eae}]/gu;

/** Whatever looks like a hyphen is one. */
export const oneHyphen = (text: string): string => text.replace(DASHES, "-");

/** Of wide, narrow and ornamental characters their plain ones (NFKC), and single spaces. The text is repaired before. */
export const plainLetters = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();

/** Alphabets whose letters are taken for one another. */
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** Whether a word that looks like one is spelled with letters of two alphabets: it meets neither. */
export const isOfTwoAlphabets = (word: string): boolean =>
  ALPHABETS.filter((alphabet) => alphabet.test(word)).length > 1;

/** A decimal digit of any script as that of ASCII: its block begins with its nought. */
const asciiDigit = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
};

/**
 * What only a machine reads (a number, an address, a time): plain characters, digits of ASCII, every blank a space, and nothing unseen.
 */
export const plain = (typed: string): string =>
  plainLetters(
    (STACKED.test(typed) ? "" : typed)
      .replace(UNSEEN, "")
      .replace(/[´\u02dd\u1fbd\u2032-\u2037]/gu, (mark) => PRIMES[mark] ?? mark),
  ).replace(/(?![0-9])\p{Nd}/gu, asciiDigit);

/** A normal form would take them apart, or make of one another. */
const PRIMES: Readonly<Record<string, string>> = {
  "´": "'",
  "\u02dd": '"',
  "\u1fbd": "'",
  "\u2032": "'",
  "\u2033": '"',
  "\u2034": "'''",
  "\u2035": "'",
  "\u2036": '"',
  "\u2037": "'''",
};
