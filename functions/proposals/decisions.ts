import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { tellAuthor } from "../../shared/acts/author-links.ts";
import { checkVersion } from "../../shared/acts/cycle-of.ts";
import { wakeOverdue } from "../../shared/acts/wake.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { Grosze } from "../../shared/domain/money.ts";
import { workOfProject } from "../../shared/domain/office/edition-work.ts";
import { appealUntil } from "../../shared/domain/project/appeal.ts";
import { checkPhase, checkSupporters } from "../../shared/domain/project/decision.ts";
import { costOf, type Project } from "../../shared/domain/project/project.ts";
import { checkCost } from "../../shared/domain/project/proposal.ts";
import { accept, type Result } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../shared/platform/endpoint.ts";
import { json, type Reply, versionTag } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { ProjectPath, projectOf } from "./project-of.ts";
import { StaffProject, staffProject } from "./views.ts";

const Reasons = paragraphs(4000);

/** A resident reads the reasons: a refusal without them does not exist. */
export const FormalCheck = z
  .discriminatedUnion("result", [
    z.strictObject({ result: z.literal("accepted"), reasons: Reasons.optional() }),
    z.strictObject({ result: z.literal("rejected"), reasons: Reasons }),
  ])
  .meta({ id: "FormalCheck" });
export type FormalCheck = z.infer<typeof FormalCheck>;

export const Admission = z
  .discriminatedUnion("result", [
    z.strictObject({ result: z.literal("admitted"), costGrosze: Grosze.min(1), reasons: Reasons.optional() }),
    z.strictObject({ result: z.literal("not-admitted"), reasons: Reasons }),
  ])
  .meta({ id: "Admission" });
export type Admission = z.infer<typeof Admission>;

export interface Case {
  readonly request: Deed;
  readonly cycle: Cycle;
  readonly project: Project;
}

export const decideFormally = async (
  { request, cycle, project }: Case,
  { result, reasons }: FormalCheck,
  deps: Deps,
): Promise<Result<Project>> => {
  const inTime = checkPhase("formal-check", cycle);
  if (!inTime.ok) return inTime;
  const backed = checkSupporters(cycle, project);
  if (result === "accepted" && !backed.ok) return backed;
  const at = request.receivedAt;
  const deed = audited({ ...request, route: routes.postFormalCheck }, project.id, {
    ...(reasons !== undefined && { reason: reasons }),
    facts: { result },
  });
  const { move } = deps.store.projects;
  if (result === "accepted")
    return move(
      project,
      "accept-formally",
      { at, reason: reasons, work: workOfProject({ ...project, status: "formally-accepted" }, cycle, at) },
      [deed, ...(await tellAuthor(project, "proposal/accepted", {}, at, deps))],
    );
  const facts = { reasons, appealUntil: appealUntil(cycle, at) };
  return move(project, "reject", { at, reason: reasons, set: { reason: reasons } }, [
    deed,
    ...(await tellAuthor(project, "proposal/rejected", facts, at, deps)),
  ]);
};

/** What the letter about an admission tells: the cost, verified beside estimated, and when the vote is. */
export const admittedFacts = ({ calendar }: Cycle, project: Project) => {
  const voting = entryOf(calendar, "voting");
  return {
    estimatedCostGrosze: project.estimatedCostGrosze,
    costGrosze: costOf(project),
    reasons: null,
    voting: voting ? { startsAt: voting.startsAt, endsAt: voting.endsAt } : null,
  };
};

export const decideAdmission = async (
  { request, cycle, project }: Case,
  admission: Admission,
  deps: Deps,
): Promise<Result<Project>> => {
  const inTime = checkPhase("admission", cycle);
  if (!inTime.ok) return inTime;
  const at = request.receivedAt;
  const { result, reasons } = admission;
  const cost = result === "admitted" ? { cost: admission.costGrosze } : {};
  const deed = audited({ ...request, route: routes.postAdmission }, project.id, {
    ...(reasons !== undefined && { reason: reasons }),
    facts: { result, ...cost },
  });
  const { move } = deps.store.projects;
  if (admission.result === "not-admitted") {
    const facts = { reasons: admission.reasons, appealUntil: appealUntil(cycle, at) };
    return move(project, "not-admit", { at, reason: reasons, set: { reason: admission.reasons } }, [
      deed,
      ...(await tellAuthor(project, "proposal/not-admitted", facts, at, deps)),
    ]);
  }
  const { costGrosze } = admission;
  const fits = checkCost(cycle, project.pool, { grosze: costGrosze, pointer: "/costGrosze" });
  if (!fits.ok) return fits;
  const facts = { ...admittedFacts(cycle, { ...project, costGrosze }), reasons: reasons ?? null };
  return move(project, "admit", { at, reason: reasons, set: { costGrosze } }, [
    deed,
    ...(await tellAuthor(project, "proposal/admitted", facts, at, deps)),
  ]);
};

/**
 * A decision is a condition of its write: from the status that allows it, and from the version that was read. Who sends If-Match also says
 * which version they saw.
 */
const decided = async <B>(
  request: StaffRequest<ProjectPath, undefined, B>,
  decide: (one: Case, body: B, deps: Deps) => Promise<Result<Project>>,
  deps: Deps,
): Promise<Reply> => {
  const { cycle, project } = await projectOf(request.params, deps);
  if (request.header("if-match") !== undefined) checkVersion(request, project);
  const after = accept(await decide({ request, cycle, project }, request.body, deps));
  await wakeOverdue(cycle, request.receivedAt, deps);
  return json(staffProject(after, cycle), { etag: versionTag(after.version) });
};

const IF_MATCH = "If-Match may name the version that was read; without it the status alone decides.";

export const postFormalCheck = endpoint(routes.postFormalCheck, {
  summary: "Accept a proposal formally, or reject it with reasons",
  description:
    "In the phase of the formal check. It ends positively only with as many confirmed supporters as the edition asks for. The author is told " +
    `by mail. ${IF_MATCH}`,
  params: ProjectPath,
  body: FormalCheck,
  replies: { 200: StaffProject },
  handle: (request, deps) => decided(request, decideFormally, deps),
});

export const postAdmission = endpoint(routes.postAdmission, {
  summary: "Put a project on the ballot list with its verified cost, or not, with reasons",
  description:
    "In the phase of the merit check. The verified cost is within the cap of the pool; the vote goes by it. " +
    IF_MATCH,
  params: ProjectPath,
  body: Admission,
  replies: { 200: StaffProject },
  handle: (request, deps) => decided(request, decideAdmission, deps),
});
