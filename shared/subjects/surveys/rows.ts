/** Where surveys are met: by residents, and at the office. */
import { ADDRESSES } from "../../domain/addresses.ts";
import type { Admission, BucketRules } from "../../platform/admission.ts";
import { named } from "../../platform/route.ts";
import { act, anyone, api, linked, office, page, staff } from "../../platform/row.ts";

export const at = {
  surveys: ADDRESSES.surveys,
  survey: "/ankiety/{surveyId}",
  surveyLink: "/ankiety/{surveyId}/odpowiedz/{token}",
  surveyResults: "/ankiety/{surveyId}/wyniki",
  surveyResultsCsv: "/v1/surveys/{surveyId}/results.csv",
  officeSurveys: ADDRESSES.officeSurveys,
  newSurvey: "/urzad/ankiety/nowa",
  officeSurvey: ADDRESSES.officeSurvey,
  officeSurveyChange: "/urzad/ankiety/{surveyId}/zmiana",
  officeSurveyRemoval: ADDRESSES.surveyRemoval,
  officePublication: ADDRESSES.surveyPublication,
  officeClosing: ADDRESSES.surveyClosing,
  officeResults: ADDRESSES.surveyFinal,
  officeCopy: ADDRESSES.surveyCopy,
  newQuestion: "/urzad/ankiety/{surveyId}/pytania",
  question: ADDRESSES.surveyQuestion,
  questionRemoval: ADDRESSES.surveyQuestionRemoval,
  paper: "/urzad/ankiety/{surveyId}/papier",
  answersFile: "/urzad/ankiety/{surveyId}/odpowiedzi.csv",
} as const;

const editors = ["editor", "coordinator"] as const;
const [editor, editorOffice] = [staff(...editors), office(...editors)];
/** Whoever types paper in need not be who asks. */
const keyer = staff(...editors, "clerk");
const keyerOffice = office(...editors, "clerk");

const often = <const N extends string, const B extends "address" | "network" | "contact">(
  name: N,
  by: B,
  size: { readonly burst: number; readonly perHour: number },
) => ({ name, of: "site", by: [by], size, counts: "requests", empty: "wait" }) as const;

/** A household, an office at once; a network may be a whole town's telephones. */
const ANSWERS = [
  often("survey answers", "address", { burst: 20, perHour: 60 }),
  often("survey answers", "network", { burst: 60, perHour: 120 }),
] as const satisfies BucketRules;
/** Letters to one address that a stranger can cause. */
const LINKS = [
  often("survey links", "contact", { burst: 5, perHour: 5 / 24 }),
] as const satisfies BucketRules;

const FORM = { bytes: 64_000, fields: 2000 };
/** An answer writes itself, its counts, and the mark of an address; a copy of it may be mailed there. Forty rankings of ten cost the most. */
const answering = {
  ...FORM,
  cost: { units: 100, letters: 1 },
  buckets: { answer: ANSWERS },
} as const satisfies Admission;
const asking = {
  ...FORM,
  cost: { units: 6, letters: 1 },
  buckets: { link: LINKS },
} as const satisfies Admission;
/** One page takes both: which of them, the survey says. */
const either = {
  ...FORM,
  cost: { units: 100, letters: 1 },
  buckets: { answer: ANSWERS, link: LINKS },
} as const satisfies Admission;

const fn = "consultations";
/** What residents meet, a question a page. */
export const journeyRows = named({
  getSurveysPage: page(`GET ${at.surveys}`, fn, anyone),
  getSurveyPage: page(`GET ${at.survey}`, fn, anyone),
  postSurveyPage: page(`POST ${at.survey}`, fn, anyone, { admission: either }),
  getSurveyLink: page(`GET ${at.surveyLink}`, fn, linked),
  postSurveyLink: page(`POST ${at.surveyLink}`, fn, linked, { admission: answering }),
});

export const answerRows = named({
  getSurvey: api("GET /v1/surveys/{surveyId}", fn, anyone),
  postSurveyAnswer: api("POST /v1/surveys/{surveyId}/answers", fn, anyone, { admission: answering }),
  postSurveyLinkRequest: api("POST /v1/surveys/{surveyId}/links", fn, anyone, { admission: asking }),
});

export const resultRows = named({
  getSurveyAnswersFile: page(`GET ${at.answersFile}`, fn, editorOffice),
  getSurveyResultsPage: page(`GET ${at.surveyResults}`, fn, anyone),
  getSurveyResults: api("GET /v1/surveys/{surveyId}/results", fn, anyone),
  getSurveyResultsCsv: api(`GET ${at.surveyResultsCsv}`, fn, anyone),
});

