import { z } from "zod";
import type { Deed } from "../../../shared/acts/audited.ts";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { propose } from "../../../shared/acts/propose.ts";
import type { TakesTwo } from "../../../shared/acts/takes-two.ts";
import { wake } from "../../../shared/acts/wake.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { PendingAct } from "../../../shared/domain/office/pending.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { paragraphs } from "../../../shared/domain/text.ts";
import { Batch } from "../../../shared/domain/voting/paper.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { pointOf } from "../voting-points/point-of.ts";
import { batchOf } from "./batch-of.ts";
import { checkTakesPaper } from "./register-batch.ts";

export const BatchCorrection = z.strictObject({ cards: Batch.shape.cards, reason: paragraphs(1000) }).meta({
  id: "BatchCorrection",
  description: "How many cards an open batch has in truth, and why; 0 withdraws it",
});
export type BatchCorrection = z.infer<typeof BatchCorrection>;

/** A batch has at least the highest card that was keyed. */
const checkCorrection = async (
  cycle: Cycle,
  batch: Batch,
  cards: number,
  { store }: Pick<Deps, "store">,
): Promise<void> => {
  checkTakesPaper(cycle);
  if (batch.state === "closed") throw new Refused(refusal("paper/closed", {}));
  const highest = (await store.batches.cards(cycle.id, batch.id)).at(-1)?.number ?? 0;
  if (cards < highest) throw new Refused(refusal("paper/below-keyed", { highest }, "/cards"));
};

/** That an open batch has another number of cards: two people have counted them again. With no card left it is withdrawn, and closed. */
export const correctBatch: TakesTwo<"correct-batch"> = {
  names: {
    propose: "postBatchCorrection",
    accept: "postBatchCorrectionAcceptance",
    refuse: "postBatchCorrectionRefusal",
    withdraw: "postBatchCorrectionWithdrawal",
  },
  facts: ({ proposal: { point, pointName, cards, before } }) => ({
    point: pointName || point,
    cards,
    cardsBefore: before,
  }),
  run: async ({ proposal }, _by, deps) => {
    const { cycleId, before, cards } = proposal;
    const [cycle, batch] = await Promise.all([cycleOf(cycleId, deps), batchOf(proposal, deps)]);
    await checkCorrection(cycle, batch, cards, deps);
    return [await deps.store.batches.correcting(cycleId, { ...batch, cards: before }, cards)];
  },
  // The sealing of the vote may have waited for this batch.
  follow: async ({ proposal: { cycleId } }, deps) => await wake({ id: cycleId }, deps),
};

interface Correcting {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly batch: Batch;
  readonly correction: BatchCorrection;
}

/** Proposes another number of cards for an open batch. The number that stands already changes nothing. */
export const proposeCorrection = async (
  { by, cycle, batch, correction: { cards, reason } }: Correcting,
  deps: Deps,
): Promise<PendingAct<"correct-batch"> | undefined> => {
  if (batch.cards === cards) return undefined;
  await checkCorrection(cycle, batch, cards, deps);
  const proposal = {
    cycleId: cycle.id,
    edition: cycle.edition,
    batchId: batch.id,
    point: batch.point,
    pointName: (await pointOf(cycle.id, batch.point, deps)).name,
    before: batch.cards,
    cards,
    reason,
  };
  const also = [await deps.store.batches.isOpen(cycle.id, batch.id)];
  return await propose(correctBatch, { kind: "correct-batch", proposal, by, also }, deps);
};
