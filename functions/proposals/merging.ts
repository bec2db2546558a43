import { pathTo } from "../../shared/domain/addresses.ts";
import { stateOf } from "../../shared/domain/project/merging.ts";
import { accept } from "../../shared/domain/result.ts";
import { link } from "../../shared/pages/layout.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json, seeOther } from "../../shared/platform/http.ts";
import { answerMerging, mergingInto } from "../../shared/subjects/merging/answering.ts";
import { AnsweredMerging, MergingAnswer, MergingAnswerForm } from "../../shared/subjects/merging/rules.ts";
import { routes } from "../routes.ts";
import { AuthorPath, ownProjectOf, ProjectPath } from "./project-of.ts";

export const postMergingAnswer = endpoint(routes.postMergingAnswer, {
  summary: "Agree or decline to have a proposal merged with others, by the author's link",
  description:
    "While its time lasts: 409 `merging/over` afterwards. When all have agreed, the office confirms it; one who declines ends it.",
  params: ProjectPath,
  body: MergingAnswer,
  replies: { 200: AnsweredMerging },
  handle: async ({ params, body, receivedAt: at }, deps) => {
    const { into, answer, proof } = body;
    const { project } = await ownProjectOf({ ...params, proof }, deps);
    const before = await mergingInto(params.cycleId, into, deps);
    const after = accept(await answerMerging(before, { id: project.id, answer, at }, deps));
    return json({ into, state: stateOf(after, at) });
  },
});

export const postMergingAnswerForm = endpoint(routes.postMergingAnswerForm, {
  summary: "Agree or decline to have a proposal merged with others",
  params: AuthorPath,
  body: MergingAnswerForm,
  handle: async (request, deps) => {
    const { params, body, receivedAt: at } = request;
    const { project } = await ownProjectOf(params, deps);
    const before = await mergingInto(params.cycleId, body.into, deps);
    accept(await answerMerging(before, { id: project.id, answer: body.answer, at }, deps));
    return seeOther(link(request, pathTo("author", params)));
  },
});
