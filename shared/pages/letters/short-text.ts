import type { City } from "../../domain/city.ts";
import { spokenOr } from "../../domain/languages.ts";
import type { Notice } from "../../domain/notice/notice.ts";
import { plain } from "../../words/fallback.ts";
import { wordsOf } from "../../words/words.ts";

/** The text to a phone that tells of a notice, in the person's language as a letter is. Only the vote asks for phones; other kinds have no text. */
export const shortTextOf = (about: Notice, { languages }: Pick<City, "languages">): string => {
  const { short } = wordsOf(spokenOr(about.language, languages)).letters;
  switch (about.kind) {
    case "voting/code":
      return plain(short["voting/code"](about.facts));
    case "voting/recorded":
      return plain(short["voting/recorded"](about.facts));
    default:
      throw new Error(`${about.kind} is told by letter alone`);
  }
};
