import { z } from "zod";
import { BatchId, CycleId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { Batch, BatchFigures, figuresOf } from "../../../shared/domain/voting/paper.ts";
import type { Deps } from "../../../shared/platform/deps.ts";

export const BatchPath = z.object({ cycleId: CycleId, batchId: BatchId });
export type BatchPath = z.infer<typeof BatchPath>;

/** One card of it, by the number that is written one way: `01` names nothing. */
export const CardPath = BatchPath.extend({
  number: z
    .string()
    .regex(/^(?:[1-9]\d{0,2}|[1-4]\d{3}|5000)$/)
    .transform(Number),
});
export type CardPath = z.infer<typeof CardPath>;

export const PaperBatch = z
  .object({
    id: Batch.shape.id,
    point: Batch.shape.point,
    receivedOn: Batch.shape.receivedOn,
    state: Batch.shape.state,
    figures: BatchFigures,
  })
  .meta({
    id: "PaperBatch",
    description: "Paper cards of one point and day: how many, and how far they are",
  });
export type PaperBatch = z.infer<typeof PaperBatch>;

export const batchOf = async (
  { cycleId, batchId }: BatchPath,
  { store }: Pick<Deps, "store">,
): Promise<Batch> => {
  const batch = await store.batches.get(cycleId, batchId);
  if (!batch) throw new Refused(refusal("thing/not-found", {}));
  return batch;
};

/** A batch with its figures. */
export const paperBatch = async (
  { id, point, receivedOn, state, cards }: Batch,
  cycleId: BatchPath["cycleId"],
  { store }: Pick<Deps, "store">,
): Promise<PaperBatch> => ({
  id,
  point,
  receivedOn,
  state,
  figures: figuresOf({ cards }, await store.batches.cards(cycleId, id)),
});
