import { pathTo } from "../../shared/domain/addresses.ts";
import { stateOf } from "../../shared/domain/project/merging.ts";
import { accept } from "../../shared/domain/result.ts";
import { type FormState, formState } from "../../shared/pages/components/form-state.ts";
import { link } from "../../shared/pages/layout.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../shared/platform/endpoint.ts";
import { frameIn } from "../../shared/platform/frame.ts";
import { json, seeOther, view } from "../../shared/platform/http.ts";
import { statusOf } from "../../shared/platform/problem.ts";
import { answerMerging, mergingInto } from "../../shared/subjects/merging/answering.ts";
import { askView, said } from "../../shared/subjects/merging/pages.ts";
import { mayAsk, proposeMerging } from "../../shared/subjects/merging/proposing.ts";
import {
  AnsweredMerging,
  AuthorMerging,
  MergingAnswer,
  MergingAnswerForm,
  NewAuthorMerging,
} from "../../shared/subjects/merging/rules.ts";
import { routes } from "../routes.ts";
import { faultyState, refusedState } from "./pages/fields.ts";
import { AuthorPath, checkProof, ownProjectOf, ProjectPath, projectOf } from "./project-of.ts";

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

/** A proposal whose author asks: co-authors answer for it, and ask nobody. */
const askingOf = async (path: AuthorPath, deps: Deps) => {
  await checkProof(path.projectId, path.proof, deps);
  return projectOf(path, deps);
};

export const postAuthorMerging = endpoint(routes.postAuthorMerging, {
  summary: "Ask another author whether two proposals become one, by the author's link",
  description:
    "Theirs goes into this one, of one pool and at one stage; the other author has 14 days to answer by a mailed link, then the office confirms it. 409 " +
    "`merging/open` while a question is open, `merging/asked-enough` after three. The same request repeated sends nothing more.",
  params: ProjectPath,
  body: NewAuthorMerging,
  replies: { 200: AnsweredMerging },
  handle: async ({ params, body, receivedAt: at }, deps) => {
    const { proof, ...asked } = body;
    const own = await askingOf({ ...params, proof }, deps);
    const merging = accept(await proposeMerging(own, asked, at, deps));
    return json({ into: merging.into, state: stateOf(merging, at) });
  },
});

const askPage = async (request: Request<AuthorPath>, deps: Deps, posted?: FormState, status = 200) => {
  const own = await askingOf(request.params, deps);
  const { title, description } = own.project;
  const state = posted ?? formState(request.words, { typed: { title, description } });
  const may = posted !== undefined || (await mayAsk(own, request.receivedAt, deps));
  return view(askView(frameIn(request, own.cycle), { place: request.params, state, mayAsk: may }), status);
};

export const getAuthorMergingForm = endpoint(routes.getAuthorMergingForm, {
  summary: "Where an author asks another whether their proposals become one",
  params: AuthorPath,
  handle: (request, deps) => askPage(request, deps),
});

export const postAuthorMergingForm = endpoint(routes.postAuthorMergingForm, {
  summary: "Ask another author whether two proposals become one",
  params: AuthorPath,
  body: AuthorMerging,
  invalid: (issues, typed, request, deps) =>
    askPage(request, deps, faultyState(request.words, { typed, issues, say: said(request).ask.say }), 422),
  handle: async (request, deps) => {
    const { params, body, receivedAt: at, words } = request;
    const own = await askingOf(params, deps);
    const done = await proposeMerging(own, body, at, deps);
    if (done.ok) return seeOther(link(request, pathTo("author", params)));
    const { refusal } = done;
    const state =
      refusal.code === "request/not-valid"
        ? faultyState(words, { typed: body, issues: refusal.facts.issues, say: said(request).ask.say })
        : refusedState(words, body, refusal, "number");
    return askPage(request, deps, state, statusOf(refusal));
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
