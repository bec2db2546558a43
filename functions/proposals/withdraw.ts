import { z } from "zod";
import { audited } from "../../shared/acts/audited.ts";
import { tellAuthor } from "../../shared/acts/author-links.ts";
import { wake, wakeOverdue } from "../../shared/acts/wake.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { decideWithdrawal } from "../../shared/domain/project/withdrawal.ts";
import { accept, ok, type Result } from "../../shared/domain/result.ts";
import { line, paragraphs } from "../../shared/domain/text.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import type { Case } from "./decisions.ts";
import { checkProof, ProjectPath, projectOf } from "./project-of.ts";
import { PublicProject, publicProject } from "./views.ts";

export const OfficeWithdrawal = z
  .strictObject({ reason: paragraphs(1000), legalBasis: line(300) })
  .meta({ id: "OfficeWithdrawal", description: "Residents read both" });
export type OfficeWithdrawal = z.infer<typeof OfficeWithdrawal>;

/** The author takes a proposal back, until the list is frozen. */
export const withdrawByAuthor = async (
  { cycle, project, at }: { readonly cycle: Cycle; readonly project: Project; readonly at: Instant },
  deps: Deps,
): Promise<Result<Project>> => {
  const when = decideWithdrawal(cycle, project, "author");
  if (!when.ok) return when;
  const facts = { by: "author", reason: null, legalBasis: null } as const;
  const letters = await tellAuthor(project, "proposal/withdrawn", facts, at, deps);
  const out = await deps.store.projects.move(project, "withdraw", { at }, letters);
  if (out.ok) await wakeOverdue(cycle, at, deps);
  return out;
};

/** The last part of the path of the author's page, as the letters carry it. */
export const AuthorProof = z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/);

export const postWithdrawal = endpoint(routes.postWithdrawal, {
  summary: "Withdraw a proposal, by the author's link",
  description:
    "Until the ballot list is frozen. `proof` is the last part of the link in the author's letters.",
  params: ProjectPath,
  body: z.strictObject({ proof: AuthorProof }),
  replies: { 200: PublicProject },
  handle: async ({ params, body, receivedAt }, deps) => {
    await checkProof(params.projectId, body.proof, deps);
    const { cycle, project } = await projectOf(params, deps);
    const after = accept(await withdrawByAuthor({ cycle, project, at: receivedAt }, deps));
    return json(publicProject(after, cycle));
  },
});

/**
 * The office takes a project out: before the freeze, or after the vote, when the count is done again without it. The second kind is a change
 * of the cycle, so that no result that was being published meanwhile leaves with the project in it.
 */
export const withdrawByOffice = async (
  { request, cycle, project }: Case,
  { reason, legalBasis }: OfficeWithdrawal,
  deps: Deps,
): Promise<Result<Project>> => {
  const when = decideWithdrawal(cycle, project, "office");
  if (!when.ok) return when;
  const { store } = deps;
  const at = request.receivedAt;
  const facts = { by: "office", reason, legalBasis } as const;
  const also = [
    audited({ ...request, route: routes.postOfficeWithdrawal }, project.id, {
      reason,
      facts: { legalBasis, when: when.value },
    }),
    ...(await tellAuthor(project, "proposal/withdrawn", facts, at, deps)),
  ];
  if (when.value === "before-freeze")
    return store.projects.move(project, "withdraw", { at, reason, set: { reason, legalBasis } }, also);
  const out = await store.projects.takenOut(project, { at, reason, legalBasis });
  const changed = await store.cycles.change(cycle, {}, [out.write, ...also]);
  if (!changed.ok) return changed;
  await wake(changed.value, deps);
  return ok(out.project);
};
