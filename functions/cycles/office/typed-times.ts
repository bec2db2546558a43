import { readMoment } from "../../../shared/domain/text/moment.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import { issueText } from "../../../shared/words/refusal-words.ts";
import type { Words } from "../../../shared/words/words.ts";

/** The instant of a typed local time, or the fault of its field in words. */
export const typedTime = (
  text: string,
  field: string,
  words: Words,
): { readonly at: Instant } | { readonly fault: Fault } => {
  const read = readMoment(text);
  return "fault" in read ? { fault: { field, text: issueText(words, read.fault) } } : { at: read.value };
};

/** What a field of a time holds and what it showed, `localTime` or `localEnd` of the present value. */
interface Shown {
  readonly text: string;
  readonly field: string;
  readonly present: Instant | undefined;
  readonly as: (at: Instant) => string;
}

/** A field that was left as it was keeps its value: the field shows minutes, and a phase may have begun at a second. */
export const changedTime = (
  { text, field, present, as }: Shown,
  words: Words,
): ReturnType<typeof typedTime> =>
  present !== undefined && text.trim() === as(present) ? { at: present } : typedTime(text, field, words);
