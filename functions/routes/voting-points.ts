/** The vote where a clerk helps: points, paper cards, and what the commission leaves out. */
import { ADDRESSES as at } from "../../shared/domain/addresses.ts";
import { anyone, api, staff } from "../../shared/platform/row.ts";

export const pointRows = {
  // Voting points, and paper cards in batches.
  getPoints: api(`GET ${at.pointsJson}`, "voting", anyone),
  putPoints: api("PUT /v1/staff/cycles/{cycleId}/voting-points", "voting", staff("coordinator"), {
    decides: "nothing",
  }),
  postPointVoter: api(
    "POST /v1/staff/cycles/{cycleId}/voting-points/{pointId}/voters",
    "voting",
    staff("clerk"),
    { decides: "who votes", promise: "ballot" },
  ),
  getPointDay: api(
    "GET /v1/staff/cycles/{cycleId}/voting-points/{pointId}/days/{day}",
    "voting",
    staff("clerk", "coordinator", "commission", "auditor"),
  ),
  postDaySignature: api(
    "POST /v1/staff/cycles/{cycleId}/voting-points/{pointId}/days/{day}/signatures",
    "voting",
    staff("clerk", "commission"),
    { decides: "the count" },
  ),
  postBatch: api("POST /v1/staff/cycles/{cycleId}/paper-batches", "voting", staff("clerk"), {
    decides: "the count",
  }),
  getBatch: api(
    "GET /v1/staff/cycles/{cycleId}/paper-batches/{batchId}",
    "voting",
    staff("clerk", "coordinator", "commission", "auditor"),
  ),
  postCard: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/cards/{number}",
    "voting",
    staff("clerk"),
    { decides: "the count" },
  ),
  postPaperFile: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/files",
    "voting",
    staff("clerk"),
    { decides: "nothing" },
  ),
  getPaperFile: api(
    "GET /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/files/{uploadId}",
    "voting",
    staff("clerk"),
  ),
  postPaperFileEntry: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/files/{uploadId}/entry",
    "voting",
    staff("clerk"),
    { decides: "the count" },
  ),
  postPaperFileRemoval: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/files/{uploadId}/removal",
    "voting",
    staff("clerk"),
    { decides: "nothing" },
  ),
  postBatchClosing: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/closing",
    "voting",
    staff("clerk"),
    { decides: "the count" },
  ),
  postBatchCorrection: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction",
    "voting",
    staff("clerk", "commission"),
    { decides: "the count" },
  ),
  postBatchCorrectionAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction/acceptance",
    "voting",
    staff("clerk", "commission"),
    { decides: "the count" },
  ),
  postBatchCorrectionRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction/refusal",
    "voting",
    staff("clerk", "commission"),
    { decides: "the count" },
  ),
  postBatchCorrectionWithdrawal: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction/withdrawal",
    "voting",
    staff("clerk", "commission"),
    { decides: "the count" },
  ),

  // Ballots that the commission leaves out of the count.
  getVoids: api("GET /v1/staff/cycles/{cycleId}/voids", "voting", staff("commission", "auditor")),
  postVoid: api("POST /v1/staff/cycles/{cycleId}/voids", "voting", staff("commission"), {
    decides: "the count",
  }),
  postVoidAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/voids/{voidId}/acceptance",
    "voting",
    staff("commission"),
    { decides: "the count" },
  ),
  postVoidRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/voids/{voidId}/refusal",
    "voting",
    staff("commission"),
    { decides: "the count" },
  ),
  postVoidWithdrawal: api(
    "POST /v1/staff/cycles/{cycleId}/voids/{voidId}/withdrawal",
    "voting",
    staff("commission"),
    { decides: "the count" },
  ),
  postVoidBallot: api(
    "POST /v1/staff/cycles/{cycleId}/voids/{voidId}/ballot",
    "voting",
    staff("commission"),
    { decides: "the count" },
  ),
  getSignals: api("GET /v1/staff/cycles/{cycleId}/signals", "voting", staff("commission", "auditor")),
} as const;
