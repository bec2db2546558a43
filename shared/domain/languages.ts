import { z } from "zod";

interface Row {
  /** The name as its own speakers write it. */
  readonly name: string;
  /** The locale (BCP 47) by which numbers, dates, plurals and order are written. */
  readonly locale: string;
  /** Whether the office's pages are written in it too; without it they stay Polish. */
  readonly office: boolean;
}

/**
 * The languages of the site, a line each: the one place that names them. A page stands at its Polish path and, in each other language, at
 * the same path under the code (`/uk/projekty`).
 */
const TABLE = {
  pl: { name: "Polski", locale: "pl-PL", office: true },
  en: { name: "English", locale: "en-GB", office: true },
  uk: { name: "Українська", locale: "uk-UA", office: false },
} as const satisfies Readonly<Record<string, Row>>;

export const Language = z.enum(Object.keys(TABLE) as [keyof typeof TABLE]);
export type Language = keyof typeof TABLE;

export const LANGUAGES: readonly Language[] = Language.options;

/** The language that says everything: what another one lacks is said in this. */
export const MEASURE = "pl" satisfies Language;
export type Measure = typeof MEASURE;

/** What stands in Polish, and in the other languages where somebody wrote it: data may bring languages that a city's site does not speak. */
type InLanguages<S extends z.ZodType> = z.ZodObject<
  { [L in Measure]: S } & { [L in Exclude<Language, Measure>]: z.ZodOptional<S> },
  z.core.$strict
>;
export const inLanguages = <S extends z.ZodType>(text: S): InLanguages<S> =>
  z.strictObject(
    Object.fromEntries(LANGUAGES.map((code) => [code, code === MEASURE ? text : text.optional()])),
  ) as unknown as InLanguages<S>;

/** The same for a field of `inLanguages` in each language, by the names that they have in a form. */
export const inEach = <N extends string, const V>(
  name: N,
  value: V,
): { readonly [L in Language as `${N}-${L}`]: V } =>
  Object.fromEntries(LANGUAGES.map((code) => [`${name}-${code}`, value])) as {
    readonly [L in Language as `${N}-${L}`]: V;
  };

/** Every locale of the table: a date is typed in any of them, whatever the site speaks. */
export const LOCALES: readonly string[] = Object.values(TABLE).map(({ locale }) => locale);

export const rowOf = (language: Language): Row => TABLE[language];

export const prefixOf = (language: Language): string => (language === MEASURE ? "" : `/${language}`);

/** The languages of one city's site, Polish among them: those alone it answers in, whatever the table has. */
export type Spoken = readonly Language[];

/** The language that somebody chose, where the site speaks it; else Polish, which it always does. */
export const spokenOr = (chosen: Language | undefined, spoken: Spoken): Language =>
  chosen !== undefined && spoken.includes(chosen) ? chosen : MEASURE;

/** A path of this site, without its language, in a language. */
export const pathIn = (language: Language, path: string): string =>
  path === "/" ? prefixOf(language) || "/" : prefixOf(language) + path;

/** The path without the language that it stands in. */
export const withoutLanguage = (path: string): string => {
  const prefix = LANGUAGES.map(prefixOf).find((one) => one !== "" && `${path}/`.startsWith(`${one}/`));
  return prefix === undefined ? path : path.slice(prefix.length) || "/";
};

/** The best language for an `Accept-Language` header (RFC 9110 §12.5.4); Polish when nothing of the site's is asked for. */
export const languageFor = (header: string | undefined, spoken: Spoken): Language => {
  const asked = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters
        .find((parameter) => parameter.trim().startsWith("q="))
        ?.trim()
        .slice(2);
      return {
        tag: tag.trim().split("-")[0] ?? "",
        quality: quality === undefined ? 1 : Number(quality) || 0,
      };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return (
    asked
      .map(({ tag }) => spoken.find((language) => language === tag))
      .find((language) => language !== undefined) ?? MEASURE
  );
};
