import { z } from "zod";
import { line } from "../text.ts";

/** A group of an edition, as staff name it and everybody reads it. Its projects may be of several pools. */
export const EditionGroup = z
  .strictObject({
    projects: z.array(z.string().max(60)).min(2).max(100),
    rule: z.union([z.literal("best-wins"), z.strictObject({ atMost: z.int().min(1).max(99) })]),
    reason: line(300),
    legalBasis: line(200).optional(),
  })
  .meta({ id: "ExclusionGroup" });
export type EditionGroup = z.infer<typeof EditionGroup>;
