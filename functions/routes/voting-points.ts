/** The vote where a clerk helps: points, paper cards, and what the commission leaves out. */
import { anyone, api, staff } from "../../shared/platform/row.ts";

export const pointRows = {
  // Voting points, and paper cards in batches.
  getPoints: api("GET /v1/cycles/{cycleId}/voting-points", "voting", anyone),
  putPoints: api("PUT /v1/staff/cycles/{cycleId}/voting-points", "voting", staff("coordinator")),
  postPointVoter: api(
    "POST /v1/staff/cycles/{cycleId}/voting-points/{pointId}/voters",
    "voting",
    staff("clerk"),
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
  ),
  postBatch: api("POST /v1/staff/cycles/{cycleId}/paper-batches", "voting", staff("clerk")),
  getBatch: api(
    "GET /v1/staff/cycles/{cycleId}/paper-batches/{batchId}",
    "voting",
    staff("clerk", "coordinator", "commission", "auditor"),
  ),
  postCard: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/cards/{number}",
    "voting",
    staff("clerk"),
  ),
  postBatchClosing: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/closing",
    "voting",
    staff("clerk"),
  ),
  postBatchCorrection: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction",
    "voting",
    staff("clerk", "commission"),
  ),
  postBatchCorrectionAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction/acceptance",
    "voting",
    staff("clerk", "commission"),
  ),
  postBatchCorrectionRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction/refusal",
    "voting",
    staff("clerk", "commission"),
  ),
  postBatchCorrectionWithdrawal: api(
    "POST /v1/staff/cycles/{cycleId}/paper-batches/{batchId}/correction/withdrawal",
    "voting",
    staff("clerk", "commission"),
  ),

  // Ballots that the commission leaves out of the count.
  getVoids: api("GET /v1/staff/cycles/{cycleId}/voids", "voting", staff("commission", "auditor")),
  postVoid: api("POST /v1/staff/cycles/{cycleId}/voids", "voting", staff("commission")),
  postVoidAcceptance: api(
    "POST /v1/staff/cycles/{cycleId}/voids/{voidId}/acceptance",
    "voting",
    staff("commission"),
  ),
  postVoidRefusal: api(
    "POST /v1/staff/cycles/{cycleId}/voids/{voidId}/refusal",
    "voting",
    staff("commission"),
  ),
  postVoidWithdrawal: api(
    "POST /v1/staff/cycles/{cycleId}/voids/{voidId}/withdrawal",
    "voting",
    staff("commission"),
  ),
  postVoidBallot: api("POST /v1/staff/cycles/{cycleId}/voids/{voidId}/ballot", "voting", staff("commission")),
  getSignals: api("GET /v1/staff/cycles/{cycleId}/signals", "voting", staff("commission", "auditor")),
} as const;
