import { z } from "zod";
import { notValid, refusal } from "../../domain/refusals.ts";
import { accept, Refused } from "../../domain/result.ts";
import { Email } from "../../domain/text.ts";
import { endpoint } from "../../platform/endpoint.ts";
import { accepted, json } from "../../platform/http.ts";
import { Answers } from "./answer-rules.ts";
import {
  checkOpen,
  give,
  isKept,
  linkedPerson,
  publishedSurvey,
  readAnswers,
  SurveyPath,
  sendLink,
} from "./answering.ts";
import { answerRows as rows } from "./rows.ts";
import { SurveyFields, SurveyId, SurveyState, surveyStateAt } from "./rules.ts";

const Question = z.object({ id: z.string() }).loose();
const PublicSurvey = z
  .object({
    ...SurveyFields.shape,
    id: SurveyId,
    state: SurveyState,
    revision: z.int(),
    questions: z.array(Question),
  })
  .meta({
    id: "Survey",
    description: "A survey with its questions; options are named by their place, `1` the first",
  });

export const getSurvey = endpoint(rows.getSurvey, {
  summary: "A survey with its questions",
  params: SurveyPath,
  replies: { 200: PublicSurvey },
  cache: "public, max-age=10, s-maxage=10, stale-if-error=600",
  handle: async ({ params, receivedAt }, deps) => {
    const survey = await publishedSurvey(params, deps);
    return json({ ...survey, state: surveyStateAt(survey, receivedAt) });
  },
});

const NewAnswer = z
  .strictObject({ revision: z.int().positive(), answers: Answers, token: z.string().max(2000).optional() })
  .meta({ id: "NewSurveyAnswer" });

export const postSurveyAnswer = endpoint(rows.postSurveyAnswer, {
  summary: "Answer a survey",
  description:
    "A survey with one answer an address takes the `token` of the mailed link. Nothing joins an answer with who gave it.",
  params: SurveyPath,
  body: NewAnswer,
  replies: { 201: z.object({ state: z.literal("kept") }).meta({ id: "SurveyAnswerKept" }) },
  handle: async (request, deps) => {
    const survey = await publishedSurvey(request.params, deps);
    const { revision, answers: sent, token } = request.body;
    const kept = { status: 201, body: { state: "kept" } } as const;
    const hasMovedOn = revision !== survey.revision || !checkOpen(survey, request).ok;
    if (hasMovedOn && (await isKept(survey, request, deps))) return kept;
    if (revision !== survey.revision)
      throw new Refused(refusal("request/changed-since", { version: survey.revision }));
    if ((token === undefined) !== (survey.access === "anonymous"))
      throw new Refused(
        notValid([{ pointer: "/token", rule: token === undefined ? "required" : "unknown" }]),
      );
    const { answers, issues } = readAnswers(survey.questions, sent, deps);
    if (issues.length > 0)
      throw new Refused(notValid(issues.map((one) => ({ ...one, pointer: `/answers${one.pointer}` }))));
    const person = token === undefined ? undefined : await linkedPerson(survey.id, token, deps);
    accept(await give({ survey, answers, person }, request, deps));
    return kept;
  },
});

export const postSurveyLinkRequest = endpoint(rows.postSurveyLinkRequest, {
  summary: "Ask for the link to a survey that takes one answer an address",
  params: SurveyPath,
  body: z.strictObject({ email: Email }).meta({ id: "SurveyLinkRequest" }),
  replies: { 202: z.object({ state: z.literal("link-sent") }).meta({ id: "SurveyLinkSent" }) },
  handle: async (request, deps) => {
    accept(await sendLink(await publishedSurvey(request.params, deps), request.body.email, request, deps));
    return accepted({ state: "link-sent" });
  },
});
