import type { Notice } from "../../domain/notice/notice.ts";
import { plain } from "../../words/fallback.ts";
import type { Words } from "../../words/words.ts";

/** The text to a phone that tells of a notice. Only the vote asks for phones; other kinds have no text. */
export const shortTextOf = (about: Notice, { letters: { short } }: Words): string => {
  switch (about.kind) {
    case "voting/code":
      return plain(short["voting/code"](about.facts));
    case "voting/no-match":
      return plain(short["voting/no-match"](about.facts));
    case "voting/recorded":
      return plain(short["voting/recorded"](about.facts));
    default:
      throw new Error(`${about.kind} is told by letter alone`);
  }
};
