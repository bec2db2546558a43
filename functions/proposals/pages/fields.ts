import type { Issue, Refusal } from "../../../shared/domain/refusals.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { detailOf } from "../../../shared/platform/problem.ts";
import type { Words } from "../../../shared/words/words.ts";

/** Rules that mean "nothing useful was typed": for these a form says what to type. The others say their own limit. */
const EMPTY = new Set<Issue["rule"]>([
  "required",
  "type",
  "too-short",
  "choice",
  "format",
  "email",
  "money",
  "point",
]);

/** The state of a form that was posted with faults, in the form's own words. */
export const faultyState = (
  words: Words,
  {
    typed,
    issues,
    say,
  }: {
    readonly typed: unknown;
    readonly issues: readonly Issue[];
    readonly say: Readonly<Record<string, string>>;
  },
): FormState => {
  const own = issues.filter(({ rule }) => EMPTY.has(rule)).map(({ pointer }) => pointer);
  return formState(words, {
    typed,
    issues,
    say: Object.fromEntries(Object.entries(say).filter(([pointer]) => own.includes(pointer))),
  });
};

/** The state of a form that a rule of the city refused: beside the field it speaks of. */
export const refusedState = (words: Words, typed: unknown, refused: Refusal, field: string): FormState =>
  formState(words, { typed, faults: [{ field, text: detailOf(refused, words) }] });
