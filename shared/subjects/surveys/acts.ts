import { z } from "zod";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result, refused } from "../../domain/result.ts";
import { plusSeconds, secondsBetween } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import type { StaffRequest } from "../../platform/endpoint.ts";
import { created } from "../../platform/http.ts";
import { pageAfter } from "../../platform/lists.ts";
import type { Write } from "../../store/write.ts";
import { wordsOf } from "../../words/words.ts";
import { made, subjectOf } from "../act.ts";
import { changesOf } from "../changes-of.ts";
import type { Made } from "../declared.ts";
import { listOf } from "../list-of.ts";
import { listSubject } from "../list-subject.ts";
import { Answer } from "./answer-rules.ts";
import { officeSurvey, officeSurveys } from "./office-pages.ts";
import { textFor } from "./pages.ts";
import { at, questionRows, surveyRows as rows } from "./rows.ts";
import {
  brokenPromise,
  MOST_QUESTIONS,
  type Survey,
  SurveyDraft,
  SurveyFields,
  type SurveyId,
  surveyStateAt,
} from "./rules.ts";

import {
  change,
  conditionFault,
  earlier,
  languagesOf,
  officeWords,
  questionFields,
  questionForm,
  StaffSurvey,
  SurveyPath,
  shown,
  surveyFields,
  surveyForm,
  surveyOf,
  surveysOf,
  totalOf,
  withQuestions,
} from "./writing.ts";

const all = listSubject({
  words: officeWords,
  journal: "surveys",
  title: (frame) => officeWords(frame).office.title,
  address: at.officeSurveys,
  back: { address: pathTo("office"), title: ({ words }) => words.office.home.title },
  about: async (frame, { by, deps }) => {
    const found = (await surveysOf(deps).all()).toSorted((a, b) => (a.startsAt < b.startsAt ? 1 : -1));
    const lines = await Promise.all(
      found.map(async (survey) => ({ survey, answers: await totalOf(survey, deps) })),
    );
    return officeSurveys(frame, lines, by.receivedAt);
  },
  reply: StaffSurvey,
});

/** What the office wrote of a survey. */
const fieldsOf = (survey: Survey): SurveyFields => z.object(SurveyFields.shape).parse(survey);

/** A draft that a request makes. */
const draftOf = (
  fields: SurveyFields,
  { questions, nextQuestion }: Pick<Survey, "questions" | "nextQuestion">,
  { newId, receivedAt, fingerprint }: StaffRequest,
): Survey => ({
  ...fields,
  id: newId("srv") as SurveyId,
  version: 1,
  revision: 1,
  questions,
  nextQuestion,
  createdAt: receivedAt,
  fingerprint,
});

/** Keeps a new draft, and says where it is to be had. */
const keep = async (draft: Survey, deps: Deps, record: Write): Promise<Result<Made>> => {
  const kept = await surveysOf(deps).create(draft, [record]);
  if (!kept.ok) return kept;
  const values = { surveyId: draft.id };
  const reply = created(rows.getStaffSurvey, values, shown(kept.value, draft.createdAt));
  return ok(made(reply, addressAt(at.officeSurvey, values)));
};

const addition = all.act({
  name: "add",
  summary: "Make a survey, as a draft",
  json: rows.postSurvey,
  form: rows.postOfficeNewSurvey,
  page: rows.getOfficeNewSurvey,
  from: ["kept"],
  asks: { form: surveyForm, words: surveyFields },
  replies: { 201: StaffSurvey },
  does: async ({ questions = [], ...fields }, { by, record, deps }) => {
    const empty = draftOf(fields, { questions: [], nextQuestion: 1 }, by);
    const draft = withQuestions(empty, questions, "/questions");
    return draft.ok ? keep(draft.value, deps, record({}, { subject: empty.id })) : draft;
  },
});

