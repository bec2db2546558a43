import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { rollPages } from "./desk-roll.ts";
import { getCheckpoint } from "./get-checkpoint.ts";
import { getReceipt } from "./get-receipt.ts";
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
    getCheckpoint,
    ...rollPages,
    ...pages,
  ],
};

export const handler = onLambda(duties);
