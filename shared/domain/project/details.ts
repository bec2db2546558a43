import { z } from "zod";
import { Grosze } from "../money.ts";
import { line, paragraphs } from "../text.ts";

/** So many lines has a cost at most. */
export const MOST_LINES = 40;

/** One thing that costs: so many units at so much each, with tax. A quantity has three decimals at most. */
export const CostLine = z
  .strictObject({
    name: line(120),
    quantity: z
      .number()
      .min(0.001)
      .max(1_000_000)
      .refine((quantity) => Math.abs(quantity * 1000 - Math.round(quantity * 1000)) < 1e-6),
    unit: line(20),
    unitGrosze: Grosze.min(1),
  })
  .meta({ id: "CostLine" });
export type CostLine = z.infer<typeof CostLine>;

/** What a proposal says beside its title, description and place; which of these an edition asks for says its form. */
export const Details = z
  .strictObject({
    /** In brief, as a list would say it. */
    summary: line(500),
    why: paragraphs(2000),
    forWhom: paragraphs(1000),
    /** Who can use the result, and how: universal design, by examples. */
    access: paragraphs(2000),
    costLines: z.array(CostLine).min(1).max(MOST_LINES),
    /** What it costs each year once it is there. */
    upkeepGrosze: Grosze,
  })
  .partial()
  .meta({ id: "ProposalDetails" });
export type Details = z.infer<typeof Details>;

/** What a line comes to, to the whole grosz. */
export const lineGrosze = ({ quantity, unitGrosze }: Pick<CostLine, "quantity" | "unitGrosze">): Grosze =>
  Number((BigInt(Math.round(quantity * 1000)) * BigInt(unitGrosze) + 500n) / 1000n);

export const sumOf = (lines: readonly CostLine[]): Grosze =>
  lines.reduce((sum, line) => sum + lineGrosze(line), 0);
