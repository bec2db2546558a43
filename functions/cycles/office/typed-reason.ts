import { paragraphs } from "../../../shared/domain/text.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import { issuesOf } from "../../../shared/platform/issues.ts";
import { issueText } from "../../../shared/words/refusal-words.ts";
import type { Words } from "../../../shared/words/words.ts";

const Reason = paragraphs(1000);

/** The reason for an act, or the fault of its field: read beside the other fields, so that every fault is told at once. */
export const typedReason = (
  text: string,
  words: Words,
): { readonly reason: string } | { readonly fault: Fault } => {
  const parsed = Reason.safeParse(text);
  if (parsed.success) return { reason: parsed.data };
  const [issue] = issuesOf(parsed.error);
  const isMissing = text.trim() === "" || !issue;
  const fault = isMissing ? words.actForm.reasonMissing : issueText(words, issue);
  return { fault: { field: "reason", text: fault } };
};
