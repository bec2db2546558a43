/** What an author asks to change, as a clerk keys it. */
import type { z } from "zod";
import { answersFrom, typedFrom, wholeForm } from "../../../shared/acts/answer-fields.ts";
import { audited } from "../../../shared/acts/audited.ts";
import { LocalMoment } from "../../../shared/domain/local-moment.ts";
import { answersIn } from "../../../shared/domain/project/answers.ts";
import { TASKS } from "../../../shared/domain/project/draft.ts";
import type { Project } from "../../../shared/domain/project/project.ts";
import { Wish, WishBy } from "../../../shared/domain/project/wish.ts";
import { notValid, refusal } from "../../../shared/domain/refusals.ts";
import { accept, type Result, refused } from "../../../shared/domain/result.ts";
import { type FormState, formState, offersTaken } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { questionsOf, sayIn } from "../../../shared/pages/proposals/questions.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { json, type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { statusOf } from "../../../shared/platform/problem.ts";
import { formOf } from "../../../shared/subjects/form-of.ts";
import { changeAtWish, WishedChange, wishedBy, wishedIn } from "../../../shared/subjects/wishes/changing.ts";
import { wordsOfWish } from "../../../shared/subjects/wishes/form.ts";
import { pathOfWishes, wishedChangeView } from "../../../shared/subjects/wishes/pages.ts";
import { routes } from "../../routes.ts";
import { ProjectPath, projectOf, type ShownProject } from "../project-of.ts";
import { StaffProject, staffProject } from "../views.ts";
import { faultyState } from "./fields.ts";
import { categoryChoices, poolName } from "./models.ts";
import { stateRefused } from "./refused-answers.ts";

type OfCase = StaffRequest<z.infer<typeof ProjectPath>>;

const arrival = formOf(Wish);
const Form = wholeForm({ arrivedBy: WishBy, arrivedAt: LocalMoment, mark: Wish.shape.mark });

export const postWishedChange = endpoint(routes.postWishedChange, {
  summary: "Change a proposal at its author's wish",
  description:
    "What came before the end of the call, while nobody has begun to check the proposal. How it came in and when stay; the history has the difference, and the author is written to.",
  params: ProjectPath,
  body: WishedChange,
  replies: { 200: StaffProject },
  handle: async (request, deps) => {
    const { params, body, receivedAt: at } = request;
    const { cycle, project } = await projectOf(params, deps);
    const record = (facts: Record<string, string>) => audited(request, project.id, { facts });
    const asked = { cycle, project, wish: body.wish, at, record, place: "/changes" };
    return json(staffProject(accept(await changeAtWish(asked, wishedBy(body.changes), deps)), cycle));
  },
});

const page = async (
  request: OfCase,
  { cycle, project }: ShownProject,
  state: FormState,
  {
    times = String(project.version),
    status = 200,
  }: { readonly times?: string; readonly status?: number } = {},
): Promise<Reply> => {
  const frame = frameIn(request, cycle);
  const { language } = request;
  // Paper may have left out what the form asks for: that is the formal check's.
  const questions = TASKS.flatMap((task) => questionsOf(cycle, task, request)).map((question) => ({
    ...question,
    isOptional: !["title", "name"].includes(question.name),
  }));
  return view(
    wishedChangeView(frame, {
      project,
      arrival: arrival.fields(state, wordsOfWish(frame)),
      questions,
      choices: {
        pools: [],
        categories: categoryChoices(cycle, language),
        fixedPool: poolName(cycle, project.pool, language),
        guardianBelowAge: 0,
      },
      times,
      state,
    }),
    status,
  );
};

export const getOfficeWishedChange = endpoint(routes.getOfficeWishedChange, {
  summary: "Where a clerk keys what an author asks to change",
  params: ProjectPath,
  handle: async (request, deps) => {
    const one = await projectOf(request.params, deps);
    accept(
      await deps.store.table.write([
        audited({ ...request, route: routes.getOfficeWishedChange }, one.project.id),
      ]),
    );
    const typed = { arrivedBy: "desk", ...typedFrom(answersIn(one.project)) };
    return page(request, one, formState(request.words, { typed }));
  },
});

export const postOfficeWishedChange = endpoint(routes.postOfficeWishedChange, {
  summary: "Change a proposal at its author's wish",
  params: ProjectPath,
  body: Form,
  hasSteps: true,
  invalid: async (issues, typed, request, deps) => {
    const say = sayIn(request.words);
    const state = faultyState(request.words, { typed: offersTaken(typed), issues, say });
    const { times } = (typed ?? {}) as { readonly times?: string };
    return page(request, await projectOf(request.params, deps), state, {
      status: 422,
      ...(times !== undefined && /^\d{1,9}$/.test(times) && { times }),
    });
  },
  handle: async (request, deps) => {
    const { body, receivedAt: at } = request;
    const one = await projectOf(request.params, deps);
    const { cycle, project } = one;
    const answers = answersFrom(body, ...TASKS);
    const { arrivedBy, arrivedAt, mark, times } = body;
    const wish = { arrivedBy, arrivedAt, mark };
    const typed = { ...typedFrom(answers), ...arrival.texts(wish) };
    if (body.act === "more") return page(request, one, formState(request.words, { typed }), { times });
    const record = (facts: Record<string, string>) =>
      audited({ ...request, route: routes.postWishedChange }, project.id, { facts });
    const lacking = (["title", "name"] as const).filter((field) => answers[field] === undefined);
    const wrong =
      lacking.length > 0
        ? notValid(lacking.map((field) => ({ pointer: `/${field}`, rule: "required" as const })))
        : Number(times) !== project.version && refusal("request/changed-since", { version: project.version });
    const outcome: Result<Project> = wrong
      ? refused(wrong)
      : await changeAtWish({ cycle, project, wish, at, record, place: "" }, wishedIn(answers), deps);
    if (outcome.ok) return seeOther(link(request, pathOfWishes(project)));
    const state = stateRefused(request, { cycle, task: "cost" }, outcome.refusal, typed);
    return page(request, one, state, { times, status: statusOf(outcome.refusal) });
  },
});
