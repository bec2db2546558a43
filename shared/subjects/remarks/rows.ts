/** Where people say something to a consultation, and where the office answers it. */
import { type Admission, lettersTo } from "../../platform/admission.ts";
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, linked, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  list: "/konsultacje/{consultationId}/uwagi",
  form: "/konsultacje/{consultationId}/uwagi/nowa",
  link: "/konsultacje/{consultationId}/uwagi/potwierdzenie/{waitingId}/{proof}",
  csv: "/v1/consultations/{consultationId}/remarks.csv",
  report: "/konsultacje/{consultationId}/raport",
  reportFile: "/v1/consultations/{consultationId}/report/{file}",
  quality: "/konsultacje/{consultationId}/jakosc",
  officeList: "/urzad/konsultacje/{consultationId}/uwagi",
  entry: "/urzad/konsultacje/{consultationId}/uwagi/wpis",
  group: "/urzad/konsultacje/{consultationId}/uwagi/rozstrzygniecia",
  set: "/urzad/konsultacje/{consultationId}/uwagi/rozstrzygniecia/{setId}",
  setDecision: "/urzad/konsultacje/{consultationId}/uwagi/rozstrzygniecia/{setId}/rozstrzygniecie",
  table: "/urzad/konsultacje/{consultationId}/uwagi/arkusz",
  tableFile: "/urzad/uwagi-arkusz/{consultationId}",
  one: "/urzad/konsultacje/{consultationId}/uwagi/{remarkId}",
  decision: "/urzad/konsultacje/{consultationId}/uwagi/{remarkId}/rozstrzygniecie",
  officeReport: "/urzad/konsultacje/{consultationId}/raport",
  writing: "/urzad/konsultacje/{consultationId}/raport/tresc",
  publication: "/urzad/konsultacje/{consultationId}/raport/ogloszenie",
} as const;

const FORM = { bytes: 64_000, fields: 200 };
/** What waits for its link, and the letter. */
const saying = {
  ...FORM,
  cost: { units: 30, letters: 1 },
  buckets: { letter: lettersTo("remarks") },
} as const satisfies Admission;
const confirming = {
  ...FORM,
  unlimited: "whoever has the link has proved the mailbox, and it is confirmed once",
} as const satisfies Admission;

const fn = "consultations";
const editors = ["editor", "coordinator"] as const;
const keyers = [...editors, "clerk"] as const;
const [editor, editorOffice] = [staff(...editors), office(...editors)];
const [keyer, keyerOffice] = [staff(...keyers), office(...keyers)];
const ONE = "/v1/staff/consultations/{consultationId}";

/** What residents meet. */
export const sayingRows = named({
  getRemarks: api("GET /v1/consultations/{consultationId}/remarks", fn, anyone),
  getRemarksFile: api(`GET ${at.csv}`, fn, anyone),
  postRemark: api("POST /v1/consultations/{consultationId}/remarks", fn, anyone, { admission: saying }),
  getRemarksPage: page(`GET ${at.list}`, fn, anyone),
  getRemarkForm: page(`GET ${at.form}`, fn, anyone),
  postRemarkForm: page(`POST ${at.form}`, fn, anyone, {
    admission: saying,
    title: { pl: "Uwaga do konsultacji", en: "Remark on a consultation" },
  }),
  getRemarkLink: page(`GET ${at.link}`, fn, linked),
  postRemarkLink: page(`POST ${at.link}`, fn, linked, {
    admission: confirming,
    title: { pl: "Potwierdzenie uwagi", en: "Confirming a remark" },
  }),
});

/** The office's acts on what was said. */
export const remarkRows = named({
  getOfficeRemarks: page(`GET ${at.officeList}`, fn, keyerOffice),
  postStaffRemarks: act(`POST ${ONE}/remarks`, fn, keyer, {
    pl: "Wpisano uwagi spoza internetu.",
    en: "Entered remarks that came otherwise than on line.",
  }),
  getOfficeRemarkEntry: page(`GET ${at.entry}`, fn, keyerOffice),
  postOfficeRemarks: form(`POST ${at.entry}`, fn, keyerOffice, {
    saved: { pl: "Uwagi są zapisane.", en: "The remarks are saved." },
    next: { pl: "Czekają na rozstrzygnięcie.", en: "They wait for a decision." },
  }),
  getStaffRemark: api(`GET ${ONE}/remarks/{remarkId}`, fn, keyer),
  getOfficeRemark: page(`GET ${at.one}`, fn, keyerOffice),
  postRemarkDecision: act(`POST ${ONE}/remarks/{remarkId}/decision`, fn, editor, {
    pl: "Rozstrzygnięto uwagę.",
    en: "Decided about a remark.",
  }),
  postOfficeRemarkDecision: form(`POST ${at.decision}`, fn, editorOffice, {
    saved: { pl: "Uwaga jest rozstrzygnięta.", en: "The remark is decided." },
    next: { pl: "Mieszkańcy widzą to na liście uwag.", en: "Residents see it in the list of remarks." },
  }),
});

