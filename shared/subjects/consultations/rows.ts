/** Where consultations are met: by residents, and at the office. */
import { ADDRESSES } from "../../domain/addresses.ts";
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  list: ADDRESSES.consultations,
  one: ADDRESSES.consultation,
  document: "/konsultacje/{consultationId}/dokumenty/{documentId}/{documentVersion}",
  officeList: ADDRESSES.officeConsultations,
  officeNew: ADDRESSES.officeNewConsultation,
  officeOne: ADDRESSES.officeConsultation,
  change: "/urzad/konsultacje/{consultationId}/zmiana",
  announcements: "/urzad/konsultacje/{consultationId}/obwieszczenia",
  documents: "/urzad/konsultacje/{consultationId}/dokumenty",
  newActivity: "/urzad/konsultacje/{consultationId}/aktywnosci",
  activity: "/urzad/konsultacje/{consultationId}/aktywnosci/{activityId}",
  activityRemoval: "/urzad/konsultacje/{consultationId}/aktywnosci/{activityId}/usuniecie",
  publication: "/urzad/konsultacje/{consultationId}/ogloszenie",
  takingBack: "/urzad/konsultacje/{consultationId}/cofniecie",
  earlyEnd: "/urzad/konsultacje/{consultationId}/wczesniejszy-koniec",
  effects: "/urzad/konsultacje/{consultationId}/efekty",
  removal: "/urzad/konsultacje/{consultationId}/usuniecie",
} as const;

const fn = "consultations";
const editors = ["editor", "coordinator"] as const;
const [editor, editorOffice] = [staff(...editors), office(...editors)];
const ONE = "/v1/staff/consultations/{consultationId}";

/** What residents meet beside their meetings. */
export const publicRows = named({
  getConsultations: api(`GET ${ADDRESSES.consultationsJson}`, fn, anyone),
  getConsultationsPage: page(`GET ${at.list}`, fn, anyone),
  getConsultationDocument: page(`GET ${at.document}`, fn, anyone),
});

/** A consultation with its meetings. */
export const withMeetingsRows = named({
  getConsultation: api(`GET ${ADDRESSES.consultationJson}`, fn, anyone),
  getConsultationPage: page(`GET ${at.one}`, fn, anyone),
});

/** The office's acts on consultations. */
export const consultationRows = named({
  getStaffConsultations: api("GET /v1/staff/consultations", fn, editor),
  getStaffConsultation: api(`GET ${ONE}`, fn, editor),
  getOfficeConsultations: page(`GET ${at.officeList}`, fn, editorOffice),
  getOfficeConsultation: page(`GET ${at.officeOne}`, fn, editorOffice),
  postConsultation: act("POST /v1/staff/consultations", fn, editor, {
    pl: "Utworzono szkic konsultacji.",
    en: "A draft of a consultation was made.",
  }),
  getOfficeNewConsultation: page(`GET ${at.officeNew}`, fn, editorOffice),
  postOfficeConsultation: form(`POST ${at.officeNew}`, fn, editorOffice, {
    saved: { pl: "Szkic konsultacji jest zapisany.", en: "The draft of the consultation is saved." },
    next: {
      pl: "Dodaj dokumenty i obwieszczenia, potem otwórz konsultacje.",
      en: "Add documents and announcements, then open the consultation.",
    },
  }),
  patchConsultation: act(`PATCH ${ONE}`, fn, editor, {
    pl: "Zmieniono konsultacje.",
    en: "The consultation was changed.",
  }),
  getOfficeConsultationChange: page(`GET ${at.change}`, fn, editorOffice),
  postOfficeConsultationEdit: form(`POST ${at.change}`, fn, editorOffice, {
    saved: { pl: "Zmiany konsultacji są zapisane.", en: "The changes of the consultation are saved." },
    next: {
      pl: "Otwarte konsultacje mieszkańcy widzą tak od razu.",
      en: "An open consultation looks so to residents at once.",
    },
  }),
  postConsultationAnnouncement: act(`POST ${ONE}/announcements`, fn, editor, {
    pl: "Zapisano obwieszczenie o konsultacjach.",
    en: "An announcement of the consultation was noted.",
  }),
  postOfficeConsultationAnnouncement: form(`POST ${at.announcements}`, fn, editorOffice, {
    saved: { pl: "Obwieszczenie jest zapisane.", en: "The announcement is noted." },
    next: {
      pl: "Termin biegnie od ostatniego wymaganego obwieszczenia.",
      en: "The term runs from the latest announcement that is needed.",
    },
  }),
  postConsultationDocument: act(`POST ${ONE}/documents`, fn, editor, {
    pl: "Dodano dokument konsultacji.",
    en: "A document of the consultation was added.",
  }),
  getOfficeConsultationDocument: page(`GET ${at.documents}`, fn, editorOffice),
  postOfficeConsultationDocument: form(`POST ${at.documents}`, fn, editorOffice, {
    saved: { pl: "Dokument jest dodany.", en: "The document is added." },
    next: { pl: "Poprzednie wersje zostają na stronie.", en: "Earlier versions stay on the page." },
  }),
  postPublication: act(`POST ${ONE}/publication`, fn, editor, {
    pl: "Otwarto konsultacje.",
    en: "The consultation was opened.",
  }),
  postOfficePublication: form(`POST ${at.publication}`, fn, editorOffice, {
    saved: { pl: "Konsultacje są otwarte.", en: "The consultation is open." },
    next: {
      pl: "Mieszkańcy widzą je od razu, z dokumentami i spotkaniami.",
      en: "Residents see it at once, with its documents and meetings.",
    },
  }),
  postConsultationEffects: act(`POST ${ONE}/effects`, fn, editor, {
    pl: "Ogłoszono efekty konsultacji.",
    en: "What came of the consultation was published.",
  }),
  postOfficeConsultationEffects: form(`POST ${at.effects}`, fn, editorOffice, {
    saved: { pl: "Efekty są ogłoszone.", en: "What came of it is published." },
    next: { pl: "Stoją na stronie konsultacji.", en: "It stands on the page of the consultation." },
  }),
  deleteConsultation: act(`DELETE ${ONE}`, fn, editor, {
    pl: "Usunięto szkic konsultacji.",
    en: "A draft of a consultation was removed.",
  }),
  postOfficeConsultationRemoval: form(`POST ${at.removal}`, fn, editorOffice, {
    saved: { pl: "Szkic konsultacji jest usunięty.", en: "The draft of the consultation is removed." },
    next: { pl: "Nikt poza urzędem go nie widział.", en: "Nobody but the office has seen it." },
  }),
});