/** Paper, entered as residents' answers are. */
export const paperRows = named({
  postSurveyPaperAnswers: act("POST /v1/staff/surveys/{surveyId}/paper-answers", fn, keyer, {
    pl: "Wpisano ankiety papierowe.",
    en: "Entered paper answers of a survey.",
  }),
  getOfficePaper: page(`GET ${at.paper}`, fn, keyerOffice),
  postOfficePaper: page(`POST ${at.paper}`, fn, keyerOffice),
});

/** The office's acts on surveys. */
export const surveyRows = named({
  getStaffSurveys: api("GET /v1/staff/surveys", fn, keyer),
  getStaffSurvey: api("GET /v1/staff/surveys/{surveyId}", fn, keyer),
  getSurveyAnswers: api("GET /v1/staff/surveys/{surveyId}/answers", fn, editor),
  getOfficeSurveys: page(`GET ${at.officeSurveys}`, fn, keyerOffice),
  getOfficeSurvey: page(`GET ${at.officeSurvey}`, fn, keyerOffice),
  postSurvey: act("POST /v1/staff/surveys", fn, editor, { pl: "Utworzono ankietę.", en: "Made a survey." }),
  getOfficeNewSurvey: page(`GET ${at.newSurvey}`, fn, editorOffice),
  postOfficeNewSurvey: page(`POST ${at.newSurvey}`, fn, editorOffice),
  patchSurvey: act("PATCH /v1/staff/surveys/{surveyId}", fn, editor, {
    pl: "Zmieniono ankietę.",
    en: "Changed a survey.",
  }),
  getOfficeSurveyChange: page(`GET ${at.officeSurveyChange}`, fn, editorOffice),
  postOfficeSurveyChange: page(`POST ${at.officeSurveyChange}`, fn, editorOffice),
  deleteSurvey: act("DELETE /v1/staff/surveys/{surveyId}", fn, editor, {
    pl: "Usunięto szkic ankiety.",
    en: "Removed a draft of a survey.",
  }),
  postOfficeSurveyRemoval: page(`POST ${at.officeSurveyRemoval}`, fn, editorOffice),
  postSurveyPublication: act("POST /v1/staff/surveys/{surveyId}/publication", fn, editor, {
    pl: "Ogłoszono ankietę.",
    en: "Published a survey.",
  }),
  postOfficeSurveyPublication: page(`POST ${at.officePublication}`, fn, editorOffice),
  postSurveyClosing: act("POST /v1/staff/surveys/{surveyId}/closing", fn, editor, {
    pl: "Zamknięto ankietę przed terminem.",
    en: "Closed a survey early.",
  }),
  postOfficeSurveyClosing: page(`POST ${at.officeClosing}`, fn, editorOffice),
  postSurveyCopy: act("POST /v1/staff/surveys/{surveyId}/copy", fn, editor, {
    pl: "Utworzono ankietę z innej.",
    en: "Made a survey out of another one.",
  }),
  postOfficeSurveyCopy: page(`POST ${at.officeCopy}`, fn, editorOffice),
  postSurveyResults: act("POST /v1/staff/surveys/{surveyId}/results", fn, editor, {
    pl: "Ogłoszono ostateczne wyniki ankiety.",
    en: "Published the final results of a survey.",
  }),
  postOfficeSurveyResults: page(`POST ${at.officeResults}`, fn, editorOffice),
  postSurveyQuestion: act("POST /v1/staff/surveys/{surveyId}/questions", fn, editor, {
    pl: "Dodano pytanie do ankiety.",
    en: "Added a question to a survey.",
  }),
  getOfficeNewQuestion: page(`GET ${at.newQuestion}`, fn, editorOffice),
  postOfficeNewQuestion: page(`POST ${at.newQuestion}`, fn, editorOffice),
});

/** And on their questions. */
export const questionRows = named({
  getOfficeQuestion: page(`GET ${at.question}`, fn, editorOffice),
  postOfficeQuestion: page(`POST ${at.question}`, fn, editorOffice),
  patchSurveyQuestion: act("PATCH /v1/staff/surveys/{surveyId}/questions/{questionId}", fn, editor, {
    pl: "Zmieniono pytanie ankiety.",
    en: "Changed a question of a survey.",
  }),
  postOfficeQuestionRemoval: page(`POST ${at.questionRemoval}`, fn, editorOffice),
  deleteSurveyQuestion: act("DELETE /v1/staff/surveys/{surveyId}/questions/{questionId}", fn, editor, {
    pl: "Usunięto pytanie ankiety.",
    en: "Removed a question of a survey.",
  }),
});

export const rowsOfSurveys = {
  ...journeyRows,
  ...answerRows,
  ...resultRows,
  ...paperRows,
  ...surveyRows,
  ...questionRows,
};
