import { z } from "zod";
import { PoolId } from "../cycle/cycle.ts";
import { CycleId, ProjectId } from "../ids.ts";
import { Grosze } from "../money.ts";
import { Instant } from "../time.ts";
import { ProjectStatus } from "./stages.ts";

/** A proposal from its submission on, and the project it becomes. `author` is for the office alone unless `isNamePublic`. */
export const Project = z.object({
  id: ProjectId,
  cycleId: CycleId,
  /** `L13/08/XII`: pool, sequence, edition; given at submission and never again. */
  number: z.string(),
  pool: PoolId,
  title: z.string(),
  description: z.string(),
  place: z.string().optional(),
  /** What the author estimates, and what the office verified; the vote goes by the verified one. */
  estimatedCostGrosze: Grosze,
  costGrosze: Grosze.optional(),
  status: ProjectStatus,
  /** Why it was rejected, not admitted or withdrawn, in a sentence that residents read. */
  reason: z.string().optional(),
  legalBasis: z.string().optional(),
  /** Taken out after the list was frozen: the count leaves it out and says why. */
  withdrawnAfterFreeze: z.boolean().default(false),
  author: z
    .object({
      name: z.string(),
      email: z.string().optional(),
      isNamePublic: z.boolean(),
      language: z.enum(["pl", "en"]),
    })
    .optional(),
  supporters: z.int().min(0).default(0),
  supportersNeeded: z.int().min(0).default(0),
  version: z.int().positive(),
  submittedAt: Instant,
  fingerprint: z.string(),
});
export type Project = z.infer<typeof Project>;
