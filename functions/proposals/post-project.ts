import { z } from "zod";
import { audited } from "../../shared/acts/audited.ts";
import { tellAuthor } from "../../shared/acts/author-links.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { City } from "../../shared/domain/city.ts";
import { isLocked, PoolId } from "../../shared/domain/cycle/cycle.ts";
import { Grosze } from "../../shared/domain/money.ts";
import { Location } from "../../shared/domain/project/location.ts";
import {
  type NumberParts,
  ProjectNumber,
  projectNumber,
  readProjectNumber,
} from "../../shared/domain/project/number-scheme.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { checkCost } from "../../shared/domain/project/proposal.ts";
import { type Issue, notValid, refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { Email, line, paragraphs } from "../../shared/domain/text.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created, versionTag } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { admittedFacts } from "./decisions.ts";
import { InCycle } from "./project-of.ts";
import { StaffProject, staffProject } from "./views.ts";

const NewProject = z
  .strictObject({
    pool: PoolId,
    /** The longest title of a real edition has 256 characters. */
    title: line(300),
    costGrosze: Grosze.min(1),
    number: ProjectNumber.optional(),
    description: paragraphs(4000).optional(),
    place: line(300).optional(),
    location: Location.optional(),
    author: z
      .strictObject({ name: line(120), email: Email.optional(), isNamePublic: z.boolean().default(false) })
      .optional(),
  })
  .meta({ id: "NewProject" });

const numberIssue = (rule: Issue["rule"], limit?: string): Refused =>
  new Refused(notValid([{ pointer: "/number", rule, ...(limit !== undefined && { limit }) }]));

/** A number from paper must be one of this pool and this edition. */
const givenNumber = (
  number: string | undefined,
  own: Pick<NumberParts, "pool" | "edition">,
  { projectNumbers }: City,
) => {
  if (number === undefined) return undefined;
  const parts = readProjectNumber(projectNumbers, number);
  if (!parts) throw numberIssue("format");
  if (parts.pool !== own.pool || parts.edition !== own.edition)
    throw numberIssue("choice", projectNumber(projectNumbers, { ...own, sequence: parts.sequence }));
  return { number, sequence: parts.sequence };
};

export const postProject = endpoint(routes.postProject, {
  summary: "Enter a project straight onto the ballot list",
  description:
    "For projects decided on paper, until the list is frozen. Without a number the next of the pool is given; with one it is claimed, and " +
    "later numbers start after it.",
  params: InCycle,
  body: NewProject,
  replies: { 201: StaffProject },
  handle: async (request, deps) => {
    const { params, body, newId, language, receivedAt, fingerprint } = request;
    const cycle = await cycleOf(params.cycleId, deps);
    if (isLocked(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
    const own = { pool: body.pool, edition: cycle.edition };
    accept(checkCost(cycle, body.pool, { grosze: body.costGrosze, pointer: "/costGrosze" }));
    const { number, author, description = "", ...content } = body;
    const project: Omit<Project, "number"> = {
      id: newId("prj"),
      cycleId: cycle.id,
      ...content,
      description,
      estimatedCostGrosze: body.costGrosze,
      status: "on-ballot",
      withdrawnAfterFreeze: false,
      ...(author && { author: { ...author, language } }),
      supporters: 0,
      history: [{ at: receivedAt, status: "on-ballot" }],
      version: 1,
      submittedAt: receivedAt,
      fingerprint,
    };
    const deed = audited({ ...request, route: routes.postProject }, cycle.id, {
      facts: { project: project.title },
    });
    const made = accept(
      await deps.store.projects.enrol({
        project,
        numberOf: (sequence) => projectNumber(deps.site.city.projectNumbers, { ...own, sequence }),
        given: givenNumber(number, own, deps.site.city),
        also: async (numbered) => [
          deed,
          ...(await tellAuthor(
            numbered,
            "proposal/admitted",
            admittedFacts(cycle, numbered),
            receivedAt,
            deps,
          )),
        ],
      }),
    );
    const reply = created(
      routes.getProject,
      { cycleId: cycle.id, projectId: made.id },
      staffProject(made, cycle),
    );
    return { ...reply, headers: { ...reply.headers, etag: versionTag(made.version) } };
  },
});
