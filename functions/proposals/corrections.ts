import type { z } from "zod";
import { audited } from "../../shared/acts/audited.ts";
import { AuthorProof } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import {
  answerCall,
  Corrections,
  changedBy,
  KeyedCorrections,
} from "../../shared/subjects/checks/corrections.ts";
import { routes } from "../routes.ts";
import { ownProjectOf, ProjectPath, projectOf } from "./project-of.ts";
import { PublicProject, publicProject, StaffProject, staffProject } from "./views.ts";

const answerIn = ({ changes, message }: Pick<z.infer<typeof Corrections>, "changes" | "message">) => ({
  content: changedBy(changes),
  message,
  place: "/changes",
});

export const postCorrections = endpoint(routes.postCorrections, {
  summary: "Answer a call to correct, by the author's link",
  description:
    "Until the end of the call: 409 `project/call-over` afterwards. What is left out of `changes` stays as it is.",
  params: ProjectPath,
  body: Corrections.extend({ proof: AuthorProof }).meta({ id: "Corrections" }),
  replies: { 200: PublicProject },
  handle: async ({ params, body, receivedAt: at }, deps) => {
    const { cycle, project } = await ownProjectOf({ ...params, proof: body.proof }, deps);
    const after = accept(await answerCall({ cycle, project, at, by: "author" }, answerIn(body), deps));
    return json(publicProject(after, cycle));
  },
});

export const postStaffCorrections = endpoint(routes.postStaffCorrections, {
  summary: "Key in an author's answer to a call to correct that came on paper",
  description: "What came before the end of the call counts, also when it is keyed after it.",
  params: ProjectPath,
  body: KeyedCorrections.meta({ id: "StaffCorrections" }),
  replies: { 200: StaffProject },
  handle: async ({ params, body, ...request }, deps) => {
    const { cycle, project } = await projectOf(params, deps);
    const also = [audited(request, project.id)];
    const { receivedAt: at } = request;
    const asked = { cycle, project, at, by: "clerk", arrivedAt: body.arrivedAt, also } as const;
    return json(staffProject(accept(await answerCall(asked, answerIn(body), deps)), cycle));
  },
});
