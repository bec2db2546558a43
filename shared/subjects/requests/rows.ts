/** Where requests of residents for a consultation are met: listed for everybody, kept at the office. */
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

const OFFICE = "/urzad/konsultacje/wnioski";
const ONE_OFFICE = `${OFFICE}/{requestId}` as const;

export const at = {
  list: "/konsultacje/wnioski",
  one: "/konsultacje/wnioski/{requestId}",
  officeList: OFFICE,
  officeNew: `${OFFICE}/nowy`,
  officeOne: ONE_OFFICE,
  supporters: `${ONE_OFFICE}/poparcie`,
  call: `${ONE_OFFICE}/wezwanie`,
  correction: `${ONE_OFFICE}/uzupelnienie`,
  completion: `${ONE_OFFICE}/kompletnosc`,
  acceptance: `${ONE_OFFICE}/uwzglednienie`,
  refusal: `${ONE_OFFICE}/odmowa`,
  appeal: `${ONE_OFFICE}/odwolanie`,
  passing: `${ONE_OFFICE}/przekazanie`,
  outcome: `${ONE_OFFICE}/rozstrzygniecie`,
} as const;

const fn = "consultations";
const editors = ["editor", "coordinator"] as const;
const [editor, editorOffice] = [staff(...editors), office(...editors)];
const ALL = "/v1/staff/consultations/requests";
const ONE = `${ALL}/{requestId}` as const;

export const requestRows = named({
  getConsultationRequests: api("GET /v1/consultations/requests", fn, anyone),
  getConsultationRequest: api("GET /v1/consultations/requests/{requestId}", fn, anyone),
  getConsultationRequestsPage: page(`GET ${at.list}`, fn, anyone),
  getConsultationRequestPage: page(`GET ${at.one}`, fn, anyone),
});

