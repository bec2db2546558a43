import { audited, type Deed } from "../../../shared/acts/audited.ts";
import { wake } from "../../../shared/acts/wake.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { workOfDay } from "../../../shared/domain/office/edition-work.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { type Batch, type BatchFigures, figuresOf, unsettled } from "../../../shared/domain/voting/paper.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { routes } from "../../routes.ts";
import { dayAtPoint } from "../voting-points/sign-day.ts";

const rejectedIn = ({ rejected }: BatchFigures): number =>
  Object.values(rejected).reduce((sum, count) => sum + count, 0);

/** Closes a batch whose cards are as many as its control total, each settled by two people. Closed again it stays as it is. */
export const closeBatch = async (
  { by, cycle, batch }: { readonly by: Deed; readonly cycle: Cycle; readonly batch: Batch },
  deps: Deps,
): Promise<Batch> => {
  if (batch.state === "closed") return batch;
  const { store } = deps;
  // A card that is settled never changes: what is read here as settled still is when the batch is closed.
  const figures = figuresOf(batch, await store.batches.cards(cycle.id, batch.id));
  const left = unsettled(figures);
  if (left > 0) throw new Refused(refusal("paper/unsettled", { cards: batch.cards, left }));
  const day = batch.receivedOn;
  const { point, isCurrent } = await dayAtPoint({ cycleId: cycle.id, pointId: batch.point, day }, deps);
  const facts = {
    point: point.name,
    cards: batch.cards,
    accepted: figures.accepted,
    rejected: rejectedIn(figures),
  };
  const record = audited({ ...by, route: routes.postBatchClosing }, cycle.id, { facts });
  const work = isCurrent ? undefined : workOfDay({ point, day }, cycle);
  const closed = await store.batches.close(cycle.id, batch, { work, audit: record });
  if (!closed.ok && closed.refusal.code !== "paper/closed") accept(closed);
  // The sealing of the vote may have waited for this batch.
  await wake(cycle, deps);
  return { ...batch, state: "closed" };
};
