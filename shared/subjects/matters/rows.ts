/** Where residents ask and demand something of the office, and where the office answers. */
import { ADDRESSES } from "../../domain/addresses.ts";
import { type Admission, type BucketRules, lettersTo } from "../../platform/admission.ts";
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, linked, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  form: ADDRESSES.matterForm,
  link: ADDRESSES.matter,
  list: ADDRESSES.officeMatters,
  one: ADDRESSES.officeMatter,
  entry: ADDRESSES.officeNewMatter,
  assignment: "/urzad/sprawy-mieszkancow/{matterId}/przydzial",
  extension: "/urzad/sprawy-mieszkancow/{matterId}/przedluzenie",
  answer: "/urzad/sprawy-mieszkancow/{matterId}/odpowiedz",
  collection: "/urzad/sprawy-mieszkancow/{matterId}/zebranie",
  data: "/urzad/sprawy-mieszkancow/{matterId}/dane",
  release: "/urzad/sprawy-mieszkancow/{matterId}/wydanie",
  telling: "/urzad/sprawy-mieszkancow/{matterId}/przekazanie",
  reopening: "/urzad/sprawy-mieszkancow/{matterId}/wznowienie",
} as const;

const often = <const B extends "address" | "network">(
  by: B,
  size: { readonly burst: number; readonly perHour: number },
) => ({ name: "matters", of: "site", by: [by], size, counts: "requests", empty: "wait" }) as const;

/** Questions with a number to call: a library's computer, a town's telephones. Each keeps somebody of the office busy. */
const CALLS = [
  often("address", { burst: 10, perHour: 6 }),
  often("network", { burst: 60, perHour: 60 }),
] as const satisfies BucketRules;
const LETTERS = lettersTo("matters");

const FORM = { bytes: 64_000, fields: 200 };
/** The matter, and the letter by which its mailbox is proved. */
const asking = {
  ...FORM,
  cost: { units: 24, letters: 1 },
  buckets: { letter: LETTERS, call: CALLS },
} as const satisfies Admission;
const confirming = {
  ...FORM,
  unlimited: "whoever has the link has proved the mailbox, and it is confirmed once",
} as const satisfies Admission;

const fn = "consultations";
/** What residents meet. */
export const askingRows = named({
  getMattersPage: page(`GET ${ADDRESSES.matters}`, fn, anyone),
  getMatterForm: page(`GET ${at.form}`, fn, anyone),
  postMatterForm: page(`POST ${at.form}`, fn, anyone, {
    admission: asking,
    title: { pl: "Pytanie lub wniosek do urzędu", en: "Question or request to the office" },
  }),
  postMatter: api("POST /v1/matters", fn, anyone, { admission: asking }),
  getMatterLink: page(`GET ${at.link}`, fn, linked),
  postMatterLink: page(`POST ${at.link}`, fn, linked, {
    admission: confirming,
    title: { pl: "Potwierdzenie sprawy", en: "Confirming a matter" },
  }),
});

/** Behind doors of the office alone: what is held of a person can be put together there. */
const desk = "supporters";
const keepers = ["clerk", "coordinator"] as const;
/** Who may be given a matter reads it. */
const readers = [...keepers, "unit"] as const;
const [reader, readerOffice] = [staff(...readers), office(...readers)];
const ONE = "/v1/staff/matters/{matterId}";

/** The list, and what a clerk enters. */
export const entryRows = named({
  getStaffMatters: api("GET /v1/staff/matters", desk, staff(...keepers)),
  postStaffMatter: act("POST /v1/staff/matters", desk, staff(...keepers), {
    pl: "Wpisano sprawę przyjętą w punkcie, telefonicznie lub listem.",
    en: "Entered a matter that came at the desk, by telephone or letter.",
  }),
  getOfficeMatters: page(`GET ${at.list}`, desk, office(...keepers)),
  getOfficeNewMatter: page(`GET ${at.entry}`, desk, office(...keepers)),
  postOfficeNewMatter: form(`POST ${at.entry}`, desk, office(...keepers), {
    saved: { pl: "Sprawa jest zapisana.", en: "The matter is saved." },
    next: { pl: "Termin biegnie od dnia wpływu.", en: "Its term runs from the day on which it came." },
  }),
});

