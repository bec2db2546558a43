/** Where surveys are met: by residents, and at the office. */
import { type Admission, type BucketRules, lettersTo } from "../../platform/admission.ts";
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, linked, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  surveys: "/ankiety",
  survey: "/ankiety/{surveyId}",
  surveyAnswer: "/ankiety/{surveyId}/odpowiedz",
  surveyLink: "/ankiety/{surveyId}/odpowiedz/{token}",
  surveyResults: "/ankiety/{surveyId}/wyniki",
  surveyResultsCsv: "/v1/surveys/{surveyId}/results.csv",
  officeSurveys: "/urzad/ankiety",
  newSurvey: "/urzad/ankiety/nowa",
  officeSurvey: "/urzad/ankiety/{surveyId}",
  officeSurveyChange: "/urzad/ankiety/{surveyId}/zmiana",
  officeSurveyRemoval: "/urzad/ankiety/{surveyId}/usuniecie",
  officePublication: "/urzad/ankiety/{surveyId}/ogloszenie",
  officeWithdrawal: "/urzad/ankiety/{surveyId}/cofniecie",
  officeClosing: "/urzad/ankiety/{surveyId}/zamkniecie",
  officeResults: "/urzad/ankiety/{surveyId}/wyniki",
  officeCopy: "/urzad/ankiety/{surveyId}/kopia",
  newQuestion: "/urzad/ankiety/{surveyId}/pytania",
  question: "/urzad/ankiety/{surveyId}/pytania/{questionId}",
  questionRemoval: "/urzad/ankiety/{surveyId}/pytania/{questionId}/usuniecie",
  questionPlace: "/urzad/ankiety/{surveyId}/pytania/{questionId}/miejsce",
  paper: "/urzad/ankiety/{surveyId}/papier",
  print: "/urzad/ankiety/{surveyId}/druk/{language}",
  answersFile: "/urzad/ankiety/{surveyId}/odpowiedzi.csv",
} as const;

const editors = ["editor", "coordinator"] as const;
const [editor, editorOffice] = [staff(...editors), office(...editors)];
/** Whoever types paper in need not be who asks. */
const keyer = staff(...editors, "clerk");
const keyerOffice = office(...editors, "clerk");

const often = <const N extends string, const B extends "address" | "network">(
  name: N,
  by: B,
  size: { readonly burst: number; readonly perHour: number },
) => ({ name, of: "site", by: [by], size, counts: "requests", empty: "wait" }) as const;

/** A household, an office at once; a network may be a whole town's telephones. */
const ANSWERS = [
  often("survey answers", "address", { burst: 20, perHour: 60 }),
  often("survey answers", "network", { burst: 60, perHour: 120 }),
] as const satisfies BucketRules;
const LINKS = lettersTo("survey links");

