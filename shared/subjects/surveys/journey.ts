import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import { Email } from "../../domain/text.ts";
import { type Fault, formState } from "../../pages/components/form-state.ts";
import type { Html } from "../../pages/html.ts";
import { link } from "../../pages/layout.ts";
import type { Deps } from "../../platform/deps.ts";
import { endpoint, type Request } from "../../platform/endpoint.ts";
import { formKey, frameOf } from "../../platform/frame.ts";
import { type Reply, view } from "../../platform/http.ts";
import { issuesOf } from "../../platform/issues.ts";
import { detailOf, statusOf } from "../../platform/problem.ts";
import { issueText } from "../../words/refusal-words.ts";
import { CACHE, linkedPerson, publishedSurvey, SurveyPath, sendLink, TypedForm } from "./answering.ts";
import { addressForm, answeredView, linkSentView, startLink, surveysView, surveyView } from "./pages.ts";
import { at, journeyRows as rows } from "./rows.ts";
import { areResultsSeen, type Survey, surveyStateAt } from "./rules.ts";
import { draftOf, goOn, openStep, StepQuery, type Way } from "./steps.ts";
import { surveysOf } from "./writing.ts";

/** The page of a survey: how one begins, or where one says to which address the link goes. */
const startPage = (
  request: Request<SurveyPath>,
  survey: Survey,
  start: Html,
  { faults = [], status = 200 }: { readonly faults?: readonly Fault[]; readonly status?: number } = {},
): Reply => {
  const now = request.receivedAt;
  const typed = formState(request.words, { typed: request.body, faults });
  const shown = { now, start, areResultsSeen: areResultsSeen(survey, now), typed };
  return view(surveyView(frameOf(request), survey, shown), status);
};

/** The page of a survey that takes one answer an address: where its link goes. */
const addressPage = (
  request: Request<SurveyPath>,
  survey: Survey,
  deps: Deps,
  faults: readonly Fault[] = [],
  status = 200,
): Reply => {
  const frame = frameOf(request);
  const action = link(frame, addressAt(at.survey, { surveyId: survey.id }));
  const state = formState(request.words, { typed: request.body, faults });
  const start = addressForm(frame, state, action, request.key ?? formKey(deps));
  return startPage(request, survey, start, { faults, status });
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
  cache: CACHE,
  handle: async (request, deps) => {
    const survey = await publishedSurvey(request.params, deps);
    if (survey.access === "address") return addressPage(request, survey, deps);
    const frame = frameOf(request);
    const first = link(frame, addressAt(at.surveyAnswer, { surveyId: survey.id }));
    return startPage(request, survey, startLink(frame, first));
  },
});

export const postSurveyPage = endpoint(rows.postSurveyPage, {
  summary: "Ask for the link to a survey that takes one answer an address",
  params: SurveyPath,
  body: TypedForm,
  handle: async (request, deps) => {
    const survey = await publishedSurvey(request.params, deps);
    const email = Email.safeParse(request.body.email);
    const fault = (text: string) => [{ field: "email", text }];
    if (!email.success) {
      const [issue = { rule: "email" as const }] = issuesOf(email.error);
      return addressPage(request, survey, deps, fault(issueText(request.words, issue)), 422);
    }
    const sent = await sendLink(survey, email.data, request, deps);
    if (sent.ok) return view(linkSentView(frameOf(request), survey));
    return addressPage(
      request,
      survey,
      deps,
      fault(detailOf(sent.refusal, request.words)),
      statusOf(sent.refusal),
    );
  },
});

/** A survey that anybody may answer; another one is as if it were not there. */
const openWay = async (request: Request<SurveyPath>, deps: Deps): Promise<Way> => {
  const survey = await publishedSurvey(request.params, deps);
  if (survey.access !== "anonymous") throw new Refused(refusal("thing/not-found", {}));
  return { survey, action: link(frameOf(request), addressAt(at.surveyAnswer, { surveyId: survey.id })) };
};

export const getSurveyAnswering = endpoint(rows.getSurveyAnswering, {
  summary: "A survey, a question a page",
  params: SurveyPath,
  query: StepQuery,
  hasSteps: true,
  handle: async (request, deps) => openStep(await openWay(request, deps), request.query, request, deps),
});

export const postSurveyAnswering = endpoint(rows.postSurveyAnswering, {
  summary: "Answer a survey, a question a page",
  params: SurveyPath,
  hasSteps: true,
  body: TypedForm,
  handle: async (request, deps) => goOn(await openWay(request, deps), request, deps),
});

const LinkPath = SurveyPath.extend({ token: z.string().max(2000) });

const linkWay = async (
  request: Request<z.infer<typeof LinkPath>>,
  deps: Deps,
): Promise<Way & { readonly person: string }> => {
  const { surveyId, token } = request.params;
  const survey = await publishedSurvey({ surveyId }, deps);
  const person = await linkedPerson(surveyId, token, deps);
  const action = link(frameOf(request), addressAt(at.surveyLink, { surveyId, token }));
  return { survey, action, person };
};

export const getSurveyLink = endpoint(rows.getSurveyLink, {
  summary: "A survey behind the link that proved an address, a question a page",
  params: LinkPath,
  query: StepQuery,
  hasSteps: true,
  handle: async (request, deps) => {
    const way = await linkWay(request, deps);
    const { survey, action, person } = way;
    const { step } = request.query;
    const frame = frameOf(request);
    const isDone = (await draftOf(way, request, deps))?.isSent === true;
    const isAnswered = !isDone && (await surveysOf(deps).isAnswered(survey.id, person));
    if (step !== undefined && !isAnswered) return openStep(way, request.query, request, deps);
    const start = isDone || isAnswered ? answeredView(frame) : startLink(frame, `${action}?step=first`);
    return { ...startPage(request, survey, start), isStep: true };
  },
});

export const postSurveyLink = endpoint(rows.postSurveyLink, {
  summary: "Answer a survey once from a proved address",
  params: LinkPath,
  hasSteps: true,
  body: TypedForm,
  handle: async (request, deps) => goOn(await linkWay(request, deps), request, deps),
});
