import { readLocalTime } from "../../../shared/domain/local-time.ts";
import type { Instant } from "../../../shared/domain/time.ts";
import type { Fault } from "../../../shared/pages/components/form-state.ts";
import type { Words } from "../../../shared/words/words.ts";

/** The instant of a typed local time, or the fault of its field in words. */
export const typedTime = (
  text: string,
  field: string,
  { deskActs }: Words,
): { readonly at: Instant } | { readonly fault: Fault } => {
  const read = readLocalTime(text);
  return "fault" in read ? { fault: { field, text: deskActs.daty.faults[read.fault] } } : read;
};
