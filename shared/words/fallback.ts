import { type Language, MEASURE } from "../domain/languages.ts";
import type { Localised } from "../domain/localised.ts";

/*
 * A sentence that a language lacks is said in Polish, and carries two marks so that a page can say so (`lang="pl"`). The marks are
 * noncharacters, which Unicode keeps for a program's own use and which no text from outside may hold; they outlive whatever a sentence is
 * put into. Whoever writes HTML makes spans of them (`spoken` in shared/pages), whoever writes anything else takes them out (`plain`).
 */
export const FALLS = "\ufdd0";
export const ENDS = "\ufdd1";

/** A path, an address, a number or a sign is the same in every language. */
const isSaid = (text: string): boolean => /\p{L}/u.test(text) && !/^(?:\/|https?:\/\/)/.test(text);

/** A text without its marks. */
export const plain = (text: string): string => text.replaceAll(FALLS, "").replaceAll(ENDS, "");

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype;

/** The same words, each text in them marked as Polish: those that functions of them say, too. */
export const fallen = <T>(words: T): T => {
  const marked = (value: unknown): unknown => {
    if (typeof value === "string") return isSaid(value) ? `${FALLS}${value}${ENDS}` : value;
    if (typeof value === "function") {
      const says = (...facts: readonly unknown[]) => marked(value(...facts));
      // Whether a sentence takes facts is asked of it.
      return Object.defineProperty(says, "length", { value: value.length });
    }
    if (Array.isArray(value)) return value.map(marked);
    return isRecord(value)
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one)]))
      : value;
  };
  return marked(words) as T;
};

/** As much of a catalogue as its author wrote; a list is whole or not there. */
export type Partly<T> = T extends readonly unknown[] | ((...facts: never) => unknown) | string | number
  ? T
  : { readonly [K in keyof T]?: Partly<T[K]> };

/** A whole catalogue: what was written, and the rest in Polish. */
export const completed = <T>(measure: T, own: Partly<T>): T => {
  const whole = (polish: unknown, written: unknown): unknown => {
    if (written === undefined) return fallen(polish);
    if (!isRecord(polish) || !isRecord(written)) return written;
    const names = new Set([...Object.keys(polish), ...Object.keys(written)]);
    return Object.fromEntries([...names].map((name) => [name, whole(polish[name], written[name])]));
  };
  return whole(measure, own) as T;
};

/** What data says in a language, else in Polish and marked as such. */
export const inLanguage = <T>(texts: Localised<T>, language: Language): T =>
  texts[language] ?? fallen(texts[MEASURE]);
