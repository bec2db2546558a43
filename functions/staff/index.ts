import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import * as directoryApi from "./directory-api.ts";
import * as directoryPages from "./directory-pages.ts";
import { getCallback } from "./get-callback.ts";
import { getOffice } from "./get-office.ts";
import { getDeskRights } from "./get-rights.ts";
import { getSignIn } from "./get-sign-in.ts";
import { getWork } from "./get-work.ts";
import { getAudit, getDeskJournal, getDeskJournals } from "./journal.ts";
import * as letters from "./letters.ts";
import { writeMorningLetters } from "./morning-letters.ts";
import { postSignOut } from "./post-sign-out.ts";

export const duties: Duties = {
  endpoints: [
    getSignIn,
    getCallback,
    postSignOut,
    getOffice,
    getWork,
    ...Object.values(directoryApi),
    ...Object.values(directoryPages),
    ...Object.values(letters),
    getDeskRights,
    getAudit,
    getDeskJournals,
    getDeskJournal,
  ],
  sweep: writeMorningLetters,
};

export const handler = onLambda(duties);
