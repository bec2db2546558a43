/** An answer to a call to correct: by its author behind the link, or as a clerk keys it. */
import type { z } from "zod";
import { answersFrom, typedFrom, wholeForm } from "../../../shared/acts/answer-fields.ts";
import { audited } from "../../../shared/acts/audited.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { LocalMoment, localMoment } from "../../../shared/domain/local-moment.ts";
import { answersIn } from "../../../shared/domain/project/answers.ts";
import type { Task } from "../../../shared/domain/project/draft.ts";
import type { Project } from "../../../shared/domain/project/project.ts";
import { existing, type Result } from "../../../shared/domain/result.ts";
import { mayBeEmpty } from "../../../shared/domain/text.ts";
import { type FormState, formState, offersTaken } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { questionsOf, sayIn } from "../../../shared/pages/proposals/questions.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { statusOf } from "../../../shared/platform/problem.ts";
import { correctionView } from "../../../shared/subjects/checks/correction-pages.ts";
import {
  ANSWERABLE,
  answerCall,
  answeredBy,
  Message,
  openCall,
} from "../../../shared/subjects/checks/corrections.ts";
import { routes } from "../../routes.ts";
import { AuthorPath, ownProjectOf, ProjectPath, projectOf } from "../project-of.ts";
import { faultyState } from "./fields.ts";
import { categoryChoices, poolName } from "./models.ts";
import { stateRefused } from "./refused-answers.ts";

/** Who stands behind it and its pool stay as they are. */
const TASKS = ["idea", "place", "cost"] as const satisfies readonly Task[];

const Form = wholeForm({ message: Message });
const KeyedForm = wholeForm({ message: Message, arrivedAt: mayBeEmpty(LocalMoment) });
type Said = z.infer<typeof KeyedForm> | z.infer<typeof Form>;

interface Case {
  readonly cycle: Cycle;
  readonly project: Project;
}

interface Door {
  readonly isKeyed: boolean;
  readonly back: string;
}

const page = async (
  request: Request,
  { cycle, project }: Case,
  { isKeyed, back }: Door,
  state: FormState,
  deps: Deps,
  status = 200,
): Promise<Reply> => {
  const { language } = request;
  const card = await openCall(project, deps, ANSWERABLE[isKeyed ? "clerk" : "author"]);
  const model = {
    number: project.number,
    call: existing(card?.calls.at(-1)),
    questions: TASKS.flatMap((task) => questionsOf(cycle, task, request)),
    choices: {
      pools: [],
      categories: categoryChoices(cycle, language),
      fixedPool: poolName(cycle, project.pool, language),
      guardianBelowAge: 0,
    },
    isKeyed,
    state,
    back,
  };
  return view(correctionView(frameIn(request, cycle), model), status);
};

const fresh = (request: Request, { project }: Case): FormState =>
  formState(request.words, { typed: typedFrom(answersIn(project)) });

const faulty = (
  request: Request,
  issues: Parameters<typeof faultyState>[1]["issues"],
  typed: unknown,
): FormState => faultyState(request.words, { typed: offersTaken(typed), issues, say: sayIn(request.words) });

/** Takes what was posted, or shows it again: with more lines, or with what is wrong. */
const answered = async (
  request: Request,
  one: Case,
  door: Door,
  {
    body,
    take,
  }: {
    readonly body: Said;
    readonly take: (said: Parameters<typeof answerCall>[1]) => Promise<Result<unknown>>;
  },
  deps: Deps,
): Promise<Reply> => {
  const answers = answersFrom(body, ...TASKS);
  const { message } = body;
  const arrivedAt = "arrivedAt" in body && body.arrivedAt ? localMoment(body.arrivedAt) : undefined;
  const typed = { ...typedFrom(answers), message, arrivedAt };
  if (body.act === "more") return page(request, one, door, formState(request.words, { typed }), deps);
  const outcome = await take({ content: answeredBy(answers), message, place: "" });
  if (outcome.ok) return seeOther(link(request, door.back));
  const state = stateRefused(request, { ...one, task: "cost" }, outcome.refusal, typed);
  return page(request, one, door, state, deps, statusOf(outcome.refusal));
};

const behind = (request: Request<AuthorPath>, deps: Deps): Promise<Case> =>
  ownProjectOf(request.params, deps);

const byAuthor = ({ params }: Request<AuthorPath>): Door => ({
  isKeyed: false,
  back: pathTo("author", params),
});

export const getCorrectionForm = endpoint(routes.getCorrectionForm, {
  summary: "What an author is asked to put right",
  params: AuthorPath,
  handle: async (request, deps) => {
    const one = await behind(request, deps);
    return page(request, one, byAuthor(request), fresh(request, one), deps);
  },
});

export const postCorrectionForm = endpoint(routes.postCorrectionForm, {
  summary: "Answer a call to correct",
  params: AuthorPath,
  body: Form,
  hasSteps: true,
  invalid: async (issues, typed, request, deps) =>
    page(request, await behind(request, deps), byAuthor(request), faulty(request, issues, typed), deps, 422),
  handle: async (request, deps) => {
    const { body, receivedAt: at } = request;
    const one = await behind(request, deps);
    const take = (said: Parameters<typeof answerCall>[1]) =>
      answerCall({ ...one, at, by: "author" }, said, deps);
    return answered(request, one, byAuthor(request), { body, take }, deps);
  },
});

type OfCase = StaffRequest<z.infer<typeof ProjectPath>>;

/** A clerk comes from the register, a verifier from the case. */
const byClerk = ({ params, actor }: OfCase, { project: { register } }: Case): Door => {
  const { cycleId } = params;
  const seesCase = actor.roles.includes("verifier") || !register;
  const back = seesCase
    ? pathTo("officeProposal", params)
    : pathTo("officeEntry", { cycleId, number: String(register.number) });
  return { isKeyed: true, back };
};

export const getOfficeCorrection = endpoint(routes.getOfficeCorrection, {
  summary: "Where a clerk keys an author's answer to a call to correct",
  params: ProjectPath,
  handle: async (request, deps) => {
    const one = await projectOf(request.params, deps);
    return page(request, one, byClerk(request, one), fresh(request, one), deps);
  },
});

export const postOfficeCorrection = endpoint(routes.postOfficeCorrection, {
  summary: "Key an author's answer to a call to correct that came on paper",
  params: ProjectPath,
  body: KeyedForm,
  hasSteps: true,
  invalid: async (issues, typed, request, deps) => {
    const one = await projectOf(request.params, deps);
    return page(request, one, byClerk(request, one), faulty(request, issues, typed), deps, 422);
  },
  handle: async (request, deps) => {
    const { body, receivedAt: at } = request;
    const one = await projectOf(request.params, deps);
    const also = [audited({ ...request, route: routes.postStaffCorrections }, one.project.id)];
    const { arrivedAt } = body;
    const take = (said: Parameters<typeof answerCall>[1]) =>
      answerCall({ ...one, at, by: "clerk", arrivedAt, also }, said, deps);
    return answered(request, one, byClerk(request, one), { body, take }, deps);
  },
});
