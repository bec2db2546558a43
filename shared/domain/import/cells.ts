import { folded } from "../folded.ts";
import { plain, repaired } from "../text/characters.ts";
import { digitsOf } from "../text/digits.ts";
import { isPesel } from "../voting/pesel.ts";

/** What a spreadsheet or a register did to a cell, and what undoes it without a guess. */
export const REPAIRS = [
  "leading-zero",
  "exponent",
  "apostrophe",
  "formula",
  "decimal",
  "spelling",
  "alphabet",
] as const;
export type Repair = (typeof REPAIRS)[number];

/** What is wrong with a cell, or with its row. */
export const PROBLEMS = [
  "columns",
  "pesel",
  "digits-lost",
  "age",
  "surname",
  "name",
  "address",
  "digits",
  "district",
  "document",
  "birthDate",
  "duplicate",
  "ambiguous",
  "nobody",
  "text",
  "number",
  "email",
  "reason",
  "row",
  "taken",
  "district-twice",
  "card",
  "card-twice",
  "project",
  "project-twice",
  "points",
  "rejection",
  "outcome",
  "yes-or-no",
  "role",
  "unit",
  "account-twice",
  "remark",
  "remark-twice",
  "remark-changed",
  "verdict",
  "no-reason",
] as const;
export type Problem = (typeof PROBLEMS)[number];

export const isProblem = (says: Problem | Repair): says is Problem => PROBLEMS.some((one) => one === says);

/** A cell as it was meant, how it was mended, or why it cannot be. */
export type Cell =
  | { readonly text: string; readonly repair?: Repair | undefined }
  | { readonly problem: Problem };

/** A cell that a spreadsheet was told to take for text: `="0123"`, `=0123`, `'0123`. A name that begins so, such as ʼt Hooft, is left as it is. */
export const plainCell = (cell: string): { readonly text: string; readonly repair?: Repair } => {
  const formula = /^=\s*(?:"([^"]*)"|'([^']*)'|(\d+))$/.exec(cell);
  if (formula) return { text: (formula[1] ?? formula[2] ?? formula[3] ?? "").trim(), repair: "formula" };
  const forced = /^['’`](?=[\d=+@-])(.*)$/.exec(cell);
  return forced ? { text: (forced[1] ?? "").trim(), repair: "apostrophe" } : { text: cell };
};

/** The digits of a number that a spreadsheet wrote with an exponent; null where it left some of them out. */
export const spelledOut = (text: string): string | null | undefined => {
  const parts = /^(\d)(?:[.,](\d*))?\s*[eE]\s*\+?(\d{1,2})$/.exec(text);
  if (!parts) return undefined;
  const [, whole = "", rest = "", exponent = ""] = parts;
  const left = Number(exponent) - rest.length;
  return left === 0 ? whole + rest : null;
};

const PESEL_DIGITS = 11;
/** 1900 and 2000 begin with two zeros, and months of the first with a third. */
const MOST_LOST_ZEROS = 3;

/** A PESEL number, mended where its own check character and its day of birth say that the mending is right. */
export const peselCell = (cell: string): Cell => {
  const { text, repair } = plainCell(cell);
  const typed = plain(text);
  const spelled = spelledOut(typed);
  if (spelled === null) return { problem: "digits-lost" };
  const isDecimal = /^\d[\d -]*[.,]0*$/.test(typed);
  const digits = spelled ?? digitsOf(typed.replace(/[.,]0*$/, ""));
  if (isPesel(digits)) {
    const how = repair ?? (spelled === undefined ? (isDecimal ? "decimal" : undefined) : "exponent");
    return { text: digits, ...(how && { repair: how }) };
  }
  const lost = PESEL_DIGITS - digits.length;
  const padded = digits.padStart(PESEL_DIGITS, "0");
  return /^\d+$/.test(digits) && lost > 0 && lost <= MOST_LOST_ZEROS && isPesel(padded)
    ? { text: padded, repair: "leading-zero" }
    : { problem: "pesel" };
};

/** A house or a flat of which a spreadsheet has made a day: `5/7` is `05.lip` then, and nobody knows which it was. */
const IS_DAY =
  /^\d{1,2}[.\s-]{0,2}(?:sty|lut|mar|kwi|maj|cze|lip|sie|wrz|pa[zź]|lis|gru|jan|feb|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\.?(?:[.\s-]\d{2,4})?$|^\d{4}-\d\d-\d\d(?:[ T]00:00(?::00)?)?$/i;

/** A number with or without letters, of which a spreadsheet may have made a decimal, a power or a day. */
export const numberCell = (cell: string): Cell => {
  const { text, repair } = plainCell(cell.trim());
  const spelled = spelledOut(text);
  if (spelled === null || IS_DAY.test(text)) return { problem: "digits-lost" };
  if (spelled !== undefined) return { text: spelled, repair: "exponent" };
  const whole = /^(\d+)[.,]0+$/.exec(text)?.[1];
  return whole === undefined ? { text, repair } : { text: whole, repair: "decimal" };
};

/** Nothing that has a name here has a longer one. */
const LONGEST_NAME = 300;

/** Words and numbers without what a keyboard or a program writes differently: case, marks, dashes, blanks. */
export const plainWord = (text: string): string =>
  folded(text.slice(0, LONGEST_NAME)).replace(/[^\p{L}\p{N}]/gu, "");

/** Reads a name out of a list, by the way it is written or by what `plainWord` leaves of it; two that are then the same are found by neither. */
export const namesOf = <T>(named: Iterable<readonly [name: string, thing: T]>) => {
  const exact = new Map<string, T>();
  const plain = new Map<string, T | null>();
  for (const [name, thing] of named) {
    exact.set(name.toLowerCase(), thing);
    const word = plainWord(name);
    const before = plain.get(word);
    plain.set(word, before === undefined || before === thing ? thing : null);
  }
  return (cell: string): { readonly thing: T; readonly repair?: Repair } | undefined => {
    const read = repaired(cell);
    const found = "value" in read ? exact.get(read.value.toLowerCase()) : undefined;
    if (found !== undefined) return { thing: found };
    const thing = plain.get(plainWord(cell));
    return thing === undefined || thing === null ? undefined : { thing, repair: "spelling" };
  };
};
