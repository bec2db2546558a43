import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { rollPages } from "./desk-roll.ts";
import { eidPages } from "./eid/pages.ts";
import { getReceipt } from "./get-receipt.ts";
import { pages } from "./pages/index.ts";
import { postBallot } from "./post-ballot.ts";
import { postCode } from "./post-code.ts";
import { postRoll } from "./post-roll.ts";
import { postVoterSession } from "./post-voter-session.ts";
import {
  getStatement,
  getStatements,
  postStaffStatement,
  postStatement,
  postStatementDecision,
} from "./statements/api.ts";
import { statementDesk } from "./statements/desk.ts";
import { statementPages } from "./statements/pages.ts";

export const duties: Duties = {
  endpoints: [
    postRoll,
    postVoterSession,
    postCode,
    postBallot,
    getReceipt,
    postStatement,
    postStaffStatement,
    getStatements,
    getStatement,
    postStatementDecision,
    ...rollPages,
    ...statementPages,
    ...eidPages,
    ...statementDesk,
    ...pages,
  ],
};

export const handler = onLambda(duties);
