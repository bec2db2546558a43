import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import { refusal } from "../../domain/refusals.ts";
import { existing, ok, type Result, refused } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { subjectOf } from "../act.ts";
import { changesOf } from "../changes-of.ts";
import { formOf } from "../form-of.ts";
import { textFor } from "./pages.ts";
import { at, questionRows as rows } from "./rows.ts";
import {
  type Asked,
  areOrdered,
  hasOption,
  MOST_QUESTIONS,
  Question,
  revised,
  type Survey,
  surveyStateAt,
} from "./rules.ts";

import {
  change,
  conditionFault,
  earlier,
  officeWords,
  questionFields,
  questionForm,
  StaffSurvey,
  SurveyPath,
  shown,
  surveyOf,
  withQuestions,
} from "./writing.ts";

const QuestionPath = SurveyPath.extend({ questionId: z.string() });

/** A question in its survey, under whose version it is changed. */
interface Placed {
  readonly survey: Survey;
  readonly question: Asked;
  readonly version: number;
}

const questions = subjectOf({
  params: QuestionPath,
  find: async ({ surveyId, questionId }: z.infer<typeof QuestionPath>, deps: Deps): Promise<Placed> => {
    const survey = await surveyOf({ surveyId }, deps);
    const question = existing(survey.questions.find(({ id }) => id === questionId));
    return { survey, question, version: survey.version };
  },
  stateAt: ({ survey }, now) => surveyStateAt(survey, now),
  blockers: {
    "others-depend": ({ thing }) =>
      thing.survey.questions.some(({ after }) => after?.question === thing.question.id),
    "last-question": ({ thing }) =>
      thing.survey.publishedAt !== undefined && thing.survey.questions.length === 1,
  },
  words: officeWords,
  journal: ({ survey }) => survey.id,
  title: (frame, { question }) => textFor(frame, question.text),
  address: ({ survey }) => addressAt(at.officeSurvey, { surveyId: survey.id }),
  back: { address: at.officeSurveys, title: (frame) => officeWords(frame).office.title },
  reply: StaffSurvey,
  shown: ({ survey }, now) => shown(survey, now),
});

/** The same survey, seen from a question that may be gone from it. */
const seenFrom = <T extends { readonly survey: Survey }>(thing: T, changed: Result<Survey>) =>
  changed.ok ? ok({ ...thing, survey: changed.value, version: changed.value.version }) : changed;

const revision = questions.act({
  name: "revise",
  summary: "Change a question",
  json: rows.patchSurveyQuestion,
  form: rows.postOfficeQuestion,
  from: ["draft", "announced", "open"],
  asks: {
    form: questionForm,
    words: questionFields,
    now: ({ question: { id: _, ...question } }) => question,
    choices: (looking) => {
      const { survey, question } = looking.thing;
      return earlier(looking, survey.questions.slice(0, survey.questions.indexOf(question)));
    },
  },
  body: changesOf(Question).meta({ id: "QuestionChange" }),
  does: async (asked, { thing, record, by, deps }) => {
    const { survey, question } = thing;
    const after = survey.questions.map((one) => (one.id === question.id ? { ...asked, id: one.id } : one));
    const place = survey.questions.indexOf(question);
    const [earlierOnes, later] = [after.slice(0, place), after.slice(place + 1)];
    const isUnmet = ({ after: on }: Asked) => on?.question === question.id && !hasOption(asked, on.option);
    if (later.some(isUnmet))
      return refused(refusal("act/blocked", { reason: officeWords(by).blockers["others-depend"] }));
    const next = withQuestions(survey, after, conditionFault(earlierOnes, asked));
    return next.ok ? seenFrom(thing, await change(survey, next.value, { by, deps }, record())) : next;
  },
});

const move = questions.act({
  name: "move",
  summary: "Move a question to another place, `1` the first",
  json: rows.postSurveyQuestionPlace,
  form: rows.postOfficeQuestionPlace,
  from: ["draft", "announced", "open"],
  kind: "second",
  asks: {
    form: formOf(z.strictObject({ place: z.int().min(1).max(MOST_QUESTIONS) })),
    words: (frame) => officeWords(frame).office.fields.move,
    now: ({ survey, question }) => ({ place: survey.questions.indexOf(question) + 1 }),
  },
  does: async ({ place }, { thing, record, by, deps }) => {
    const { survey, question } = thing;
    const others = survey.questions.filter((one) => one !== question);
    const moved = others.toSpliced(place - 1, 0, question);
    if (!areOrdered(moved))
      return refused(refusal("act/blocked", { reason: officeWords(by).blockers["after-its-own"] }, "/place"));
    const next = withQuestions(survey, moved, "/place");
    return next.ok
      ? seenFrom(thing, await change(survey, next.value, { by, deps }, record({ place })))
      : next;
  },
});

const dropping = questions.act({
  name: "drop",
  summary: "Remove a question",
  json: rows.deleteSurveyQuestion,
  form: rows.postOfficeQuestionRemoval,
  from: ["draft", "announced", "open"],
  guards: ["others-depend", "last-question"],
  kind: "danger",
  does: async (_, { thing, record, by, deps }) => {
    const left = thing.survey.questions.filter(({ id }) => id !== thing.question.id);
    return seenFrom(thing, await change(thing.survey, revised(thing.survey, left), { by, deps }, record()));
  },
});

export const getOfficeQuestion = questions.page(rows.getOfficeQuestion, "A question of a survey");
export const postOfficeQuestion = revision.form;
export const patchSurveyQuestion = revision.json;
export const postOfficeQuestionPlace = move.form;
export const postSurveyQuestionPlace = move.json;
export const postOfficeQuestionRemoval = dropping.form;
export const deleteSurveyQuestion = dropping.json;
