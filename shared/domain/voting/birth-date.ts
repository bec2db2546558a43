import { z } from "zod";
import { plainLetters } from "../folded.ts";
import { LocalDate } from "../instant.ts";

const MOST_LETTERS = 40;

/** Months as the three languages of the forms begin them, and as Roman numerals. */
const MONTHS = [
  "sty lut mar kwi maj cze lip sie wrz paz lis gru",
  "jan feb mar apr may jun jul aug sep oct nov dec",
  "січ лют бер кві тра чер лип сер вер жов лис гру",
].map((names) => names.split(" "));
const ROMAN = "i ii iii iv v vi vii viii ix x xi xii".split(" ");

const monthOf = (word: string): number => {
  const roman = ROMAN.indexOf(word);
  if (roman >= 0) return roman + 1;
  return 1 + Math.max(...MONTHS.map((names) => names.findIndex((name) => word.startsWith(name))));
};

const dayFrom = (year: string, month: string | number, day: string): LocalDate[] => {
  const text = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return LocalDate.safeParse(text).success ? [text] : [];
};

/** Every day that a text may mean. Between dots, dashes and blanks the day comes first, as in Poland; between slashes either may. */
const meant = (text: string): LocalDate[] => {
  const [, y, m, d] = /^(\d{4})[-./ ]+(\d{1,2})[-./ ]+(\d{1,2})$/.exec(text) ?? [];
  if (y && m && d) return dayFrom(y, m, d);
  const [, one, , other, year] = /^(\d{1,2})([-./ ]+)(\d{1,2})[-./ ]+(\d{4})$/.exec(text) ?? [];
  if (one && other && year)
    return [...dayFrom(year, other, one), ...(text.includes("/") ? dayFrom(year, one, other) : [])];
  const [, day, word, of] = /^(\d{1,2})[-. ]+([\p{L}]{1,12})\.?[-. ]+(\d{4})$/u.exec(text) ?? [];
  if (day && word && of) return dayFrom(of, monthOf(word), day);
  const [, whole] = /^(\d{8})$/.exec(text) ?? [];
  if (!whole) return [];
  return [
    ...dayFrom(whole.slice(0, 4), whole.slice(4, 6), whole.slice(6)),
    ...dayFrom(whole.slice(4), whole.slice(2, 4), whole.slice(0, 2)),
  ].filter((born) => /^(?:18|19|20)/.test(born));
};

/** The hour that databases write behind a day. */
const MIDNIGHT = /[t ]0?0:00(?::00(?:\.0{1,9})?)?z?$/;

/** The day that a text means, however it is written; undefined where it means none, or two. */
export const dayMeant = (typed: string): LocalDate | undefined => {
  if (typed.length > MOST_LETTERS) return undefined;
  const text = plainLetters(typed.replace(/\p{Pd}|−/gu, "-"))
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/ ?(?:r|roku|року)\.?$/u, "")
    .replace(MIDNIGHT, "");
  const [day, ...others] = new Set(meant(text));
  return others.length === 0 ? day : undefined;
};

/** A day of birth as typed: `1990-05-14`, `14.05.1990` and `14 maja 1990` are one; `05/04/1990` could be two and is none. */
export const BirthDate = z
  .string()
  .max(MOST_LETTERS)
  .overwrite((typed) => dayMeant(typed) ?? typed)
  .refine((text) => LocalDate.safeParse(text).success, { params: { rule: "birth-date" } })
  .meta({ description: "A day of birth", examples: ["1990-05-14"] });
