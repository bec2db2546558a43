import { folded } from "../folded.ts";
import { searchWords } from "../text/words.ts";

/** Words that stand in most sentences and say nothing by themselves. */
const TOO_COMMON = new Set(
  "a aby al bez by dla do i im ich jak na nad nr o od oraz po pod przed przez przy sie ta te to u ul w we z za ze".split(
    " ",
  ),
);

/** A word as it is looked up; zeros before a number count for nothing. */
export const lookedUp = (word: string): string => folded(word).replace(/^0+(?=\d)/, "");

/** The words of a text by which it is found, each once, in their order. */
export const soughtWords = (text: string): string[] => [
  ...new Set(
    searchWords(text)
      .map(lookedUp)
      .filter((word) => !TOO_COMMON.has(word)),
  ),
];
