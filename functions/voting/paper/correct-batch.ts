import { z } from "zod";
import { audited, type Deed } from "../../../shared/acts/audited.ts";
import { wake } from "../../../shared/acts/wake.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { paragraphs } from "../../../shared/domain/text.ts";
import { Batch } from "../../../shared/domain/voting/paper.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { routes } from "../../routes.ts";
import { checkTakesPaper } from "./register-batch.ts";

export const BatchCorrection = z.strictObject({ cards: Batch.shape.cards, reason: paragraphs(1000) }).meta({
  id: "BatchCorrection",
  description: "How many cards an open batch has in truth, and why; 0 withdraws it",
});
export type BatchCorrection = z.infer<typeof BatchCorrection>;

interface Correcting {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly batch: Batch;
  readonly correction: BatchCorrection;
}

/**
 * Corrects how many cards an open batch has, to no fewer than the highest that was keyed. Whoever registered the batch cannot: a wrong total
 * is found by counting again. The number that stands already changes nothing.
 */
export const correctBatch = async (
  { by, cycle, batch, correction: { cards, reason } }: Correcting,
  deps: Deps,
): Promise<Batch> => {
  const actor = by.actor;
  if (batch.cards === cards) return batch;
  checkTakesPaper(cycle);
  const { batches } = deps.store;
  const highest = (await batches.cards(cycle.id, batch.id)).at(-1)?.number ?? 0;
  if (cards < highest) throw new Refused(refusal("paper/below-keyed", { highest }, "/cards"));
  const facts = { point: batch.point, cards, cardsBefore: batch.cards };
  const record = audited({ ...by, route: routes.postBatchCorrection }, cycle.id, { reason, facts });
  accept(await batches.correct(cycle.id, batch, { id: actor.id, cards }, record));
  const isWithdrawn = cards === 0;
  // The sealing of the vote may have waited for this batch.
  if (isWithdrawn) await wake(cycle, deps);
  return { ...batch, cards, state: isWithdrawn ? "closed" : batch.state };
};
