/** The vote, from a resident's identity to the receipt. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { anyone, api, FEW, MANY, office, page, RUSH, staff, voter } from "../../shared/platform/row.ts";
import * as admit from "../admissions.ts";

const forStatements = office("clerk", "commission");

export const votingRows = {
  // The vote.
  postRoll: api("POST /v1/staff/cycles/{cycleId}/roll", "voting", staff("coordinator"), {
    admission: admit.rollFile,
    decides: "who votes",
  }),
  postRollAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/roll/acceptance",
    "voting",
    staff("coordinator", "commission"),
    { decides: "who votes" },
  ),
  postRollRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/roll/refusal",
    "voting",
    staff("coordinator", "commission"),
    { decides: "who votes" },
  ),
  getRollNotes: api(
    "GET /v1/staff/cycles/{cycleId}/roll-imports/{importId}/notes",
    "voting",
    staff("coordinator", "commission"),
  ),
  postVoterSession: api("POST /v1/cycles/{cycleId}/voter-sessions", "voting", anyone, {
    limit: MANY,
    promise: "identity",
    admission: admit.identifying,
  }),
  postResend: api("POST /v1/cycles/{cycleId}/voter-sessions/{session}/resend", "voting", anyone, {
    limit: MANY,
    promise: "identity",
    admission: admit.resending,
  }),
  postCode: api("POST /v1/cycles/{cycleId}/voter-sessions/{session}/code", "voting", anyone, {
    limit: MANY,
    promise: "identity",
    admission: admit.entering,
  }),
  postBallot: api("POST /v1/cycles/{cycleId}/ballots", "voting", voter, {
    limit: RUSH,
    admission: admit.voting,
  }),
  getReceipt: api("GET /v1/cycles/{cycleId}/receipts/{receipt}", "voting", anyone, { promise: "receipt" }),
  getCheckpoint: api(`GET ${at.checkpoint}`, "voting", anyone, { promise: "receipt" }),

  // Statements of residents who are not on the roll.
  postStatement: api("POST /v1/cycles/{cycleId}/statements", "voting", anyone, {
    limit: FEW,
    admission: admit.stating,
  }),
  postStaffStatement: api(
    "POST /v1/staff/cycles/{cycleId}/statements",
    "voting",
    staff("clerk", "commission"),
    { decides: "who votes" },
  ),
  getStatements: api(
    "GET /v1/staff/cycles/{cycleId}/statements",
    "voting",
    staff("clerk", "commission", "auditor"),
  ),
  getStatement: api(
    "GET /v1/staff/cycles/{cycleId}/statements/{statementId}",
    "voting",
    staff("clerk", "commission"),
  ),
  postStatementDecision: api(
    "POST /v1/staff/cycles/{cycleId}/statements/{statementId}/decision",
    "voting",
    staff("clerk", "commission"),
    { decides: "who votes" },
  ),
  postStatementRejections: api(
    "POST /v1/staff/cycles/{cycleId}/statements/rejections",
    "voting",
    staff("clerk", "commission"),
    { decides: "who votes" },
  ),
  getStatementPage: page(`GET ${at.voteStatement}`, "voting", anyone),
  postStatementPage: page(`POST ${at.voteStatement}`, "voting", anyone, {
    limit: FEW,
    admission: admit.stating,
  }),
  getOfficeStatements: page(`GET ${at.officeStatements}`, "voting", forStatements),
  // A name is looked for in the body: no address, history or log has it.
  postOfficeStatements: page(`POST ${at.officeStatements}`, "voting", forStatements),
  postOfficeStatementRejections: page(`POST ${at.officeStatementRejections}`, "voting", forStatements),
  getOfficeNewStatement: page(`GET ${at.officeNewStatement}`, "voting", forStatements),
  postOfficeNewStatement: page(`POST ${at.officeNewStatement}`, "voting", forStatements),
  getOfficeStatement: page(`GET ${at.officeStatement}`, "voting", forStatements),
  postOfficeStatement: page(`POST ${at.officeStatement}`, "voting", forStatements),

  // Its pages. What was chosen is in the body of a form or sealed in a cookie, never in a path; whom a code was asked for is in a cookie.
  getStartPage: page(`GET ${at.vote}`, "voting", anyone),
  getIdentityPage: page(`GET ${at.voteIdentity}`, "voting", anyone),
  postIdentityPage: page(`POST ${at.voteIdentity}`, "voting", anyone, {
    limit: MANY,
    promise: "identity",
    admission: admit.identifying,
  }),
  getCodePage: page(`GET ${at.voteCode}`, "voting", anyone),
  postCodePage: page(`POST ${at.voteCode}`, "voting", anyone, {
    limit: MANY,
    promise: "identity",
    admission: admit.enteringOrResending,
  }),
  getEidStart: page(`GET ${at.voteEid}`, "voting", anyone, { limit: MANY, promise: "identity" }),
  getEidCallback: page(`GET ${at.eidReturn}`, "voting", anyone, {
    limit: MANY,
    promise: "identity",
    admission: admit.answering,
  }),
  getListPage: page(`GET ${at.voteList}`, "voting", voter),
  getPointsPage: page(`GET ${at.votePoints}`, "voting", voter),
  getBallotPage: page(`GET ${at.voteBallot}`, "voting", voter),
  postBallotPage: page(`POST ${at.voteBallot}`, "voting", voter, { limit: RUSH, admission: admit.voting }),
  postCastPage: page(`POST ${at.voteCast}`, "voting", voter, { limit: RUSH, admission: admit.voting }),
  getReceiptPage: page(`GET ${at.voteReceipt}`, "voting", anyone, { promise: "receipt" }),
  getCheckPage: page(`GET ${at.voteCheck}`, "voting", anyone, { promise: "receipt" }),
  postCheckPage: page(`POST ${at.voteCheck}`, "voting", anyone, {
    limit: FEW,
    promise: "receipt",
    admission: admit.looking,
  }),
} as const;