const FORM = { bytes: 64_000, fields: 2000 };
/** An answer writes itself, its counts, and the mark of an address. Forty rankings of ten cost the most. */
const answering = {
  ...FORM,
  cost: { units: 100, letters: 0 },
  buckets: { answer: ANSWERS },
} as const satisfies Admission;
/** A copy of it may be mailed to the address that was proved. */
const answeringByLink = {
  ...answering,
  cost: { units: 100, letters: 1 },
} as const satisfies Admission;
const asking = {
  ...FORM,
  cost: { units: 14, letters: 1 },
  buckets: { link: LINKS },
} as const satisfies Admission;
const fn = "consultations";
/** What residents meet, a question a page. */
export const journeyRows = named({
  getSurveysPage: page(`GET ${at.surveys}`, fn, anyone),
  getSurveyPage: page(`GET ${at.survey}`, fn, anyone),
  postSurveyPage: page(`POST ${at.survey}`, fn, anyone, {
    admission: asking,
    title: { pl: "Ankieta: link na adres", en: "Survey: link to an address" },
  }),
  getSurveyAnswering: page(`GET ${at.surveyAnswer}`, fn, anyone),
  postSurveyAnswering: page(`POST ${at.surveyAnswer}`, fn, anyone, {
    admission: answering,
    title: { pl: "Ankieta", en: "Survey" },
  }),
  getSurveyLink: page(`GET ${at.surveyLink}`, fn, linked),
  postSurveyLink: page(`POST ${at.surveyLink}`, fn, linked, {
    admission: answeringByLink,
    title: { pl: "Ankieta z linku", en: "Survey by link" },
  }),
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
  getOfficePrint: page(`GET ${at.print}`, fn, keyerOffice),
  getOfficePaper: page(`GET ${at.paper}`, fn, keyerOffice),
  postOfficePaper: form(`POST ${at.paper}`, fn, keyerOffice, {
    saved: { pl: "Ankieta papierowa jest zapisana.", en: "The paper answer is saved." },
    next: { pl: "Wpisz następną z tej partii.", en: "Enter the next one of this batch." },
  }),
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
  postOfficeNewSurvey: form(`POST ${at.newSurvey}`, fn, editorOffice, {
    saved: { pl: "Szkic ankiety jest zapisany.", en: "The draft of the survey is saved." },
    next: { pl: "Dodaj pytania, potem ogłoś ankietę.", en: "Add questions, then publish the survey." },
  }),
  patchSurvey: act("PATCH /v1/staff/surveys/{surveyId}", fn, editor, {
    pl: "Zmieniono ankietę.",
    en: "Changed a survey.",
  }),
  getOfficeSurveyChange: page(`GET ${at.officeSurveyChange}`, fn, editorOffice),
  postOfficeSurveyChange: form(`POST ${at.officeSurveyChange}`, fn, editorOffice, {
    saved: { pl: "Zmiana ankiety jest zapisana.", en: "The change of the survey is saved." },
    next: {
      pl: "Mieszkańcy widzą ją od razu, jeśli ankieta jest ogłoszona.",
      en: "Residents see it at once if the survey is published.",
    },
  }),
  deleteSurvey: act("DELETE /v1/staff/surveys/{surveyId}", fn, editor, {
    pl: "Usunięto szkic ankiety.",
    en: "Removed a draft of a survey.",
  }),
  postOfficeSurveyRemoval: form(`POST ${at.officeSurveyRemoval}`, fn, editorOffice, {
    saved: { pl: "Szkic ankiety jest usunięty.", en: "The draft of the survey is removed." },
    next: { pl: "Nikt poza urzędem go nie widział.", en: "Nobody but the office has seen it." },
  }),
  postSurveyPublication: act("POST /v1/staff/surveys/{surveyId}/publication", fn, editor, {
    pl: "Ogłoszono ankietę.",
    en: "Published a survey.",
  }),
  postOfficeSurveyPublication: form(`POST ${at.officePublication}`, fn, editorOffice, {
    saved: { pl: "Ankieta jest ogłoszona.", en: "The survey is published." },
    next: {
      pl: "Mieszkańcy odpowiadają od jej początku do końca.",
      en: "Residents answer it from its start to its end.",
    },
  }),
  postSurveyWithdrawal: act("POST /v1/staff/surveys/{surveyId}/withdrawal", fn, editor, {
    pl: "Cofnięto ogłoszenie ankiety przed jej początkiem.",
    en: "Took a survey back before its start.",
  }),
  postOfficeSurveyWithdrawal: form(`POST ${at.officeWithdrawal}`, fn, editorOffice, {
    saved: { pl: "Ankieta jest znowu szkicem.", en: "The survey is a draft again." },
    next: { pl: "Mieszkańcy już jej nie widzą.", en: "Residents see it no more." },
  }),
  postSurveyClosing: act("POST /v1/staff/surveys/{surveyId}/closing", fn, editor, {
    pl: "Zamknięto ankietę przed terminem.",
    en: "Closed a survey early.",
  }),
  postOfficeSurveyClosing: form(`POST ${at.officeClosing}`, fn, editorOffice, {
    saved: { pl: "Ankieta jest zamknięta.", en: "The survey is closed." },
    next: {
      pl: "Wpisz ankiety papierowe, potem ogłoś ostateczne wyniki.",
      en: "Enter the paper answers, then publish the final results.",
    },
  }),
  postSurveyCopy: act("POST /v1/staff/surveys/{surveyId}/copy", fn, editor, {
    pl: "Utworzono ankietę z innej.",
    en: "Made a survey out of another one.",
  }),
  postOfficeSurveyCopy: form(`POST ${at.officeCopy}`, fn, editorOffice, {
    saved: { pl: "Szkic następnej ankiety jest gotowy.", en: "The draft of another survey is ready." },
    next: { pl: "Ustaw daty i sprawdź pytania.", en: "Set its dates and look at its questions." },
  }),
  postSurveyResults: act("POST /v1/staff/surveys/{surveyId}/results", fn, editor, {
    pl: "Ogłoszono ostateczne wyniki ankiety.",
    en: "Published the final results of a survey.",
  }),
  postOfficeSurveyResults: form(`POST ${at.officeResults}`, fn, editorOffice, {
    saved: { pl: "Propozycja ostatecznych wyników jest złożona.", en: "The final results are proposed." },
    next: {
      pl: "Czeka na drugą osobę. Gdy ją przyjmie, wyniki będą ogłoszone.",
      en: "They wait for a second person, and are published when that person accepts.",
    },
  }),
  postSurveyQuestion: act("POST /v1/staff/surveys/{surveyId}/questions", fn, editor, {
    pl: "Dodano pytanie do ankiety.",
    en: "Added a question to a survey.",
  }),
  getOfficeNewQuestion: page(`GET ${at.newQuestion}`, fn, editorOffice),
  postOfficeNewQuestion: form(`POST ${at.newQuestion}`, fn, editorOffice, {
    saved: { pl: "Pytanie jest dodane.", en: "The question is added." },
    next: { pl: "Dodaj następne albo ogłoś ankietę.", en: "Add another one, or publish the survey." },
  }),
});

