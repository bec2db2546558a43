import { folded } from "../../folded.ts";
import { trimmed } from "../../trimmed.ts";

/** What nobody sees: zero-width characters, controls, marks of direction and order, soft hyphens. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const INVISIBLE = /[\0-\x08\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** A text without blanks of any kind at its ends, and without what nobody sees. */
export const tidy = (text: string): string => (isPlain(text) ? text : text.replaceAll(INVISIBLE, "").trim());

/** The same for what is no prose: blanks of any kind within are plain blanks. */
export const tidyKey = (text: string): string =>
  isPlain(text) ? text : tidy(text).replaceAll(/\p{Zs}+/gu, " ");

/** Nothing to look for in most cells: ASCII that begins and ends with something to see. */
const isPlain = (text: string): boolean => /^(?:[!-~](?:[ -~]*[!-~])?)?$/.test(text);

const QUOTES = `"'’„”“‘‚«»\``;

/** A cell without the quotation marks or the apostrophe that a spreadsheet or a list of a program left around it. */
export const unquoted = (text: string): string => tidyKey(trimmed(tidyKey(text), QUOTES));

/** What two spellings of one id have in common: letter case, accents, blanks, quotes, kinds of dashes, and zeros before or after a number do not count. */
export const looseId = (id: string): string => {
  const plain = folded(unquoted(id).replaceAll(/[\u2010-\u2015\u2212]/g, "-")).replaceAll(" ", "");
  const digits = /^\+?(\d+)(?:[.,]0*)?$/.exec(plain)?.[1];
  if (digits === undefined) return plain;
  const first = digits.search(/[1-9]/);
  return first < 0 ? "0" : digits.slice(first);
};

/** Whether nothing but blanks around a cell was taken from it. */
export const onlyBlanks = (written: string, meant: string): boolean =>
  written.trim() === meant && !written.includes("\ufeff");
