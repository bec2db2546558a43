import { z } from "zod";
import { PoolId } from "../cycle/cycle.ts";
import { CycleId, ProjectId } from "../ids.ts";
import { PostalAddress } from "../intake/postal.ts";
import { CaseMark } from "../intake/register.ts";
import { Version } from "../kind.ts";
import { Language } from "../languages.ts";
import { Grosze } from "../money.ts";
import { Slug } from "../slug.ts";
import { Instant } from "../time.ts";
import { acceptedIn, CoAuthor } from "./co-authors.ts";
import { Details } from "./details.ts";
import { Location } from "./location.ts";
import { ProjectStatus } from "./stages.ts";

/** One step of a project's way: the status it brought, and the reasons as residents read them. */
export const Step = z.object({
  at: Instant,
  status: ProjectStatus,
  reason: z.string().optional(),
  /** What its author said anew, where that is all that happened. */
  changed: z.array(z.string()).optional(),
});
export type Step = z.infer<typeof Step>;

/** A proposal from its submission on, and the project it becomes. `author` is for the office alone unless `isNamePublic`. */
export const Project = z.object({
  id: ProjectId,
  cycleId: CycleId,
  /** `L13/08/XII`: pool, sequence, edition; given at submission and never again. */
  number: z.string(),
  /** The office's own name of the case; projects that came as a list have none. */
  register: CaseMark.optional(),
  pool: PoolId,
  title: z.string(),
  description: z.string(),
  place: z.string().optional(),
  /** What kind of thing it is, by the rule set's list of them. */
  category: Slug.optional(),
  location: Location.optional(),
  details: Details.optional(),
  /** What the author estimates, and what the office verified; the vote goes by the verified one. */
  estimatedCostGrosze: Grosze,
  costGrosze: Grosze.optional(),
  status: ProjectStatus,
  /** Why it was rejected, not admitted or withdrawn, in a sentence that residents read. */
  reason: z.string().optional(),
  legalBasis: z.string().optional(),
  /** The proposal into which it went. */
  mergedInto: ProjectId.optional(),
  /** Taken out after the list was frozen: the count leaves it out and says why. */
  withdrawnAfterFreeze: z.boolean().default(false),
  author: z
    .object({
      name: z.string(),
      email: z.string().optional(),
      /** Where letters on paper go, where there is no mailbox. */
      postal: PostalAddress.optional(),
      /** Where they are called, where there is neither. */
      phone: z.string().optional(),
      isNamePublic: z.boolean(),
      language: Language,
      livesHere: z.boolean().optional(),
      isMinor: z.boolean().optional(),
      guardian: z.string().optional(),
    })
    .optional(),
  /** Who stands behind it with the author, each from the day they were named. */
  coAuthors: z.array(CoAuthor).optional(),
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
  register: true,
  details: true,
  legalBasis: true,
  author: true,
  coAuthors: true,
  mergedInto: true,
  history: true,
  version: true,
  fingerprint: true,
}).extend({
  /** Those who want to be named, the author first. */
  authorName: z.string().optional(),
});
export type ProjectLine = z.infer<typeof ProjectLine>;

/** Who wants to be named with it, the author first; nobody before they have accepted. */
export const authorNameOf = (project: Pick<Project, "author" | "coAuthors">): string | undefined => {
  const people = [...(project.author ? [project.author] : []), ...acceptedIn(project)];
  const names = people.filter(({ isNamePublic }) => isNamePublic).map(({ name }) => name);
  return names.length > 0 ? names.join(", ") : undefined;
};

/** What it costs as far as is known: verified, else estimated. */
export const costOf = ({
  costGrosze,
  estimatedCostGrosze,
}: Pick<Project, "costGrosze" | "estimatedCostGrosze">): Grosze => costGrosze ?? estimatedCostGrosze;
