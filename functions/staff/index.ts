import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { getCallback } from "./get-callback.ts";
import { getOffice } from "./get-office.ts";
import { getSignIn } from "./get-sign-in.ts";
import { getWork } from "./get-work.ts";
import { writeMorningLetters } from "./morning-letters.ts";
import { postSignOut } from "./post-sign-out.ts";

export const duties: Duties = {
  endpoints: [getSignIn, getCallback, postSignOut, getOffice, getWork],
  sweep: writeMorningLetters,
};

export const handler = onLambda(duties);
