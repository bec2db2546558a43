import { z } from "zod";
import { line, paragraphs } from "../../domain/text.ts";

/** What somebody says at the desk: a number, a case mark, a name or a mailbox; and why it is looked for. */
export const CaseSearch = z.strictObject({ query: line(200), reason: paragraphs(500) });
export type CaseSearch = z.infer<typeof CaseSearch>;

export const FoundCase = z
  .object({
    kind: z.enum(["project", "late", "matter", "signup"]),
    id: z.string(),
    number: z.string(),
    title: z.string(),
    /** Who is behind it, so that two of one name are told apart. */
    who: z.string(),
    path: z.string().meta({ description: "Its page at the office" }),
  })
  .meta({ id: "FoundCase" });
export type FoundCase = z.infer<typeof FoundCase>;

export const FoundCases = z
  .object({
    cases: z.array(FoundCase),
    isWhole: z.boolean().meta({ description: "False where more were found than are listed" }),
  })
  .meta({ id: "FoundCases" });
export type FoundCases = z.infer<typeof FoundCases>;
