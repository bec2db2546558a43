import { type Language, MEASURE, type Measure, rowOf } from "../domain/languages.ts";
import type { Localised } from "../domain/localised.ts";
import { completed, FALLS, inLanguage, type Partly } from "./fallback.ts";

type Reader = { readonly words: { readonly language: Language } };

/** A text of data of which another language may be empty: whoever reads it has the Polish one, marked as such. */
type Text = { readonly [L in Measure]: string } & { readonly [L in Language]?: string | undefined };

/** The words of a subject, each language put together when it is first asked for. */
export const spoken = <W>(
  written: { readonly [L in Measure]: W } & {
    readonly [L in Exclude<Language, Measure>]?: Partly<NoInfer<W>>;
  },
) => {
  const made = new Map<Language, W>();
  const wordsIn = (language: Language): W => {
    const words =
      made.get(language) ?? completed<W>(written[MEASURE], (written[language] ?? {}) as Partly<W>);
    made.set(language, words);
    return words;
  };
  return {
    wordsIn,
    /** What is said to a reader. */
    said: ({ words }: Reader): W => wordsIn(words.language),
    /** A sentence in each language that the office reads; one that a language lacks is left to the reader's fallback. */
    inOffice: ({ languages }: { readonly languages: readonly Language[] }, say: (words: W) => string) =>
      Object.fromEntries(
        languages
          .filter((code) => rowOf(code).office || code === MEASURE)
          .map((code) => [code, say(wordsIn(code))] as const)
          .filter(([, text]) => !text.includes(FALLS)),
      ) as Localised,
    /** A text of data in the reader's language, else in Polish and marked as such. */
    textFor: ({ words }: Reader, texts: Text): string => inLanguage(texts as Localised, words.language),
  };
};
