/** Where minutes of meetings are written, accepted and read, and where motions for them are handed in. */
import { ADDRESSES } from "../../domain/addresses.ts";
import { type Admission, lettersTo } from "../../platform/admission.ts";
import { named } from "../../platform/route.ts";
import { act, anyone, api, form, linked, office, page, staff } from "../../platform/row.ts";
import type { Slice } from "../slice.ts";

export const at = {
  minutes: ADDRESSES.minutes,
  file: ADDRESSES.minutesFile,
  motions: ADDRESSES.motions,
  motionLink: "/spotkania/{meetingId}/wnioski/{token}",
  office: ADDRESSES.officeMinutes,
  writing: "/urzad/spotkania/{meetingId}/protokol/tresc",
  acceptance: "/urzad/spotkania/{meetingId}/protokol/przyjecie",
  motionEntry: "/urzad/spotkania/{meetingId}/wnioski",
  officeMotion: "/urzad/spotkania/{meetingId}/wnioski/{motionId}",
} as const;

const fn = "consultations";
const writers = ["editor", "coordinator", "clerk"] as const;
const [writer, writerOffice] = [staff(...writers), office(...writers)];
const ONE = "/v1/staff/meetings/{meetingId}";

const FORM = { bytes: 32_000, fields: 20 };
/** The letter with the link by which a motion is written. */
const asking = {
  ...FORM,
  cost: { units: 14, letters: 1 },
  buckets: { link: lettersTo("motions") },
} as const satisfies Admission;
const handingIn = {
  ...FORM,
  unlimited: "whoever has the link has proved the mailbox, and a mailbox hands in three motions at a meeting",
} as const satisfies Admission;

/** What residents meet. */
export const readingRows = named({
  getMinutes: api("GET /v1/meetings/{meetingId}/minutes", fn, anyone),
  getMinutesPage: page(`GET ${at.minutes}`, fn, anyone),
});

export const motionRows = named({
  postMotionRequest: api("POST /v1/meetings/{meetingId}/motions", fn, anyone, { admission: asking }),
  getMotionsPage: page(`GET ${at.motions}`, fn, anyone),
  postMotionsPage: page(`POST ${at.motions}`, fn, anyone, {
    admission: asking,
    title: { pl: "Wniosek do protokołu: link na adres", en: "Motion for the minutes: link to an address" },
  }),
  getMotionLink: page(`GET ${at.motionLink}`, fn, linked),
  postMotionLink: page(`POST ${at.motionLink}`, fn, linked, {
    admission: handingIn,
    title: { pl: "Wniosek do protokołu", en: "Motion for the minutes" },
  }),
});

/** The office's acts on them. */
export const minutesRows = named({
  getStaffMinutes: api(`GET ${ONE}/minutes`, fn, writer),
  postMinutes: act(`POST ${ONE}/minutes`, fn, writer, {
    pl: "Zapisano protokół spotkania.",
    en: "Wrote the minutes of a meeting.",
  }),
  postMinutesAcceptance: act(`POST ${ONE}/minutes/acceptance`, fn, writer, {
    pl: "Przyjęto i ogłoszono protokół spotkania.",
    en: "Accepted and published the minutes of a meeting.",
  }),
  getOfficeMinutes: page(`GET ${at.office}`, fn, writerOffice),
  getOfficeMinutesWriting: page(`GET ${at.writing}`, fn, writerOffice),
  postOfficeMinutes: form(`POST ${at.writing}`, fn, writerOffice, {
    saved: { pl: "Protokół jest zapisany.", en: "The minutes are saved." },
    next: { pl: "Przyjmie go druga osoba.", en: "A second person accepts them." },
  }),
  postOfficeMinutesAcceptance: form(`POST ${at.acceptance}`, fn, writerOffice, {
    saved: { pl: "Protokół jest przyjęty i ogłoszony.", en: "The minutes are accepted and published." },
    next: {
      pl: "Osoby, które złożyły wnioski, dostaną list.",
      en: "Those who handed in motions get a letter.",
    },
  }),
});

export const motionEntryRows = named({
  postStaffMotion: act(`POST ${ONE}/motions`, fn, writer, {
    pl: "Wpisano wniosek złożony na piśmie.",
    en: "Entered a motion that was handed in in writing.",
  }),
  patchMotion: act(`PATCH ${ONE}/motions/{motionId}`, fn, writer, {
    pl: "Zmieniono treść wniosku w protokole.",
    en: "Changed how the minutes have a motion.",
  }),
  getOfficeMotionEntry: page(`GET ${at.motionEntry}`, fn, writerOffice),
  postOfficeMotion: form(`POST ${at.motionEntry}`, fn, writerOffice, {
    saved: { pl: "Wniosek jest zapisany.", en: "The motion is saved." },
    next: { pl: "Będzie w protokole, gdy go przyjmą.", en: "The minutes have it once they are accepted." },
  }),
  getOfficeMotion: page(`GET ${at.officeMotion}`, fn, writerOffice),
  postOfficeMotionChange: form(`POST ${at.officeMotion}`, fn, writerOffice, {
    saved: { pl: "Treść wniosku jest zapisana.", en: "The text of the motion is saved." },
    next: { pl: "Protokół przyjmie ktoś inny niż Ty.", en: "Somebody other than you accepts the minutes." },
  }),
});

/** Their files, by the function that writes PDF. */
export const minutesFileRows = named({
  getMinutesFile: api(`GET ${at.file}`, "documents", anyone),
});

export const minutes = {
  rows: { ...readingRows, ...motionRows, ...minutesRows, ...motionEntryRows, ...minutesFileRows },
  keeps: ["minutes", "minutesVersion", "minutesNumber", "motion", "motionsCame"],
} as const satisfies Slice;
