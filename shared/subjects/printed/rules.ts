import { z } from "zod";
import { CycleId, LetterId } from "../../domain/ids.ts";
import { PostalAddress } from "../../domain/intake/postal.ts";
import { ReturnReason } from "../../domain/intake/printed-letter.ts";
import { line, paragraphs } from "../../domain/text.ts";
import { LocalDate } from "../../domain/time.ts";

export const InCycle = z.object({ cycleId: CycleId });
export const Path = InCycle.extend({ letterId: LetterId });
export type Path = z.infer<typeof Path>;

/** So many are printed at once. */
export const MOST_AT_ONCE = 30;

/** Letters that are printed together. */
export const Printing = z.strictObject({ letters: z.array(LetterId).min(1).max(MOST_AT_ONCE) });

/** The number that the post gave, and the day. */
export const Posting = z.strictObject({ number: line(60), on: LocalDate });
export const Return = z.strictObject({ reason: ReturnReason, on: LocalDate });
/** Where it is sent this time. */
export const Again = PostalAddress;
export const Settlement = z.strictObject({ note: paragraphs(500) });