/** Remarks that are decided together: groups of like ones, which the system proposes and a person confirms, and others by number. */
export const setRows = named({
  getOfficeRemarkSets: page(`GET ${at.group}`, fn, editorOffice),
  getRemarkSets: api(`GET ${ONE}/remark-sets`, fn, editor),
  getOfficeRemarkSet: page(`GET ${at.set}`, fn, editorOffice),
  postRemarkDecisions: act(`POST ${ONE}/remark-sets/{setId}/decision`, fn, editor, {
    pl: "Rozstrzygnięto grupę uwag.",
    en: "Decided about a group of remarks.",
  }),
  postOfficeRemarkDecisions: form(`POST ${at.setDecision}`, fn, editorOffice, {
    saved: { pl: "Uwagi są rozstrzygnięte.", en: "The remarks are decided." },
    next: { pl: "Mieszkańcy widzą to na liście uwag.", en: "Residents see it in the list of remarks." },
  }),
});

/** Decisions that are filled in a sheet: what waits goes out, and comes back as a difference. */
export const tableRows = named({
  postRemarkTable: act(`POST ${ONE}/remark-table`, fn, editor, {
    pl: "Rozstrzygnięto uwagi z arkusza.",
    en: "Decided about remarks by a sheet.",
  }),
  getOfficeRemarkTable: page(`GET ${at.table}`, fn, editorOffice),
  postOfficeRemarkTable: form(`POST ${at.table}`, fn, editorOffice, {
    saved: { pl: "Uwagi z arkusza są rozstrzygnięte.", en: "The remarks of the sheet are decided." },
    next: { pl: "Mieszkańcy widzą to na liście uwag.", en: "Residents see it in the list of remarks." },
  }),
});

export const tableFileRows = named({
  getRemarkTableFile: api("GET /v1/staff/remark-tables/{consultationId}", "documents", editor),
  getOfficeRemarkTableFile: page(`GET ${at.tableFile}`, "documents", editorOffice),
});

/** How well a consultation was held, counted from what was said, decided and promised. */
export const qualityRows = named({
  getConsultationQuality: api("GET /v1/consultations/{consultationId}/quality", fn, anyone),
  getConsultationQualityPage: page(`GET ${at.quality}`, fn, anyone),
});

/** The report: made of what was said and decided, accepted by a second person. */
export const reportRows = named({
  getConsultationReport: api("GET /v1/consultations/{consultationId}/report", fn, anyone),
  getConsultationReportPage: page(`GET ${at.report}`, fn, anyone),
  getStaffConsultationReport: api(`GET ${ONE}/report`, fn, editor),
  getOfficeConsultationReport: page(`GET ${at.officeReport}`, fn, editorOffice),
  postConsultationReport: act(`POST ${ONE}/report`, fn, editor, {
    pl: "Napisano raport z konsultacji.",
    en: "Wrote the report of a consultation.",
  }),
  postOfficeConsultationReport: form(`POST ${at.writing}`, fn, editorOffice, {
    saved: { pl: "Raport jest zapisany.", en: "The report is saved." },
    next: {
      pl: "Gdy każda uwaga jest rozstrzygnięta, zaproponuj ogłoszenie.",
      en: "Once each remark is decided, propose to publish it.",
    },
  }),
  postConsultationReportPublication: act(`POST ${ONE}/report/publication`, fn, editor, {
    pl: "Ogłoszono raport z konsultacji.",
    en: "Published the report of a consultation.",
  }),
  postOfficeConsultationReportPublication: form(`POST ${at.publication}`, fn, editorOffice, {
    saved: { pl: "Ogłoszenie raportu jest zaproponowane.", en: "The report is proposed for publication." },
    next: {
      pl: "Czeka na drugą osobę. Gdy je przyjmie, raport jest jawny i wychodzą odpowiedzi.",
      en: "It waits for a second person. When that person accepts, it is public and answers leave.",
    },
  }),
});

export const reportFileRows = named({
  getConsultationReportFile: api(`GET ${at.reportFile}`, "documents", anyone),
});

export const remarks = {
  rows: {
    ...sayingRows,
    ...remarkRows,
    ...setRows,
    ...tableRows,
    ...tableFileRows,
    ...qualityRows,
    ...reportRows,
    ...reportFileRows,
  },
  keeps: ["remark", "remarkAuthor", "waitingRemark"],
  keepsByTwo: ["consultationPart"],
} as const satisfies Slice;
