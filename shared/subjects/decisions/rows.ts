/** Where the office's promises are read, given to a unit and worked on. */
import { ADDRESSES } from "../../domain/addresses.ts";
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  all: ADDRESSES.decisions,
  one: "/decyzje/{decisionId}",
  figures: "/decyzje/liczby",
  figuresFile: "/v1/decisions/figures/{file}",
  office: "/urzad/decyzje",
  entry: ADDRESSES.officeDecisionEntry,
  officeOne: "/urzad/spotkania/{meetingId}/decyzje/{decisionId}",
  progress: "/urzad/spotkania/{meetingId}/decyzje/{decisionId}/postep",
  change: "/urzad/spotkania/{meetingId}/decyzje/{decisionId}/zmiana",
} as const;

const fn = "consultations";
const deciders = ["editor", "coordinator"] as const;
/** A unit works on what was given to it. */
const workers = [...deciders, "unit"] as const;
const [decider, deciderOffice] = [staff(...deciders), office(...deciders)];
const [worker, workerOffice] = [staff(...workers), office(...workers)];
const MANY = "/v1/staff/meetings/{meetingId}/decisions";
const ONE = `${MANY}/{decisionId}` as const;

export const promiseRows = named({
  getDecisions: api(`GET ${ADDRESSES.decisionsJson}`, fn, anyone),
  getDecision: api("GET /v1/decisions/{decisionId}", fn, anyone),
  getDecisionsPage: page(`GET ${at.all}`, fn, anyone),
  getDecisionFigures: page(`GET ${at.figures}`, fn, anyone),
  getDecisionPage: page(`GET ${at.one}`, fn, anyone),
});

export const decisionRows = named({
  postDecision: act(`POST ${MANY}`, fn, decider, {
    pl: "Przekazano jednostce decyzję ze spotkania.",
    en: "Gave a decision of a meeting to a unit.",
  }),
  getStaffDecision: api(`GET ${ONE}`, fn, worker),
  postDecisionProgress: act(`POST ${ONE}/progress`, fn, worker, {
    pl: "Zapisano postęp decyzji.",
    en: "Noted the progress of a decision.",
  }),
  postDecisionChange: act(`POST ${ONE}/change`, fn, decider, {
    pl: "Zmieniono decyzję.",
    en: "Changed a decision.",
  }),
  getOfficeDecisions: page(`GET ${at.office}`, fn, workerOffice),
  getOfficeDecisionEntry: page(`GET ${at.entry}`, fn, deciderOffice),
  postOfficeDecision: form(`POST ${at.entry}`, fn, deciderOffice, {
    saved: { pl: "Decyzja jest zapisana.", en: "The decision is saved." },
    next: {
      pl: "Jest na liście pracy jednostki i na publicznej liście decyzji.",
      en: "It is on the unit's work list and on the public list of decisions.",
    },
  }),
  getOfficeDecision: page(`GET ${at.officeOne}`, fn, workerOffice),
  postOfficeDecisionProgress: form(`POST ${at.progress}`, fn, workerOffice, {
    saved: { pl: "Postęp jest zapisany.", en: "The progress is noted." },
    next: { pl: "Mieszkańcy widzą go od razu.", en: "Residents see it at once." },
  }),
  postOfficeDecisionChange: form(`POST ${at.change}`, fn, deciderOffice, {
    saved: { pl: "Zmiana jest zapisana.", en: "The change is saved." },
    next: {
      pl: "Poprzednia treść i termin zostają w historii.",
      en: "The text and the term before stay in the history.",
    },
  }),
});

/** The figures as a document, by the function that writes PDF. */
export const figureFileRows = named({
  getDecisionFiguresFile: api(`GET ${at.figuresFile}`, "documents", anyone),
});

export const decisions = {
  rows: { ...promiseRows, ...decisionRows, ...figureFileRows },
  keeps: ["decision", "decisionStep", "decisionNumber"],
  journal: { prefix: "dec", at: "decision", readers: workers },
  residents: {
    row: promiseRows.getDecisionsPage,
    title: { pl: "Decyzje i obietnice", en: "Decisions and promises", uk: "Рішення та обіцянки" },
  },
  office: {
    row: decisionRows.getOfficeDecisions,
    title: { pl: "Decyzje ze spotkań", en: "Decisions of meetings" },
    about: {
      pl: "Obietnice z terminem i jednostką: postęp, dowody, liczby.",
      en: "Promises with a term and a unit: progress, proof, figures.",
    },
  },
} as const satisfies Slice;
