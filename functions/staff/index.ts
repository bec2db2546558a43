import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { endpointsOf } from "../endpoints.ts";

export const duties: Duties = {
  endpoints: endpointsOf("staff", {
    getOffice: () => import("./get-office.ts"),
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
    getAudit: () => import("./journal.ts"),
    getDeskPeople: () => import("./units.ts"),
    getDeskPerson: () => import("./people.ts"),
    postDeskPerson: () => import("./people.ts"),
    postDeskPersonRemoval: () => import("./people.ts"),
    getDeskNewUnit: () => import("./units.ts"),
    postDeskNewUnit: () => import("./units.ts"),
    getDeskUnit: () => import("./units.ts"),
    postDeskUnit: () => import("./units.ts"),
    postDeskUnitRemoval: () => import("./units.ts"),
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
