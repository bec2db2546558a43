import { checkVersion } from "../../shared/acts/cycle-of.ts";
import { wakeOverdue } from "../../shared/acts/wake.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { accept, type Result } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../shared/platform/endpoint.ts";
import { ok, type Reply, versionTag } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { Admission, type Case, decideAdmission, decideFormally, FormalCheck } from "./decisions.ts";
import { ProjectPath, projectOf } from "./project-of.ts";
import { StaffProject, staffProject } from "./views.ts";
import { OfficeWithdrawal, withdrawByOffice } from "./withdraw.ts";

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
  return ok(staffProject(after, cycle), { etag: versionTag(after.version) });
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

export const postOfficeWithdrawal = endpoint(routes.postOfficeWithdrawal, {
  summary: "Take a project out, before the list is frozen or after the vote",
  description:
    "From the freeze to the close of the vote nothing is taken out: every ballot shows the same list. Afterwards, until the result is " +
    `published, the count is done again without the project. ${IF_MATCH}`,
  params: ProjectPath,
  body: OfficeWithdrawal,
  replies: { 200: StaffProject },
  handle: (request, deps) => decided(request, withdrawByOffice, deps),
});
