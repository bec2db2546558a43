import { z } from "zod";
import { line } from "../text.ts";

const Source = line(400);
const Days = z.strictObject({ days: z.int().min(1).max(1000), source: Source });

/** What the city's resolution says of requests for a consultation. */
export const RequestTerms = z
  .strictObject({
    /** How many residents have to sign it. */
    supporters: z.strictObject({ count: z.int().min(1).max(100_000), source: Source }),
    /** How long the office has to call for what is missing. */
    call: Days,
    /** How long it has to answer. */
    answer: z.strictObject({ months: z.int().min(1).max(24), source: Source }),
    /** How long an appeal to the council may be made after a refusal. */
    appeal: Days,
    /** How long the office takes to pass an appeal on, and until the council's word is entered. */
    pass: Days,
    outcome: Days,
    /** How long the office takes to open the consultation, once the request is accepted. */
    open: Days,
  })
  .meta({
    description:
      "Requests of residents for a consultation: how many sign, and the terms, each with what sets it",
  });
export type RequestTerms = z.infer<typeof RequestTerms>;
