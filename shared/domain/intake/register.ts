import { z } from "zod";
import { CycleId, ProjectId } from "../ids.ts";
import { Instant } from "../time.ts";
import { UploadId } from "../upload/upload.ts";

/** How a proposal came in. */
export const ArrivedBy = z.enum(["online", "post", "desk", "email", "epuap"]).meta({ id: "ArrivedBy" });
export type ArrivedBy = z.infer<typeof ArrivedBy>;

/** What the office's register says of a case, and with it everything that bears it. */
export const CaseMark = z
  .object({
    /** The place in the register of its edition, from 1 and without a gap. */
    number: z.int().min(1),
    mark: z.string(),
  })
  .meta({ id: "CaseMark", description: "The office's register number and case mark" });
export type CaseMark = z.infer<typeof CaseMark>;

/** A line of the register of what came in; of a person it says nothing. */
export const RegisterEntry = CaseMark.extend({
  cycleId: CycleId,
  /** The proposal, or of a late one the case that it would have been. */
  projectId: ProjectId,
  title: z.string(),
  /** When it came in as the law counts it, and when it was entered. */
  arrivedAt: Instant,
  arrivedBy: ArrivedBy,
  enteredAt: Instant,
  /** Came after the end of the call: it has no number of a project. */
  isLate: z.boolean(),
  scan: UploadId.nullable(),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;
