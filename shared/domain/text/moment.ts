import { LOCALES } from "../languages.ts";
import { type Instant, instantWithOffset, localInstant } from "../time.ts";
import { plain } from "./characters.ts";
import { fault, type Read } from "./read.ts";

const ISO =
  /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:t| )(\d{1,2})[:.](\d{2})(?:[:.]([0-5]\d)(?:\.\d{1,9})?)?$/;
const BY_DAY = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}) (\d{1,2})[:.](\d{2})(?:[:.]([0-5]\d))?$/;
const BY_NAME = /^(\d{1,2}) (\p{L}{3,12}) (\d{4}) (\d{1,2})[:.](\d{2})(?:[:.]([0-5]\d))?$/u;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::[0-5]\d(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:\d{2})$/;

const monthsIn = (locale: string, day: "numeric" | undefined): string[] => {
  const names = new Intl.DateTimeFormat(locale, { ...(day && { day }), month: "long", timeZone: "UTC" });
  return Array.from(
    { length: 12 },
    (_, month) =>
      names
        .formatToParts(Date.UTC(2027, month, 1))
        .find(({ type }) => type === "month")
        ?.value.toLowerCase() ?? "",
  );
};

let months: readonly (readonly string[])[] | undefined;

const monthOf = (name: string): string => {
  months ??= LOCALES.flatMap((locale) => [monthsIn(locale, "numeric"), monthsIn(locale, undefined)]);
  return String((months.map((names) => names.indexOf(name)).find((at) => at >= 0) ?? -1) + 1);
};

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/** `17:00 28.05.2027` with its hour where others have it. */
const timeLast = ([first = "", ...more]: readonly string[]): readonly string[] =>
  /^\d{1,2}:\d{2}/.test(first) ? [...more, first] : [first, ...more];

/**
 * The words of a date and an hour without those that stand about them, as on our own pages: `do czwartku 28 maja 2027 r., godz. 17.00`. Halves of
 * a day stay, for nobody to read 5 pm as five in the morning.
 */
const wordsIn = (text: string): string[] =>
  text
    .replace(/(\d)r\b\.?|godz\.?(?=\d)/g, "$1 ")
    .replace(/godz(?:ina|iny|inie|\.)? ?(\d{1,2})(?![\d:.])/g, " $1:00")
    .replace(/[. ]([ivx]{1,4})[. ](?=\d{4})/g, (_, month) => `.${ROMAN.indexOf(month) + 1}.`)
    .split(/[ ,]/)
    .filter(
      (word) =>
        word !== "" && (!/^\p{L}+\.?$/u.test(word) || /^[ap]\.?m/.test(word) || monthOf(word) !== "0"),
    );

const isoOf = (text: string): string | undefined => {
  const [year, month, day, ...time] = partsOf(text);
  if (year === undefined) return undefined;
  const two = (part = "00"): string => part.padStart(2, "0");
  return `${year}-${two(month)}-${two(day)}T${time.map(two).join(":")}`;
};

const partsOf = (text: string): (string | undefined)[] => {
  const iso = ISO.exec(text);
  if (iso) return iso.slice(1);
  const [, day, month, year, ...time] = BY_DAY.exec(text) ?? [];
  if (day !== undefined) return [year, month, day, ...time];
  const [, of, name = "", in_, ...at] = BY_NAME.exec(text) ?? [];
  return of === undefined ? [] : [in_, monthOf(name), of, ...at];
};

/**
 * A date and a time on the city's clocks, as people and browsers write them: `2027-05-28T17:00`, `28.05.2027 17:00`, `28.5.2027, godz. 17.00`,
 * `28 maja 2027 17:00`; 24:00 is the next midnight. An hour that the clocks skip or show twice is nobody's deadline, unless it bears its offset.
 */
export const readMoment = (typed: string): Read<Instant> => {
  const text = plain(typed).toLowerCase();
  try {
    if (WITH_OFFSET.test(text)) return { value: instantWithOffset(text.toUpperCase()) };
    const local = isoOf(timeLast(wordsIn(text)).join(" "));
    if (local === undefined) return fault("moment");
    const at = localInstant(local);
    if (at === "gap") return fault("gap");
    return at === "overlap" ? fault("overlap") : { value: at };
  } catch (error) {
    if (error instanceof RangeError) return fault("moment");
    throw error;
  }
};