const surveys = subjectOf({
  params: SurveyPath,
  find: surveyOf,
  stateAt: surveyStateAt,
  blockers: {
    "no-questions": ({ thing }) => thing.questions.length === 0,
    "most-questions": ({ thing }) => thing.questions.length >= MOST_QUESTIONS,
    "end-past": ({ thing, by }) => thing.endsAt <= by.receivedAt,
  },
  words: officeWords,
  journal: ({ id }) => id,
  // Answers are counted beside it.
  stamp: async ({ thing, deps }) => String(await totalOf(thing, deps)),
  title: (frame, { title }) => textFor(frame, title),
  address: ({ id }) => addressAt(at.officeSurvey, { surveyId: id }),
  back: { address: at.officeSurveys, title: (frame) => officeWords(frame).office.title },
  about: async (frame, { by, thing, deps }) =>
    officeSurvey(frame, thing, {
      now: by.receivedAt,
      districts: deps.site.city.districts,
      batches: await surveysOf(deps).batches(thing.id),
      mayEdit: by.actor.roles.some((role) =>
        questionRows.getOfficeQuestion.who.roles.includes(role as never),
      ),
      voices: await Promise.all(languagesOf(thing, deps).map(wordsOf)),
    }),
  reply: StaffSurvey,
  shown,
});

// On the page they stand in this order: what comes next first, what takes away last.
const ask = surveys.act({
  name: "ask",
  summary: "Add a question at the end",
  json: rows.postSurveyQuestion,
  form: rows.postOfficeNewQuestion,
  page: rows.getOfficeNewQuestion,
  from: ["draft", "announced", "open"],
  guards: ["most-questions"],
  asks: {
    form: questionForm,
    words: questionFields,
    choices: (looking) => earlier(looking, looking.thing.questions),
  },
  does: async (asked, { thing, record, by, deps }) => {
    const next = withQuestions(thing, [...thing.questions, asked], conditionFault(thing.questions, asked));
    return next.ok ? change(thing, next.value, { by, deps }, record()) : next;
  },
});

const publication = surveys.act({
  name: "publish",
  summary: "Publish a survey",
  json: rows.postSurveyPublication,
  form: rows.postOfficeSurveyPublication,
  from: ["draft"],
  guards: ["no-questions", "end-past"],
  does: (_, { thing, record, by, deps }) =>
    change(thing, { ...thing, publishedAt: by.receivedAt }, { by, deps }, record()),
});

const withdrawal = surveys.act({
  name: "withdraw",
  summary: "Take a survey back that has not started: it is a draft again",
  json: rows.postSurveyWithdrawal,
  form: rows.postOfficeSurveyWithdrawal,
  from: ["announced"],
  does: (_, { thing: { publishedAt, ...thing }, record, by, deps }) =>
    change({ ...thing, publishedAt }, thing, { by, deps }, record()),
});

const closing = surveys.act({
  name: "close",
  summary: "Close a survey before its end",
  json: rows.postSurveyClosing,
  form: rows.postOfficeSurveyClosing,
  from: ["open"],
  kind: "danger",
  does: (_, { thing, record, by, deps }) =>
    change(thing, { ...thing, endsAt: by.receivedAt }, { by, deps }, record({ before: thing.endsAt })),
});

const finish = surveys.act({
  name: "finish",
  summary: "Publish the final results; no more paper is entered",
  json: rows.postSurveyResults,
  form: rows.postOfficeSurveyResults,
  from: ["ended"],
  two: "queue#consulting",
  does: (_, { thing, record, by, deps }) =>
    change(thing, { ...thing, finalAt: by.receivedAt }, { by, deps }, record()),
});

const edit = surveys.act({
  name: "change",
  summary: "Change a survey; its questions as a new revision once it is published",
  json: rows.patchSurvey,
  form: rows.postOfficeSurveyChange,
  page: rows.getOfficeSurveyChange,
  from: ["draft", "announced", "open"],
  asks: {
    form: surveyForm,
    words: surveyFields,
    now: fieldsOf,
  },
  body: changesOf(SurveyDraft).meta({ id: "SurveyChange" }),
  does: async ({ questions, ...fields }, { thing, record, by, deps }) => {
    const broken = brokenPromise(thing, fields, by.receivedAt);
    if (broken) {
      const reason = officeWords(by).blockers[broken.blocker];
      return refused(refusal("act/blocked", { reason }, broken.pointer));
    }
    const after = { ...thing, ...fields };
    if (questions === undefined) return change(thing, after, { by, deps }, record());
    if (thing.publishedAt !== undefined && questions.length === 0)
      return refused(
        refusal("act/blocked", { reason: officeWords(by).blockers["last-question"] }, "/questions"),
      );
    const next = withQuestions(after, questions, "/questions");
    return next.ok ? change(thing, next.value, { by, deps }, record()) : next;
  },
});

