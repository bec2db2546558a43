import { filesOnAws } from "../../shared/platform/files.ts";
import { machineOnAws } from "../../shared/platform/machine.ts";
import { type Duties, onLambda } from "../../shared/platform/serve.ts";
import { postBallot } from "./cast-once.ts";
import { rollPages } from "./desk-roll.ts";
import { voidPages } from "./desk-voids.ts";
import { eidPages } from "./eid/pages.ts";
import { getCheckpoint } from "./get-checkpoint.ts";
import { getReceipt } from "./get-receipt.ts";
import { getDeskSignals, getSignals } from "./get-signals.ts";
import { postRoll } from "./import-roll.ts";
import { pages } from "./pages/index.ts";
import { paperPages } from "./paper/pages.ts";
import { getBatch, postBatch, postBatchClosing, postCard } from "./paper/post-batches.ts";
import { batchCorrections } from "./paper/post-corrections.ts";
import {
  getPending,
  postPendingAcceptance,
  postPendingRefusal,
  postPendingWithdrawal,
} from "./pending/api.ts";
import { lapseOverdue } from "./pending/lapse.ts";
import { pendingPages } from "./pending/page.ts";
import { dayPages } from "./points/desk-day.ts";
import { pointListPages } from "./points/desk-list.ts";
import { pointPages } from "./points/desk-point.ts";
import { getPointDay, postDaySignature } from "./points/point-day.ts";
import { postPointVoter } from "./points/post-voter.ts";
import { getPoints, putPoints } from "./points/put-points.ts";
import { postCode } from "./post-code.ts";
import { postResend, postVoterSession } from "./post-voter-session.ts";
import { staffVoids } from "./staff-voids.ts";
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
  sweep: lapseOverdue,
  endpoints: [
    getPending,
    postPendingAcceptance,
    postPendingRefusal,
    postPendingWithdrawal,
    ...pendingPages,
    postRoll,
    postVoterSession,
    postResend,
    postCode,
    postBallot,
    getReceipt,
    getCheckpoint,
    getPoints,
    putPoints,
    postPointVoter,
    getPointDay,
    postDaySignature,
    postBatch,
    getBatch,
    postCard,
    postBatchClosing,
    ...batchCorrections,
    ...pointListPages,
    ...pointPages,
    ...dayPages,
    ...paperPages,
    ...staffVoids,
    ...voidPages,
    getSignals,
    getDeskSignals,
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

export const handler = onLambda(duties, { files: filesOnAws, machine: machineOnAws });
