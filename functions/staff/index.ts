import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { endpointsOf } from "../endpoints.ts";

export const duties: Duties = {
  endpoints: endpointsOf("staff", {
    getOffice: () => import("./get-office.ts"),
    getWork: () => import("./get-work.ts"),
    getSignIn: () => import("./get-sign-in.ts"),
    getCallback: () => import("./get-callback.ts"),
    postSignOut: () => import("./post-sign-out.ts"),
    getUnits: () => import("./directory-api.ts"),
    postUnit: () => import("./directory-api.ts"),
    patchUnit: () => import("./directory-api.ts"),
    deleteUnit: () => import("./directory-api.ts"),
    getPeople: () => import("./directory-api.ts"),
    getPerson: () => import("./directory-api.ts"),
    patchPerson: () => import("./directory-api.ts"),
    deletePerson: () => import("./directory-api.ts"),
    getAudit: () => import("./journal.ts"),
    getDeskPeople: () => import("./directory-pages.ts"),
    getDeskPerson: () => import("./directory-pages.ts"),
    postDeskPerson: () => import("./directory-pages.ts"),
    postDeskPersonRemoval: () => import("./directory-pages.ts"),
    getDeskNewUnit: () => import("./directory-pages.ts"),
    postDeskNewUnit: () => import("./directory-pages.ts"),
    getDeskUnit: () => import("./directory-pages.ts"),
    postDeskUnit: () => import("./directory-pages.ts"),
    postDeskUnitRemoval: () => import("./directory-pages.ts"),
    getDeskRights: () => import("./get-rights.ts"),
    getDeskJournals: () => import("./journal.ts"),
    getDeskJournal: () => import("./journal.ts"),
    getLetter: () => import("./letters.ts"),
    postLetterSending: () => import("./letters.ts"),
    postLetterSettlement: () => import("./letters.ts"),
    getDeskLetter: () => import("./letters.ts"),
    postDeskLetter: () => import("./letters.ts"),
  }),
  sweep: async (deps) => (await import("./morning-letters.ts")).writeMorningLetters(deps),
};

export const handler = onLambda(duties);
