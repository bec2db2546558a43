import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { letterRows } from "../../shared/subjects/letters/rows.ts";
import { absenceRows, staffSheetRows } from "../../shared/subjects/staff/rows.ts";
import { endpointsOf, inModule } from "../endpoints.ts";

export const duties: Duties = {
  endpoints: endpointsOf("staff", {
    getOffice: () => import("./get-office.ts"),
    postUpload: () => import("./uploads.ts"),
    getUpload: () => import("./uploads.ts"),
    postUploadReading: () => import("./upload-pages.ts"),
    getOfficeUpload: () => import("./upload-pages.ts"),
    postOfficeUpload: () => import("./upload-pages.ts"),
    getWork: () => import("./get-work.ts"),
    getSignIn: () => import("./get-sign-in.ts"),
    getCallback: () => import("./get-callback.ts"),
    postSignOut: () => import("./post-sign-out.ts"),
    getUnits: () => import("./people.ts"),
    postUnit: () => import("./units.ts"),
    patchUnit: () => import("./units.ts"),
    deleteUnit: () => import("./units.ts"),
    getPeople: () => import("./people.ts"),
    getPerson: () => import("./people.ts"),
    patchPerson: () => import("./people.ts"),
    deletePerson: () => import("./people.ts"),
    postPersonSignOut: () => import("./people.ts"),
    getAudit: () => import("./journal.ts"),
    getOfficePeople: () => import("./units.ts"),
    getOfficePerson: () => import("./people.ts"),
    postOfficePerson: () => import("./people.ts"),
    postOfficePersonRemoval: () => import("./people.ts"),
    postOfficePersonSignOut: () => import("./people.ts"),
    getOfficeNewUnit: () => import("./units.ts"),
    postOfficeNewUnit: () => import("./units.ts"),
    getOfficeUnit: () => import("./units.ts"),
    postOfficeUnit: () => import("./units.ts"),
    postOfficeUnitRemoval: () => import("./units.ts"),
    getOfficeRights: () => import("./get-rights.ts"),
    getForms: () => import("./forms.ts"),
    getOfficeForms: () => import("./forms.ts"),
    getOfficeJournals: () => import("./journal.ts"),
    getOfficeJournal: () => import("./journal.ts"),
    ...inModule(staffSheetRows, () => import("../../shared/subjects/staff/acts.ts")),
    ...inModule(absenceRows, () => import("../../shared/subjects/staff/absence.ts")),
    ...inModule(letterRows, () => import("../../shared/subjects/letters/acts.ts")),
    getLetter: () => import("./letters.ts"),
    postLetterSending: () => import("./letters.ts"),
    postLettersAlike: () => import("./letters.ts"),
    postLetterSettlement: () => import("./letters.ts"),
    getOfficeLetter: () => import("./letters.ts"),
    postOfficeLetter: () => import("./letters.ts"),
  }),
  sweep: async (deps) => (await import("./morning-letters.ts")).writeMorningLetters(deps),
};

export const handler = onLambda(duties, {
  signer: () => import("../../shared/platform/signer.ts").then(({ signerOnAws }) => signerOnAws),
});
