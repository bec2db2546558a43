/** Where programmes of consultations are met: each on a page with all that is in it, and at the office. */
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  one: "/konsultacje/programy/{programmeId}",
  officeList: "/urzad/konsultacje/programy",
  officeNew: "/urzad/konsultacje/programy/nowy",
  officeOne: "/urzad/konsultacje/programy/{programmeId}",
  change: "/urzad/konsultacje/programy/{programmeId}/zmiana",
  removal: "/urzad/konsultacje/programy/{programmeId}/usuniecie",
} as const;

const fn = "consultations";
const editors = ["editor", "coordinator"] as const;
const [editor, editorOffice] = [staff(...editors), office(...editors)];
const ALL = "/v1/staff/consultations/programmes";

export const programmeRows = named({
  getProgrammes: api("GET /v1/consultations/programmes", fn, anyone),
  getProgramme: api("GET /v1/consultations/programmes/{programmeId}", fn, anyone),
  getProgrammePage: page(`GET ${at.one}`, fn, anyone),
});

export const officeProgrammeRows = named({
  getStaffProgramme: api(`GET ${ALL}/{programmeId}`, fn, editor),
  getOfficeProgrammes: page(`GET ${at.officeList}`, fn, editorOffice),
  getOfficeProgramme: page(`GET ${at.officeOne}`, fn, editorOffice),
  postProgramme: act(`POST ${ALL}`, fn, editor, {
    pl: "Utworzono program konsultacji.",
    en: "A programme of consultations was made.",
  }),
  getOfficeNewProgramme: page(`GET ${at.officeNew}`, fn, editorOffice),
  postOfficeProgramme: form(`POST ${at.officeNew}`, fn, editorOffice, {
    saved: { pl: "Program konsultacji jest zapisany.", en: "The programme is saved." },
    next: {
      pl: "Wybierz go w formularzu każdych konsultacji, które do niego należą.",
      en: "Choose it in the form of each consultation that belongs to it.",
    },
  }),
  patchProgramme: act(`PATCH ${ALL}/{programmeId}`, fn, editor, {
    pl: "Zmieniono program konsultacji.",
    en: "A programme of consultations was changed.",
  }),
  getOfficeProgrammeChange: page(`GET ${at.change}`, fn, editorOffice),
  postOfficeProgrammeEdit: form(`POST ${at.change}`, fn, editorOffice, {
    saved: { pl: "Zmiana programu jest zapisana.", en: "The change of the programme is saved." },
    next: { pl: "Mieszkańcy widzą ją od razu.", en: "Residents see it at once." },
  }),
  deleteProgramme: act(`DELETE ${ALL}/{programmeId}`, fn, editor, {
    pl: "Usunięto program konsultacji.",
    en: "A programme of consultations was removed.",
  }),
  postOfficeProgrammeRemoval: form(`POST ${at.removal}`, fn, editorOffice, {
    saved: { pl: "Program konsultacji jest usunięty.", en: "The programme is removed." },
    next: { pl: "Nie było w nim żadnych konsultacji.", en: "No consultation was in it." },
  }),
});

export const programmes = {
  rows: { ...programmeRows, ...officeProgrammeRows },
  keeps: ["programme"],
  journal: { prefix: "pgm", at: "programme", readers: editors },
} as const satisfies Slice;
