import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { rollPages } from "./desk-roll.ts";
import { getReceipt } from "./get-receipt.ts";
import { getDeskSignals, getSignals } from "./get-signals.ts";
import { pages } from "./pages/index.ts";
import { postBallot } from "./post-ballot.ts";
import { postCode } from "./post-code.ts";
import { postRoll } from "./post-roll.ts";
import { postVoterSession } from "./post-voter-session.ts";

export const duties: Duties = {
  endpoints: [
    postRoll,
    postVoterSession,
    postCode,
    postBallot,
    getReceipt,
    getSignals,
    getDeskSignals,
    ...rollPages,
    ...pages,
  ],
};

export const handler = onLambda(duties);