export const officeRequestRows = named({
  getStaffConsultationRequest: act(`GET ${ONE}`, fn, editor, {
    pl: "Przeczytano wniosek o konsultacje z danymi przedstawiciela.",
    en: "Read a request for a consultation with who speaks for it.",
  }),
  getOfficeConsultationRequests: page(`GET ${at.officeList}`, fn, editorOffice),
  getOfficeConsultationRequest: page(`GET ${at.officeOne}`, fn, editorOffice),
  postConsultationRequest: act(`POST ${ALL}`, fn, editor, {
    pl: "Wpisano wniosek mieszkańców o konsultacje.",
    en: "Entered a request of residents for a consultation.",
  }),
  getOfficeNewConsultationRequest: page(`GET ${at.officeNew}`, fn, editorOffice),
  postOfficeConsultationRequest: form(`POST ${at.officeNew}`, fn, editorOffice, {
    saved: { pl: "Wniosek jest wpisany.", en: "The request is entered." },
    next: {
      pl: "Wpisz listę poparcia i sprawdź braki.",
      en: "Enter who signed it, and check what is missing.",
    },
  }),
  postRequestSupporters: act(`POST ${ONE}/supporters`, fn, editor, {
    pl: "Wpisano osoby popierające wniosek o konsultacje.",
    en: "Entered who signed a request for a consultation.",
  }),
  postOfficeRequestSupporters: form(`POST ${at.supporters}`, fn, editorOffice, {
    saved: { pl: "Lista jest wpisana.", en: "The list is entered." },
    next: { pl: "Kto jest na niej drugi raz, liczy się raz.", en: "Who stands on it twice counts once." },
  }),
  postRequestCall: act(`POST ${ONE}/call`, fn, editor, {
    pl: "Wezwano do uzupełnienia wniosku o konsultacje.",
    en: "Called for what a request for a consultation lacks.",
  }),
  postOfficeRequestCall: form(`POST ${at.call}`, fn, editorOffice, {
    saved: { pl: "Wezwanie jest zapisane.", en: "The call is saved." },
    next: {
      pl: "Na e-mail idzie samo. Bez e-maila wyślij je pocztą.",
      en: "To a mailbox it goes by itself. Without one, post it.",
    },
  }),
  postRequestCorrection: act(`POST ${ONE}/correction`, fn, editor, {
    pl: "Zapisano uzupełnienie wniosku o konsultacje.",
    en: "Noted what a request for a consultation had lacked.",
  }),
  postOfficeRequestCorrection: form(`POST ${at.correction}`, fn, editorOffice, {
    saved: { pl: "Uzupełnienie jest zapisane.", en: "It is noted." },
    next: {
      pl: "Termin odpowiedzi biegnie od tego dnia.",
      en: "The term for the answer runs from that day.",
    },
  }),
  postRequestCompletion: act(`POST ${ONE}/completion`, fn, editor, {
    pl: "Uznano wniosek o konsultacje za kompletny.",
    en: "Found a request for a consultation complete.",
  }),
  postOfficeRequestCompletion: form(`POST ${at.completion}`, fn, editorOffice, {
    saved: { pl: "Wniosek jest kompletny.", en: "The request is complete." },
    next: { pl: "Teraz czeka na odpowiedź.", en: "Now it waits for its answer." },
  }),
  postRequestAcceptance: act(`POST ${ONE}/acceptance`, fn, editor, {
    pl: "Uwzględniono wniosek o konsultacje.",
    en: "Accepted a request for a consultation.",
  }),
  postOfficeRequestAcceptance: form(`POST ${at.acceptance}`, fn, editorOffice, {
    saved: { pl: "Wniosek jest uwzględniony.", en: "The request is accepted." },
    next: {
      pl: "Przygotuj konsultacje i wskaż w nich ten wniosek.",
      en: "Prepare the consultation, and name this request in it.",
    },
  }),
  postRequestRefusal: act(`POST ${ONE}/refusal`, fn, editor, {
    pl: "Odmówiono konsultacji, o które wnosili mieszkańcy.",
    en: "Refused a consultation that residents asked for.",
  }),
  postOfficeRequestRefusal: form(`POST ${at.refusal}`, fn, editorOffice, {
    saved: { pl: "Odmowa jest zapisana.", en: "The refusal is saved." },
    next: { pl: "Od tego dnia biegnie termin odwołania.", en: "The term for an appeal runs from that day." },
  }),
  postRequestAppeal: act(`POST ${ONE}/appeal`, fn, editor, {
    pl: "Zapisano odwołanie do Rady Miasta.",
    en: "Noted an appeal to the city council.",
  }),
  postOfficeRequestAppeal: form(`POST ${at.appeal}`, fn, editorOffice, {
    saved: { pl: "Odwołanie jest zapisane.", en: "The appeal is noted." },
    next: { pl: "Przekaż je Radzie Miasta.", en: "Pass it on to the city council." },
  }),
  postRequestPassing: act(`POST ${ONE}/passing`, fn, editor, {
    pl: "Przekazano odwołanie Radzie Miasta.",
    en: "Passed an appeal on to the city council.",
  }),
  postOfficeRequestPassing: form(`POST ${at.passing}`, fn, editorOffice, {
    saved: { pl: "Przekazanie jest zapisane.", en: "It is noted that it was passed on." },
    next: {
      pl: "Po sesji wpisz, co postanowiła Rada.",
      en: "After the session enter what the council decided.",
    },
  }),
  postRequestOutcome: act(`POST ${ONE}/outcome`, fn, editor, {
    pl: "Wpisano rozstrzygnięcie Rady Miasta.",
    en: "Entered what the city council decided.",
  }),
  postOfficeRequestOutcome: form(`POST ${at.outcome}`, fn, editorOffice, {
    saved: { pl: "Rozstrzygnięcie jest zapisane.", en: "The decision is saved." },
    next: { pl: "Stoi na stronie wniosku.", en: "It stands on the page of the request." },
  }),
});

export const requests = {
  rows: { ...requestRows, ...officeRequestRows },
  keeps: ["consultationRequest", "consultationRequestPart"],
  keepsByTwo: ["consultationRequest"],
  journal: { prefix: "crq", at: "consultationRequest", readers: editors },
} as const satisfies Slice;
