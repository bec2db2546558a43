import { z } from "zod";
import { ProgrammeId } from "../../domain/ids.ts";
import { Version } from "../../domain/kind.ts";
import { paragraphs, title } from "../../domain/text.ts";
import { Instant } from "../../domain/time.ts";

/** What several consultations are about together. Each of them names it. */
export const ProgrammeFields = z
  .strictObject({ name: title(200), lead: paragraphs(2000) })
  .meta({ id: "ProgrammeDraft" });

export const Programme = z.object({
  ...ProgrammeFields.shape,
  id: ProgrammeId,
  version: Version,
  createdAt: Instant,
  fingerprint: z.string(),
});
export type Programme = z.infer<typeof Programme>;
