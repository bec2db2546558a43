import { z } from "zod";
import { PoolId } from "../cycle/cycle.ts";
import { CycleId, ProjectId } from "../ids.ts";
import { Version } from "../kind.ts";
import { Language } from "../languages.ts";
import { Grosze } from "../money.ts";
import { Slug } from "../slug.ts";
import { Instant } from "../time.ts";
import { Location } from "./location.ts";
import { ProjectStatus } from "./stages.ts";

/** One step of a project's way: the status it brought, and the reasons as residents read them. */
export const Step = z.object({ at: Instant, status: ProjectStatus, reason: z.string().optional() });
export type Step = z.infer<typeof Step>;

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
  /** What kind of thing it is, by the rule set's list of them. */
  category: Slug.optional(),
  location: Location.optional(),
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
      language: Language,
    })
    .optional(),
  /** Residents who confirmed their support, the author not among them. */
  supporters: z.int().min(0).default(0),
  history: z.array(Step).default([]),
  version: Version,
  submittedAt: Instant,
  fingerprint: z.string(),
});
export type Project = z.infer<typeof Project>;

/** A project as it stands in lists. What lies in the list index: `shape.ts` names each. */
export const ProjectLine = Project.omit({
  description: true,
  legalBasis: true,
  author: true,
  history: true,
  version: true,
  fingerprint: true,
}).extend({
  /** Where the author wants to be named. */
  authorName: z.string().optional(),
});
export type ProjectLine = z.infer<typeof ProjectLine>;

export const authorNameOf = ({ author }: Pick<Project, "author">): string | undefined =>
  author?.isNamePublic ? author.name : undefined;

/** What it costs as far as is known: verified, else estimated. */
export const costOf = ({
  costGrosze,
  estimatedCostGrosze,
}: Pick<Project, "costGrosze" | "estimatedCostGrosze">): Grosze => costGrosze ?? estimatedCostGrosze;
