import type { Batch } from "../../../shared/domain/voting/paper.ts";
import type { Staff } from "../../../shared/platform/actor.ts";
import type { StoredCard } from "../../../shared/store/batches.ts";

/** The lowest card that nobody has keyed, and the lowest that waits for this person. */
export const nextCards = (batch: Batch, cards: readonly StoredCard[], { id: me }: Pick<Staff, "id">) => {
  const keyed = new Set(cards.map(({ number }) => number));
  const numbers = Array.from({ length: batch.cards }, (_, index) => index + 1);
  return {
    nextToKey: numbers.find((number) => !keyed.has(number)),
    nextToCheck: cards.find(({ state, by }) => state === "keyed" && by !== me)?.number,
  };
};
