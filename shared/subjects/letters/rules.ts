import { z } from "zod";
import { CycleId, LetterId } from "../../domain/ids.ts";
import { PrintedState } from "../../domain/intake/printed-letter.ts";
import { LedgerRow, LetterFate } from "../../domain/notice/ledger.ts";
import { EmailOrPhone } from "../../domain/phone.ts";
import { calledName, mayBeEmpty, paragraphs } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";

/** Of a person either where letters leave to, or the name that letters on paper were written to. */
export const Search = z
  .strictObject({
    to: mayBeEmpty(EmailOrPhone),
    name: mayBeEmpty(calledName(120)),
    reason: paragraphs(500),
  })
  .refine(({ to, name }) => (to === undefined) !== (name === undefined), {
    params: { rule: "required" },
    path: ["to"],
  });
export type Search = z.infer<typeof Search>;

const FoundLetter = LedgerRow.extend({
  state: z.enum(["queued", ...LetterFate.options]),
  again: Instant.nullable(),
  reason: z.string().nullable(),
}).meta({ id: "FoundLetter" });
export type FoundLetter = z.infer<typeof FoundLetter>;

/** A letter on paper, without what it said. */
const FoundOnPaper = z
  .object({
    id: LetterId,
    cycleId: CycleId,
    kind: z.string(),
    mark: z.string().nullable(),
    state: PrintedState,
    writtenAt: Instant,
    path: z.string().meta({ description: "Its page at the office" }),
  })
  .meta({ id: "FoundOnPaper" });

export const Found = z
  .object({
    letters: z.array(FoundLetter),
    onPaper: z.array(FoundOnPaper),
    isWhole: z.boolean().meta({
      description:
        "False where more letters wait than were looked through, or more are on paper than are listed",
    }),
  })
  .meta({ id: "FoundLetters" });
export type Found = z.infer<typeof Found>;
