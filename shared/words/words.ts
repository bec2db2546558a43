import { en } from "./en/index.ts";
import { pl } from "./pl/index.ts";

/** Everything a person reads. The Polish catalogue is the measure: a language that misses a sentence does not compile. */
export type Words = typeof pl;

/** What is ticked on a list so far. */
export interface Ticked {
  readonly projects: number;
  readonly costGrosze: number;
}

const languages = { pl, en } as const satisfies Record<string, Words>;

export type Language = keyof typeof languages;

export const LANGUAGES = Object.keys(languages) as Language[];

export const wordsOf = (language: Language): Words => languages[language];

/** The best language for an `Accept-Language` header (RFC 9110 §12.5.4); Polish when nothing of ours is asked for. */
export const languageFor = (header: string | undefined): Language => {
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
      .map(({ tag }) => LANGUAGES.find((language) => language === tag))
      .find((language) => language !== undefined) ?? "pl"
  );
};
