import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { type Issue, refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import { Email } from "../../domain/text.ts";
import { type Fault, formState } from "../../pages/components/form-state.ts";
import type { Html } from "../../pages/html.ts";
import { link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { type Reply, view } from "../../platform/http.ts";
import { detailOf, statusOf } from "../../platform/problem.ts";
import {
  type Answering,
  askedOf,
  CACHE,
  checkOpen,
  faultsAt,
  give,
  linkedPerson,
  mailCopy,
  personOf,
  publishedSurvey,
  type Read,
  readAnswers,
  SurveyPath,
  sendLink,
  TypedForm,
  typedAnswers,
} from "./answering.ts";
import {
  addressForm,
  checkView,
  linkSentView,
  questionView,
  startForm,
  surveysView,
  surveyView,
  thanksView,
  wordsIn,
} from "./pages.ts";
import { at, journeyRows as rows } from "./rows.ts";
import { type Asked, areResultsSeen, type Survey, surveyStateAt } from "./rules.ts";
import { surveysOf } from "./writing.ts";

type TypedRequest = Request<SurveyPath, unknown, z.infer<typeof TypedForm>> & Answering;

/** Where an answer is given: at the survey itself, or behind the link that proved an address. */
interface Way {
  readonly action: string;
  readonly person?: string;
}

/** What somebody wants next: another question, all answers once more, or to be done. */
const goOn = async (
  request: TypedRequest,
  survey: Survey,
  { action, person }: Way,
  deps: Deps,
): Promise<Reply> => {
  const { body: typed, words } = request;
  const { districts } = deps.site.city;
  const frame = frameOf(request);
  const asked = askedOf(survey.questions, typed);
  const isChanged = typed.revision !== undefined && typed.revision !== String(survey.revision);
  /** Whoever changes an answer has seen them all: after it they stand there once more. */
  const isAgain = typed.show !== undefined || typed.then === "check";
  const step = (faults: readonly Fault[] = []) => ({
    survey,
    action,
    key: request.key ?? formKey(deps),
    state: formState(words, { typed, faults }),
  });
  const faultsOf = (issues: readonly Issue[]): Fault[] => faultsAt(survey.questions, issues, request);
  const ask = (question: Asked, issues: readonly Issue[] = []): Reply => {
    const shown = { question, asked, districts, isChanged, isAgain };
    const own = issues.filter(({ pointer }) => pointer.split("/")[1] === question.id);
    const page = view(questionView(frame, step(faultsOf(own)), shown), own.length > 0 ? 422 : 200);
    return { ...page, issues: own, isStep: true };
  };
  const [first] = asked;
  if (!first) throw new Refused(refusal("thing/not-found", {}));
  /** All answers to what is asked, or the first question whose answer is missing or wrong. */
  const whole = (): Read | Reply => {
    const read = readAnswers(survey.questions, typedAnswers(asked, typed), deps);
    if (read.issues.length === 0) return read;
    const faulty = asked.find(({ id }) => read.issues.some(({ pointer }) => pointer.split("/")[1] === id));
    return ask(faulty ?? first, read.issues);
  };
  const check = ({ answers }: Read, faults: readonly Fault[] = [], status = 200): Reply => ({
    ...view(
      checkView(frame, step(faults), { asked, answers, districts, takesCopy: person !== undefined }),
      status,
    ),
    isStep: true,
  });

  const place = asked.findIndex(({ id }) => id === typed.at);
  const here = asked[place];
  if (isChanged) return ask(first);
  const named = asked.find(({ id }) => id === typed.show);
  if (named) return ask(named);
  if (typed.go === "back") return ask(asked[place - 1] ?? first);
  if (typed.go === "next" && here) {
    const { issues } = readAnswers([{ ...here, after: null }], typedAnswers([here], typed), deps);
    if (issues.length > 0) return ask(here, issues);
    const rest = asked.slice(place + 1);
    const isNew = (one: Asked) => one.after !== null && typedAnswers([one], typed)[one.id] === undefined;
    const next = isAgain ? rest.find(isNew) : rest[0];
    if (next) return ask(next);
  } else if (typed.go !== "send") return ask(first);

  const read = whole();
  if ("status" in read) return read;
  if (typed.go !== "send") return check(read);
  const copyTo =
    typeof typed.copyTo === "string" && typed.copyTo.trim() !== ""
      ? Email.safeParse(typed.copyTo)
      : undefined;
  const isOwn =
    copyTo === undefined || (copyTo.success && (await personOf(survey.id, copyTo.data, deps)) === person);
  if (!isOwn) return check(read, [{ field: "copyTo", text: wordsIn(request.language).otherAddress }], 422);
  const giving = { survey, answers: read.answers, person };
  const outcome = await give(giving, request, deps);
  if (!outcome.ok)
    return check(
      read,
      [{ field: "main", text: detailOf(outcome.refusal, request.words) }],
      statusOf(outcome.refusal),
    );
  const copy = copyTo?.data === undefined ? undefined : await mailCopy(giving, copyTo.data, request, deps);
  return view(thanksView(frame, survey, { asked, answers: read.answers, districts, copy }));
};

/** The page of a survey: how one begins, or where one says to which address the link goes. */
const startPage = (
  request: Request<SurveyPath>,
  survey: Survey,
  deps: Deps,
  faults: readonly Fault[] = [],
  status = 200,
): Reply => {
  const frame = frameOf(request);
  const now = request.receivedAt;
  const action = link(frame, addressAt(at.survey, { surveyId: survey.id }));
  const key = request.key ?? formKey(deps);
  const state = formState(request.words, { typed: request.body, faults });
  const start: Html =
    survey.access === "address"
      ? addressForm(frame, state, action, key)
      : startForm(frame, { survey, action, key, state });
  return view(
    surveyView(frame, survey, { now, start, areResultsSeen: areResultsSeen(survey, now), typed: state }),
    status,
  );
};

export const getSurveysPage = endpoint(rows.getSurveysPage, {
  summary: "Surveys of residents",
  cache: CACHE,
  handle: async (request, deps) => {
    const now = request.receivedAt;
    const published = (await surveysOf(deps).all()).filter(({ publishedAt }) => publishedAt !== undefined);
    const rank = (one: Survey) => ["open", "announced", "ended", "final"].indexOf(surveyStateAt(one, now));
    const ordered = published.toSorted((a, b) => rank(a) - rank(b) || (a.endsAt < b.endsAt ? 1 : -1));
    return view(surveysView(frameOf(request), ordered, now));
  },
});

export const getSurveyPage = endpoint(rows.getSurveyPage, {
  summary: "A survey: what it is about, and its start",
  params: SurveyPath,
  handle: async (request, deps) => startPage(request, await publishedSurvey(request.params, deps), deps),
});

export const postSurveyPage = endpoint(rows.postSurveyPage, {
  summary: "Answer a survey, a question a page; or ask for its link",
  params: SurveyPath,
  hasSteps: true,
  body: TypedForm,
  handle: async (request, deps) => {
    const survey = await publishedSurvey(request.params, deps);
    if (survey.access === "anonymous") {
      const action = link(frameOf(request), addressAt(at.survey, { surveyId: survey.id }));
      accept(checkOpen(survey, request));
      return goOn(request, survey, { action }, deps);
    }
    const email = Email.safeParse(request.body.email);
    const fault = (text: string) => [{ field: "email", text }];
    if (!email.success) return startPage(request, survey, deps, fault(request.words.issues.email("")), 422);
    const sent = await sendLink(survey, email.data, request, deps);
    if (sent.ok) return view(linkSentView(frameOf(request), survey));
    return startPage(
      request,
      survey,
      deps,
      fault(detailOf(sent.refusal, request.words)),
      statusOf(sent.refusal),
    );
  },
});

const LinkPath = SurveyPath.extend({ token: z.string().max(2000) });

const linkWay = async (request: Request<z.infer<typeof LinkPath>>, deps: Deps) => {
  const { surveyId, token } = request.params;
  const survey = await publishedSurvey({ surveyId }, deps);
  const person = await linkedPerson(surveyId, token, deps);
  accept(checkOpen(survey, request));
  return {
    survey,
    way: { action: link(frameOf(request), addressAt(at.surveyLink, { surveyId, token })), person },
  };
};

export const getSurveyLink = endpoint(rows.getSurveyLink, {
  summary: "A survey behind the link that proved an address",
  params: LinkPath,
  handle: async (request, deps) => {
    const { survey, way } = await linkWay(request, deps);
    const frame = frameOf(request);
    const step = { survey, action: way.action, key: formKey(deps), state: formState(request.words) };
    const now = request.receivedAt;
    const start = startForm(frame, step);
    return view(
      surveyView(frame, survey, {
        now,
        start,
        areResultsSeen: areResultsSeen(survey, now),
        typed: step.state,
      }),
    );
  },
});

export const postSurveyLink = endpoint(rows.postSurveyLink, {
  summary: "Answer a survey once from a proved address",
  params: LinkPath,
  hasSteps: true,
  body: TypedForm,
  handle: async (request, deps) => {
    const { survey, way } = await linkWay(request, deps);
    return goOn(request, survey, way, deps);
  },
});
