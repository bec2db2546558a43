import { z } from "zod";
import { checkUnmoved } from "../../shared/acts/as-published.ts";
import { restOfWithdrawn } from "../../shared/acts/rest-of-withdrawn.ts";
import { tellAuthor } from "../../shared/acts/tell-author.ts";
import { wakeOverdue } from "../../shared/acts/wake.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { AuthorProof } from "../../shared/domain/ids.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { decideWithdrawal } from "../../shared/domain/project/withdrawal.ts";
import { accept, existing, type Result } from "../../shared/domain/result.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { BACKOFF, retry } from "../../shared/store/retry.ts";
import { routes } from "../routes.ts";
import { checkProof, ProjectPath, projectOf } from "./project-of.ts";
import { PublicProject, publicProject } from "./views.ts";

interface Withdrawing {
  readonly cycle: Cycle;
  readonly project: Project;
  readonly at: Instant;
}

const withdrawOnce = async ({ cycle, project, at }: Withdrawing, deps: Deps): Promise<Result<Project>> => {
  const when = decideWithdrawal(cycle, project, "author");
  if (!when.ok) return when;
  const unmoved = await checkUnmoved(project, deps);
  if (!unmoved.ok) return unmoved;
  const facts = { by: "author", reason: null, legalBasis: null } as const;
  const letters = await tellAuthor(project, "proposal/withdrawn", facts, at, deps);
  const rest = await restOfWithdrawn(project, at, deps);
  return deps.store.projects.move(project, "withdraw", { at }, [...letters, ...rest]);
};

/** The author takes a proposal back, until the list is frozen, whatever the office does about it in that moment. */
export const withdrawByAuthor = async (
  { cycle, project: read, at }: Withdrawing,
  deps: Deps,
): Promise<Result<Project>> => {
  let project: Project | undefined = read;
  const out = await retry(BACKOFF.reading, async () => {
    project ??= existing(await deps.store.projects.get(read.cycleId, read.id));
    const done = await withdrawOnce({ cycle, project, at }, deps);
    if (done.ok || done.refusal.code !== "request/changed-since") return done;
    project = undefined;
    return "again";
  });
  if (out.ok) await wakeOverdue(cycle, at, deps);
  return out;
};

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
