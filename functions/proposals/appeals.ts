import { z } from "zod";
import { AuthorProof, ProjectId } from "../../shared/domain/ids.ts";
import { CheckStage } from "../../shared/domain/procedure/stages.ts";
import { accept } from "../../shared/domain/result.ts";
import { Instant } from "../../shared/domain/time.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { fileAppeal } from "../../shared/subjects/appeals/filing.ts";
import { NewAppeal } from "../../shared/subjects/appeals/rules.ts";
import { routes } from "../routes.ts";
import { ownProjectOf, ProjectPath } from "./project-of.ts";

const FiledAppeal = z
  .object({
    projectId: ProjectId,
    stage: CheckStage,
    filedAt: Instant,
    mark: z.string().meta({ description: "The case in the office's register" }),
  })
  .meta({ id: "FiledAppeal" });

export const postAppeal = endpoint(routes.postAppeal, {
  summary: "Appeal against a published verdict, by the author's link",
  description:
    "In the edition's working days from the publication of the list of that stage: 409 `appeal/over` says when they ended. One appeal a verdict, on the " +
    "criteria that were not met.",
  params: ProjectPath,
  body: NewAppeal.extend({ proof: AuthorProof }).meta({ id: "NewAppeal" }),
  replies: { 200: FiledAppeal },
  handle: async ({ params, body: { proof, ...asked }, receivedAt }, deps) => {
    const of = await ownProjectOf({ ...params, proof }, deps);
    const cameIn = { by: "online", at: receivedAt, enteredAt: receivedAt } as const;
    const { projectId, stage, filedAt, register } = accept(await fileAppeal(of, asked, cameIn, deps));
    return json({ projectId, stage, filedAt, mark: register.mark });
  },
});
