import type { Refusal } from "../../../shared/domain/refusals.ts";
import type { PaperFile, PaperNote } from "../../../shared/domain/voting/paper-file.ts";
import { detailOf, errorsOf } from "../../../shared/platform/problem.ts";
import { noteText } from "../../../shared/words/refusal-words.ts";
import type { Words } from "../../../shared/words/words.ts";

/** What the desk says of it. */
const sentenceOf = (words: Words, why: NonNullable<PaperFile["failed"]>): string => {
  // A code and facts are kept as the refusal has them.
  const refusal = why as unknown as Refusal;
  return errorsOf(refusal, words)[0]?.detail ?? detailOf(refusal, words);
};

interface ToldNote {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly detail: string;
}

/** What is noted of a row, in words. */
export const toldNote = (words: Words, { line, column, says, why }: PaperNote): ToldNote => ({
  line,
  column,
  code: why?.code ?? says ?? "",
  detail: why ? sentenceOf(words, why) : says ? noteText(words, says) : "",
});

/** Why a file is none, or why it ended. */
export const failedText = (words: Words, { failed }: PaperFile): string | undefined =>
  failed && sentenceOf(words, failed);
