import { z } from "zod";
import { type Cycle, PoolId } from "../../shared/domain/cycle/cycle.ts";
import { CycleId, ProjectId } from "../../shared/domain/ids.ts";
import { PostalAddress } from "../../shared/domain/intake/postal.ts";
import { CaseMark } from "../../shared/domain/intake/register.ts";
import { Language } from "../../shared/domain/languages.ts";
import { Grosze } from "../../shared/domain/money.ts";
import { Details } from "../../shared/domain/project/details.ts";
import { Location } from "../../shared/domain/project/location.ts";
import { authorNameOf, costOf, type Project, type ProjectLine } from "../../shared/domain/project/project.ts";
import { ProjectStatus } from "../../shared/domain/project/stages.ts";
import { supportersNeededIn } from "../../shared/domain/project/support.ts";
import { Slug } from "../../shared/domain/slug.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Photo as PhotoOf } from "../../shared/subjects/attachments/rules.ts";

/** A project as it stands in lists. */
export const ListedProject = z
  .object({
    id: ProjectId,
    number: z.string(),
    pool: PoolId,
    title: z.string(),
    place: z.string().nullable(),
    category: Slug.nullable(),
    location: Location.nullable(),
    /** Verified where the office has done so, else estimated. */
    costGrosze: Grosze,
    estimatedCostGrosze: Grosze,
    status: ProjectStatus,
    reason: z.string().nullable(),
    withdrawnAfterFreeze: z.boolean(),
    supporters: z.int(),
    supportersNeeded: z
      .int()
      .nullable()
      .meta({ description: "Null where it goes by residents who are not known" }),
    authorName: z.string().nullable(),
    submittedAt: Instant,
  })
  .meta({ id: "ListedProject" });
export type ListedProject = z.infer<typeof ListedProject>;

const Step = z.object({
  at: Instant,
  status: ProjectStatus,
  reason: z.string().nullable(),
  changed: z
    .array(z.string())
    .optional()
    .meta({ description: "Fields that the author changed, where that is all that happened" }),
});

const Copy = z.object({ path: z.string(), width: z.int(), height: z.int() });

const Photo = z.object({ alt: z.string(), sizes: z.array(Copy) }).meta({ id: "ProjectPhoto" });

export const PublicProject = ListedProject.extend({
  cycleId: CycleId,
  description: z.string(),
  details: Details.nullable().meta({ description: "What else the edition's form asks for" }),
  legalBasis: z.string().nullable(),
  mergedInto: ProjectId.nullable().meta({ description: "The one that it went into" }),
  photos: z
    .array(Photo)
    .optional()
    .meta({ description: "Each in up to three sizes; only where one project is read" }),
  history: z.array(Step).meta({ description: "Every decision with its reasons, oldest first" }),
}).meta({ id: "Project" });
export type PublicProject = z.infer<typeof PublicProject>;

/** With what is for the office alone. */
export const StaffProject = PublicProject.extend({
  version: z.int(),
  register: CaseMark.nullable(),
  author: z
    .object({
      name: z.string(),
      email: z.string().nullable(),
      postal: PostalAddress.nullable(),
      phone: z.string().optional(),
      isNamePublic: z.boolean(),
      language: Language,
      livesHere: z.boolean().optional(),
      isMinor: z.boolean().optional(),
      guardian: z.string().optional(),
    })
    .nullable(),
}).meta({ id: "StaffProject" });
export type StaffProject = z.infer<typeof StaffProject>;

type Rules = Pick<Cycle, "ruleSet" | "pools">;

export const listedProject = (project: ProjectLine, rules: Rules): ListedProject => ({
  id: project.id,
  number: project.number,
  pool: project.pool,
  title: project.title,
  place: project.place ?? null,
  category: project.category ?? null,
  location: project.location ?? null,
  costGrosze: costOf(project),
  estimatedCostGrosze: project.estimatedCostGrosze,
  status: project.status,
  reason: project.reason ?? null,
  withdrawnAfterFreeze: project.withdrawnAfterFreeze,
  supporters: project.supporters,
  supportersNeeded: supportersNeededIn(rules, project.pool),
  authorName: project.authorName ?? null,
  submittedAt: project.submittedAt,
});

export const publicProject = (project: Project, rules: Rules): PublicProject => ({
  ...listedProject({ ...project, authorName: authorNameOf(project) }, rules),
  cycleId: project.cycleId,
  description: project.description,
  details: project.details ?? null,
  legalBasis: project.legalBasis ?? null,
  mergedInto: project.mergedInto ?? null,
  history: project.history.map(({ reason, ...step }) => ({ ...step, reason: reason ?? null })),
});

/** What everybody sees of a project's photos. */
export const shownPhotos = (photos: readonly PhotoOf[]): z.infer<typeof Photo>[] =>
  photos.map(({ alt, copies: { small, medium, large } }) => ({
    alt,
    sizes: [small, medium, large].map(({ path, width, height }) => ({ path: `/${path}`, width, height })),
  }));

export const staffProject = (project: Project, rules: Rules): StaffProject => ({
  ...publicProject(project, rules),
  version: project.version,
  register: project.register ?? null,
  author: project.author
    ? { ...project.author, email: project.author.email ?? null, postal: project.author.postal ?? null }
    : null,
});
