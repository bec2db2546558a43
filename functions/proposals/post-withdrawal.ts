import { z } from "zod";
import { accept } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { checkProof, ProjectPath, projectOf } from "./project-of.ts";
import { PublicProject, publicProject } from "./views.ts";
import { withdrawByAuthor } from "./withdraw.ts";

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
    return ok(publicProject(after, cycle));
  },
});