/** What two people do to one that is open: take it back, or end it. */
export const undoingRows = named({
  postConsultationTakingBack: act(`POST ${ONE}/taking-back`, fn, editor, {
    pl: "Cofnięto otwarcie konsultacji.",
    en: "The opening of a consultation was taken back.",
  }),
  postOfficeConsultationTakingBack: form(`POST ${at.takingBack}`, fn, editorOffice, {
    saved: { pl: "Cofnięcie czeka na drugą osobę.", en: "It waits for a second person." },
    next: {
      pl: "Po jej zgodzie powód stoi na stronie konsultacji.",
      en: "Once they agree, the reason stands on the page.",
    },
  }),
  postConsultationEarlyEnd: act(`POST ${ONE}/early-end`, fn, editor, {
    pl: "Zakończono konsultacje wcześniej.",
    en: "A consultation was ended earlier.",
  }),
  postOfficeConsultationEarlyEnd: form(`POST ${at.earlyEnd}`, fn, editorOffice, {
    saved: { pl: "Wcześniejszy koniec czeka na drugą osobę.", en: "It waits for a second person." },
    next: {
      pl: "Po jej zgodzie konsultacje kończą się od razu.",
      en: "Once they agree, the consultation ends at once.",
    },
  }),
});

/** Ways to take part, each with a time of its own. */
export const activityRows = named({
  postConsultationActivity: act(`POST ${ONE}/activities`, fn, editor, {
    pl: "Dodano sposób udziału w konsultacjach.",
    en: "A way to take part in a consultation was added.",
  }),
  getOfficeNewConsultationActivity: page(`GET ${at.newActivity}`, fn, editorOffice),
  postOfficeConsultationActivity: form(`POST ${at.newActivity}`, fn, editorOffice, {
    saved: { pl: "Sposób udziału jest dodany.", en: "The way to take part is added." },
    next: {
      pl: "Stoi na stronie konsultacji ze swoim terminem.",
      en: "It stands on the page of the consultation with its time.",
    },
  }),
  getOfficeConsultationActivity: page(`GET ${at.activity}`, fn, editorOffice),
  patchConsultationActivity: act(`PATCH ${ONE}/activities/{activityId}`, fn, editor, {
    pl: "Zmieniono sposób udziału w konsultacjach.",
    en: "A way to take part in a consultation was changed.",
  }),
  postOfficeConsultationActivityEdit: form(`POST ${at.activity}`, fn, editorOffice, {
    saved: { pl: "Zmiana sposobu udziału jest zapisana.", en: "The change is saved." },
    next: {
      pl: "W otwartych konsultacjach mieszkańcy widzą ją od razu.",
      en: "Residents see it at once where the consultation is open.",
    },
  }),
  deleteConsultationActivity: act(`DELETE ${ONE}/activities/{activityId}`, fn, editor, {
    pl: "Usunięto sposób udziału w konsultacjach.",
    en: "A way to take part in a consultation was removed.",
  }),
  postOfficeConsultationActivityRemoval: form(`POST ${at.activityRemoval}`, fn, editorOffice, {
    saved: { pl: "Sposób udziału jest usunięty.", en: "The way to take part is removed." },
    next: { pl: "Mieszkańcy go nie widzieli.", en: "Residents have not seen it." },
  }),
});

export const consultations = {
  rows: { ...publicRows, ...withMeetingsRows, ...consultationRows, ...activityRows, ...undoingRows },
  keeps: ["consultation", "consultationPart"],
  keepsByTwo: ["consultation", "consultationPart"],
  journal: { prefix: "cns", at: "consultation", readers: editors },
} as const satisfies Slice;