/** Acts on one of them. */
export const matterRows = named({
  getStaffMatter: act(`GET ${ONE}`, desk, reader, { pl: "Przeczytano sprawę.", en: "Read a matter." }),
  postMatterAssignment: act(`POST ${ONE}/assignment`, desk, staff(...keepers), {
    pl: "Przydzielono sprawę.",
    en: "Assigned a matter.",
  }),
  postMatterExtension: act(`POST ${ONE}/extension`, desk, reader, {
    pl: "Przedłużono termin sprawy.",
    en: "Extended the term of a matter.",
  }),
  postMatterAnswer: act(`POST ${ONE}/answer`, desk, reader, {
    pl: "Odpowiedziano w sprawie.",
    en: "Answered a matter.",
  }),
  postMatterCollection: act(`POST ${ONE}/collection`, desk, staff(...keepers), {
    pl: "Zebrano dane osoby, która o nie pyta.",
    en: "Put together the data of a person who asks for it.",
  }),
  getMatterData: act(`GET ${ONE}/data`, desk, staff(...keepers), {
    pl: "Przeczytano zebrane dane osoby.",
    en: "Read the data of a person that was put together.",
  }),
  postMatterRelease: act(`POST ${ONE}/release`, desk, staff(...keepers), {
    pl: "Wydano dane osobie, która o nie pyta.",
    en: "Released data to the person who asks for it.",
  }),
  postMatterTelling: act(`POST ${ONE}/telling`, desk, reader, {
    pl: "Przekazano odpowiedź w sprawie.",
    en: "Told the answer to a matter.",
  }),
  postMatterReopening: act(`POST ${ONE}/reopening`, desk, staff(...keepers), {
    pl: "Wznowiono sprawę.",
    en: "Took a matter up again.",
  }),
  getOfficeMatter: page(`GET ${at.one}`, desk, readerOffice),
  postOfficeAssignment: form(`POST ${at.assignment}`, desk, office(...keepers), {
    saved: { pl: "Sprawa jest przydzielona.", en: "The matter is assigned." },
    next: { pl: "Jest na liście tej osoby lub jednostki.", en: "It is on the list of that person or unit." },
  }),
  postOfficeMatterExtension: form(`POST ${at.extension}`, desk, readerOffice, {
    saved: { pl: "Nowy termin jest zapisany.", en: "The new term is saved." },
    next: {
      pl: "Osoba dostaje list z powodem i nowym terminem.",
      en: "The person gets a letter with reason and new term.",
    },
  }),
  postOfficeAnswer: form(`POST ${at.answer}`, desk, readerOffice, {
    saved: { pl: "Odpowiedź jest zapisana.", en: "The answer is saved." },
    next: {
      pl: "Na e-mail idzie sama. Inaczej przekaż ją i zapisz to tutaj.",
      en: "To a mailbox it goes by itself. Else tell it, and note that here.",
    },
  }),
  postOfficeCollection: form(`POST ${at.collection}`, desk, office(...keepers), {
    saved: { pl: "Dane są zebrane.", en: "The data is put together." },
    next: {
      pl: "Obejrzyj je i zaproponuj odpowiedź.",
      en: "Look at it and propose the answer.",
    },
  }),
  getOfficeMatterData: page(`GET ${at.data}`, desk, office(...keepers)),
  postOfficeRelease: form(`POST ${at.release}`, desk, office(...keepers), {
    saved: { pl: "Odpowiedź jest zaproponowana.", en: "The answer is proposed." },
    next: {
      pl: "Wyjdzie, gdy zaakceptuje ją druga osoba.",
      en: "It leaves once a second person accepts it.",
    },
  }),
  postOfficeTelling: form(`POST ${at.telling}`, desk, readerOffice, {
    saved: { pl: "Odpowiedź jest przekazana.", en: "The answer is told." },
    next: { pl: "Sprawa jest załatwiona.", en: "The matter is done." },
  }),
  postOfficeReopening: form(`POST ${at.reopening}`, desk, office(...keepers), {
    saved: { pl: "Sprawa jest wznowiona.", en: "The matter is taken up again." },
    next: { pl: "Termin biegnie od dziś.", en: "Its term runs from today." },
  }),
});

export const matters = {
  rows: { ...askingRows, ...entryRows, ...matterRows },
  keeps: ["matter"],
  keepsByTwo: ["matter"],
  journal: { prefix: "mat", at: "matter", readers: ["coordinator"] },
  office: {
    row: entryRows.getOfficeMatters,
    title: { pl: "Sprawy mieszkańców", en: "Residents’ matters" },
    about: {
      pl: "Pytania i wnioski z terminem: dostępność, dane osobowe, informacja publiczna.",
      en: "Questions and requests with a term: accessibility, personal data, public information.",
    },
  },
} as const satisfies Slice;