/** And on their questions. */
export const questionRows = named({
  getOfficeQuestion: page(`GET ${at.question}`, fn, editorOffice),
  postOfficeQuestion: form(`POST ${at.question}`, fn, editorOffice, {
    saved: { pl: "Zmiana pytania jest zapisana.", en: "The change of the question is saved." },
    next: {
      pl: "W ogłoszonej ankiecie powstaje nowa wersja pytań.",
      en: "In a published survey a new version of the questions is made.",
    },
  }),
  patchSurveyQuestion: act("PATCH /v1/staff/surveys/{surveyId}/questions/{questionId}", fn, editor, {
    pl: "Zmieniono pytanie ankiety.",
    en: "Changed a question of a survey.",
  }),
  postSurveyQuestionPlace: act("POST /v1/staff/surveys/{surveyId}/questions/{questionId}/place", fn, editor, {
    pl: "Przeniesiono pytanie ankiety.",
    en: "Moved a question of a survey.",
  }),
  postOfficeQuestionPlace: form(`POST ${at.questionPlace}`, fn, editorOffice, {
    saved: { pl: "Pytanie stoi na nowym miejscu.", en: "The question is in its new place." },
    next: {
      pl: "W ogłoszonej ankiecie powstaje nowa wersja pytań.",
      en: "In a published survey a new version of the questions is made.",
    },
  }),
  postOfficeQuestionRemoval: form(`POST ${at.questionRemoval}`, fn, editorOffice, {
    saved: { pl: "Pytanie jest usunięte.", en: "The question is removed." },
    next: {
      pl: "W ogłoszonej ankiecie powstaje nowa wersja pytań.",
      en: "In a published survey a new version of the questions is made.",
    },
  }),
  deleteSurveyQuestion: act("DELETE /v1/staff/surveys/{surveyId}/questions/{questionId}", fn, editor, {
    pl: "Usunięto pytanie ankiety.",
    en: "Removed a question of a survey.",
  }),
});

const rows = {
  ...journeyRows,
  ...answerRows,
  ...resultRows,
  ...paperRows,
  ...surveyRows,
  ...questionRows,
};

/** What the house knows of surveys before anybody asks for one. */
export const surveys = {
  rows,
  keeps: ["survey", "surveyPart", "surveyAnswered", "surveyAnswer"],
  keepsByTwo: ["survey"],
  journal: { prefix: "srv", at: "survey", readers: editors },
  residents: { row: rows.getSurveysPage, title: { pl: "Ankiety", en: "Surveys", uk: "Опитування" } },
  office: {
    row: rows.getOfficeSurveys,
    title: { pl: "Ankiety", en: "Surveys" },
    about: {
      pl: "Pytania do mieszkańców, ankiety papierowe i wyniki.",
      en: "Questions to residents, paper answers and results.",
    },
  },
} as const satisfies Slice;
