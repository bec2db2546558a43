/** What nobody sees: zero-width characters, marks of direction and order, soft hyphens. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\0]/g;

/** A text without blanks of any kind at its ends, and without what nobody sees. */
export const tidy = (text: string): string => (isPlain(text) ? text : text.replaceAll(INVISIBLE, "").trim());

/** The same for what is no prose: blanks of any kind within are plain blanks. */
export const tidyKey = (text: string): string =>
  isPlain(text) ? text : tidy(text).replaceAll(/\p{Zs}+/gu, " ");

/** Nothing to look for in most cells: ASCII that begins and ends with something to see. */
const isPlain = (text: string): boolean => /^(?:[!-~](?:[ -~]*[!-~])?)?$/.test(text);

const QUOTES = /^["'’„”“‘‚«»`]+|["'’„”“‘‚«»`]+$/gu;

/** A cell without the quotation marks or the apostrophe that a spreadsheet or a list of a program left around it. */
export const unquoted = (text: string): string => tidyKey(tidyKey(text).replaceAll(QUOTES, ""));

/** What two spellings of one id have in common: letter case, blanks, quotes, kinds of dashes, and zeros before or after a number do not count. */
export const looseId = (id: string): string => {
  const plain = unquoted(id)
    .normalize("NFKC")
    .replaceAll(/[\u2010-\u2015\u2212]/g, "-")
    .replaceAll(/\s/g, "")
    .toLowerCase();
  const number = /^\+?0*(\d+)(?:[.,]0*)?$/.exec(plain)?.[1];
  return number ?? plain;
};
