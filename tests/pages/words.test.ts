import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import { SUBJECTS } from "../../shared/subjects/subjects.ts";
import { wordsOf } from "../kit/words.ts";

/** Every string of a part of a catalogue, with where it stands. */
const stringsOf = (part: unknown, place: string): [place: string, text: string][] => {
  if (typeof part === "string") return [[place, part]];
  if (part === null || typeof part !== "object") return [];
  return Object.entries(part).flatMap(([name, one]) => stringsOf(one, `${place}.${name}`));
};

const LONGEST = 20;

/** The name of the act, which nobody may shorten. */
const LAW = "legal.accessibility";

const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

describe.each(LANGUAGES)("plain language in %s", (language) => {
  const all = wordsOf(language);
  const words = { ...all, articles: { ...all.articles, privacy: all.articles.privacy("Burmistrz") } };

  test("nobody is begged, pitied or called invalid", () => {
    const begging = stringsOf({ words, SUBJECTS }, "").filter(([, text]) =>
      /\b(?:please|sorry|invalid|oops|prosimy|przepraszamy|niestety)\b|будь ласка|вибач|пробач|на жаль|прохання/i.test(
        text,
      ),
    );
    expect(begging).toEqual([]);
  });

  test("a sentence of the site has at most 20 words", () => {
    const { home, articles, legal, problems } = words;
    const long = (["home", "articles", "legal", "problems"] as const)
      .flatMap((name) => stringsOf({ home, articles, legal, problems }[name], name))
      .filter(([place]) => !place.startsWith(LAW))
      .flatMap(([, text]) => text.split(/(?<=[.:?!])\s+/))
      .filter((sentence) => wordsIn(sentence) > LONGEST);
    expect(long).toEqual([]);
  });
});
