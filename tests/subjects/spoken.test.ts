import fc from "fast-check";
import { expect, test } from "vitest";
import { LANGUAGES, type Language, MEASURE, rowOf } from "../../shared/domain/languages.ts";
import { spelled } from "../../shared/subjects/form-words.ts";
import { ENDS, FALLS } from "../../shared/words/fallback.ts";
import { spoken } from "../../shared/words/spoken.ts";
import { KATOWICE } from "../kit/katowice.ts";

const text = fc.string({ minLength: 1, maxLength: 8 }).map((some) => `a${some}`);
const others: readonly Language[] = LANGUAGES.filter((language) => language !== MEASURE);
const inSome = fc.dictionary(fc.constantFrom(...others), text);

test("words of a subject, and texts of data, are said in the reader's language, else in Polish and marked so", () =>
  fc.assert(
    fc.property(text, inSome, (polish, own) => {
      const written = Object.fromEntries(
        Object.entries(own).map(([language, hello]) => [language, { part: { hello } }]),
      );
      const { said, textFor } = spoken({ [MEASURE]: { part: { hello: polish } }, ...written });
      for (const language of LANGUAGES) {
        const reader = { words: { language } };
        const is = language === MEASURE ? polish : (own[language] ?? `${FALLS}${polish}${ENDS}`);
        expect(said(reader).part.hello).toBe(is);
        expect(textFor(reader, { [MEASURE]: polish, ...own })).toBe(is);
      }
    }),
  ));

test("a field is typed in the languages that the city speaks, each label with the language's own name", () =>
  fc.assert(
    fc.property(fc.subarray([...others]), text, fc.option(text, { nil: undefined }), (some, label, hint) => {
      const languages: Language[] = [MEASURE, ...some];
      const words = spelled({ city: { ...KATOWICE, languages } }, "title", label, hint);
      expect(Object.entries(words)).toEqual(
        languages.map((code) => [
          `title-${code}`,
          { label: `${label} (${rowOf(code).name})`, ...(hint && { hint }) },
        ]),
      );
    }),
  ));
