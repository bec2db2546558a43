import { z } from "zod";
import { LedgerRow, LetterFate } from "../../domain/notice/ledger.ts";
import { EmailOrPhone } from "../../domain/phone.ts";
import { paragraphs } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";

export const Search = z.strictObject({ to: EmailOrPhone, reason: paragraphs(500) });
export type Search = z.infer<typeof Search>;

const FoundLetter = LedgerRow.extend({
  state: z.enum(["queued", ...LetterFate.options]),
  again: Instant.nullable(),
  reason: z.string().nullable(),
}).meta({ id: "FoundLetter" });
export type FoundLetter = z.infer<typeof FoundLetter>;

export const Found = z
  .object({
    letters: z.array(FoundLetter),
    isWhole: z.boolean().meta({ description: "False where more letters wait than were looked through" }),
  })
  .meta({ id: "FoundLetters" });
export type Found = z.infer<typeof Found>;
