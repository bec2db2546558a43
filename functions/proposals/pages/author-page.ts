import type { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { isLocked } from "../../../shared/domain/cycle/cycle.ts";
import { decideWithdrawal } from "../../../shared/domain/project/withdrawal.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { link } from "../../../shared/pages/layout.ts";
import { authorView, unconfirmedView, withdrawalView } from "../../../shared/pages/proposals/author.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { checkProof, ProjectPath, rivalsOf } from "../project-of.ts";
import { confirmBy, enrolProposal } from "../submit-proposal.ts";
import { AuthorProof, withdrawByAuthor } from "../withdraw.ts";
import { projectPageModel } from "./models.ts";

const AuthorPath = ProjectPath.extend({ proof: AuthorProof });
type AuthorPath = z.infer<typeof AuthorPath>;

/** The project behind an author's link, or else the draft that still waits for its confirmation. */
const behind = async ({ cycleId, projectId, proof }: AuthorPath, deps: Deps) => {
  await checkProof(projectId, proof, deps);
  const cycle = await cycleOf(cycleId, deps);
  const project = await deps.store.projects.get(cycleId, projectId);
  if (project) return { cycle, project };
  const draft = await deps.store.drafts.get(cycleId, projectId, deps.system.now());
  // The link is right, so there was a draft, and its day is over.
  if (!draft) throw new Refused(refusal("thing/gone", {}));
  return { cycle, draft };
};

export const getAuthorPage = endpoint(routes.getAuthorPage, {
  summary: "An author's own page",
  params: AuthorPath,
  handle: async (request, deps) => {
    const { cycle, project, draft } = await behind(request.params, deps);
    const frame = frameIn(request, cycle);
    if (draft) return view(unconfirmedView(frame, { ...draft.proposal, confirmBy: confirmBy(draft) }));
    const rivals = await rivalsOf(cycle, project.id, deps);
    return view(
      authorView(frame, {
        project: projectPageModel({ cycle, project, rivals }, request.language),
        siteUrl: deps.site.url,
        mayWithdraw: decideWithdrawal(cycle, project, "author").ok,
      }),
    );
  },
});

export const postConfirmation = endpoint(routes.postConfirmation, {
  summary: "Confirm a proposal that came without a proved address",
  params: AuthorPath,
  handle: async (request, deps) => {
    const { cycle, draft } = await behind(request.params, deps);
    // It came in time; the office takes it until the list is frozen. A second press finds the project made by the first.
    if (draft && isLocked(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
    if (draft) accept(await enrolProposal(draft, cycle, deps));
    return seeOther(link(request, request.path));
  },
});

export const getWithdrawalForm = endpoint(routes.getWithdrawalForm, {
  summary: "Ask an author whether to withdraw",
  params: AuthorPath,
  handle: async (request, deps) => {
    const { cycle, project } = await behind(request.params, deps);
    if (!project) throw new Refused(refusal("thing/not-found", {}));
    accept(decideWithdrawal(cycle, project, "author"));
    return view(withdrawalView(frameIn(request, cycle), project));
  },
});

export const postWithdrawalForm = endpoint(routes.postWithdrawalForm, {
  summary: "Withdraw a proposal",
  params: AuthorPath,
  handle: async (request, deps) => {
    const { cycle, project } = await behind(request.params, deps);
    if (!project) throw new Refused(refusal("thing/not-found", {}));
    // Pressed twice, it is withdrawn once.
    if (project.status !== "withdrawn")
      accept(await withdrawByAuthor({ cycle, project, at: request.receivedAt }, deps));
    return seeOther(link(request, request.path.replace(/\/wycofaj$/, "")));
  },
});