/** How long a copy waits for its start, until somebody sets the dates: a week from now, as long as the first one took. */
const COPY_SECONDS = 7 * 86_400;

const copy = surveys.act({
  name: "copy",
  summary: "Make a new draft with the questions of this survey",
  json: rows.postSurveyCopy,
  form: rows.postOfficeSurveyCopy,
  kind: "second",
  from: ["draft", "announced", "open", "ended", "final"],
  replies: { 201: StaffSurvey },
  does: (_, { thing, record, by, deps }) => {
    const startsAt = plusSeconds(by.receivedAt, COPY_SECONDS);
    const endsAt = plusSeconds(startsAt, secondsBetween(thing.startsAt, thing.endsAt));
    const draft = draftOf({ ...fieldsOf(thing), startsAt, endsAt }, thing, by);
    return keep(draft, deps, record({ survey: thing.id }, { subject: draft.id }));
  },
});

const removal = surveys.act({
  name: "remove",
  summary: "Remove a draft",
  json: rows.deleteSurvey,
  form: rows.postOfficeSurveyRemoval,
  from: ["draft"],
  kind: "danger",
  replies: { 204: "Removed" },
  does: async (_, { thing, record, deps }) => {
    const gone = await surveysOf(deps).remove(thing, [record()]);
    return gone.ok ? ok(undefined) : gone;
  },
});

const list = listOf({
  id: "StaffSurveys",
  item: StaffSurvey,
  read: async ({ receivedAt }, page, deps) =>
    pageAfter(
      (await surveysOf(deps).all()).map((one) => shown(one, receivedAt)),
      page,
    ),
});

const answers = listOf({
  id: "SurveyAnswers",
  item: Answer.omit({ fingerprint: true }).meta({ id: "SurveyAnswer" }),
  params: SurveyPath,
  read: async ({ params }, page, deps) => surveysOf(deps).answers((await surveyOf(params, deps)).id, page),
});

export const getOfficeSurveys = all.page(rows.getOfficeSurveys, "Surveys at the office");
export const getOfficeNewSurvey = addition.page(rows.getOfficeNewSurvey);
export const postOfficeNewSurvey = addition.form;
export const postSurvey = addition.json;
export const getOfficeSurvey = surveys.page(rows.getOfficeSurvey, "A survey at the office");
export const getStaffSurvey = surveys.read(rows.getStaffSurvey, "A survey with its version, for an edit");
export const getOfficeSurveyChange = edit.page(rows.getOfficeSurveyChange);
export const postOfficeSurveyChange = edit.form;
export const patchSurvey = edit.json;
export const postOfficeSurveyCopy = copy.form;
export const postSurveyCopy = copy.json;
export const postOfficeSurveyRemoval = removal.form;
export const deleteSurvey = removal.json;
export const getOfficeNewQuestion = ask.page(rows.getOfficeNewQuestion);
export const postOfficeNewQuestion = ask.form;
export const postSurveyQuestion = ask.json;
export const postOfficeSurveyPublication = publication.form;
export const postSurveyPublication = publication.json;
export const postOfficeSurveyWithdrawal = withdrawal.form;
export const postSurveyWithdrawal = withdrawal.json;
export const postOfficeSurveyClosing = closing.form;
export const postSurveyClosing = closing.json;
export const postOfficeSurveyResults = finish.form;
export const postSurveyResults = finish.json;
export const getStaffSurveys = list.json(rows.getStaffSurveys, "All surveys, drafts included");
export const getSurveyAnswers = answers.json(
  rows.getSurveyAnswers,
  "Answers to a survey as they were given; nothing says by whom",
);
