import { LANGUAGES, type Language } from "../../shared/domain/languages.ts";
import { wordsOf as read, type Words } from "../../shared/words/words.ts";

const WORDS = new Map(
  await Promise.all(LANGUAGES.map(async (language) => [language, await read(language)] as const)),
);

/** The words of a language at once: a test asks for all of them. */
export const wordsOf = (language: Language): Words => {
  const words = WORDS.get(language);
  if (!words) throw new Error(`no words in ${language}`);
  return words;
};
