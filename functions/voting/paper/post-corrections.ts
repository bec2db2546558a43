import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { Proposed, proposedReply } from "../../../shared/acts/propose.ts";
import type { Word } from "../../../shared/acts/takes-two.ts";
import { PendingId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { paragraphs } from "../../../shared/domain/text.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { json, type Reply } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { pendingOf, settlePending } from "../pending/settle-pending.ts";
import { BatchPath, batchOf, PaperBatch, paperBatch } from "./batch-of.ts";
import { BatchCorrection, proposeCorrection } from "./correct-batch.ts";

export const postBatchCorrection = endpoint(routes.postBatchCorrection, {
  summary: "Propose how many cards an open batch has",
  description:
    "With a reason, to no fewer than the highest card that was keyed; another person accepts it. 0 withdraws the batch: it is closed, and the vote no longer waits for it. 200 where the number stands already.",
  params: BatchPath,
  body: BatchCorrection,
  replies: { 200: PaperBatch, 202: Proposed },
  handle: async (request, deps) => {
    const { params, body: correction } = request;
    const [cycle, batch] = await Promise.all([cycleOf(params.cycleId, deps), batchOf(params, deps)]);
    const act = await proposeCorrection({ by: request, cycle, batch, correction }, deps);
    return act === undefined ? json(await paperBatch(batch, params.cycleId, deps)) : proposedReply(act);
  },
});

/** Accepting names the very proposal: one that came in its place meanwhile is another. */
const Accepted = z.strictObject({ pendingId: PendingId }).meta({ id: "AcceptedCorrection" });
const Reason = z.strictObject({ reason: paragraphs(1000) }).meta({ id: "RefusedCorrection" });

/** One person's word about the correction that stands; answers the batch as it is then. */
const settleCorrection = async (
  request: StaffRequest<BatchPath>,
  answer: { readonly how: Word; readonly id?: PendingId; readonly reason?: string },
  deps: Deps,
): Promise<Reply> => {
  const { cycleId, batchId } = request.params;
  const act = answer.id
    ? await pendingOf(answer.id, deps)
    : await deps.store.pending.standing(cycleId, "correct-batch", batchId);
  if (act?.kind !== "correct-batch" || act.proposal.batchId !== batchId)
    throw new Refused(refusal("thing/not-found", {}));
  await settlePending({ by: request, ...answer, id: act.id }, deps);
  return json(await paperBatch(await batchOf(request.params, deps), cycleId, deps));
};

export const postBatchCorrectionAcceptance = endpoint(routes.postBatchCorrectionAcceptance, {
  summary: "Accept another person's correction of a batch",
  params: BatchPath,
  body: Accepted,
  replies: { 200: PaperBatch },
  handle: (request, deps) => settleCorrection(request, { how: "accept", id: request.body.pendingId }, deps),
});

export const postBatchCorrectionRefusal = endpoint(routes.postBatchCorrectionRefusal, {
  summary: "Turn down another person's correction of a batch",
  params: BatchPath,
  body: Reason,
  replies: { 200: PaperBatch },
  handle: (request, deps) => settleCorrection(request, { how: "refuse", ...request.body }, deps),
});

export const postBatchCorrectionWithdrawal = endpoint(routes.postBatchCorrectionWithdrawal, {
  summary: "Take back your own correction of a batch",
  params: BatchPath,
  replies: { 200: PaperBatch },
  handle: (request, deps) => settleCorrection(request, { how: "withdraw" }, deps),
});
