import { z } from "zod";
import type { BatchId, CycleId } from "../domain/ids.ts";
import { stateAfter } from "../domain/lifecycle.ts";
import type { Work } from "../domain/office/work.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { Instant } from "../domain/time.ts";
import {
  BATCH_STAGES,
  Batch,
  CARD_STAGES,
  Card,
  type Keyed,
  type Rejection,
} from "../domain/voting/paper.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { WAITS_NO_MORE, waits } from "./work.ts";
import { type Attributes, absentOr, check, create, leaving, put, update, type Write } from "./write.ts";

export interface CardRef {
  readonly cycleId: CycleId;
  readonly batchId: BatchId;
  readonly number: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** The end of the vote for which no batch is registered any more. */
const Registration = z.object({ voteEndsAt: Instant });

export type StoredCard = Card & { readonly number: number };

const closedOrChanged = (met: Attributes | undefined): Refusal =>
  met?.state === "closed" ? refusal("paper/closed", {}) : refusal("request/changed-since", { version: 0 });

/** Batches of paper cards, and their cards. A card that is settled never changes, and a batch whose cards are all settled has no others. */
export const openBatches = (table: Table) => ({
  get: (cycleId: CycleId, batchId: BatchId): Promise<Batch | undefined> =>
    table.get(keys.batch(cycleId, batchId), Batch),

  list: async (cycleId: CycleId): Promise<Batch[]> => {
    const { pk, sk = "" } = keys.batch(cycleId, "" as BatchId);
    return (await table.query(pk, Batch, { prefix: sk, consistent: true })).items;
  },

  /** From here on no batch is registered for the vote that ends so: whoever looks for open ones after it sees all there will be. */
  endRegistration: async (cycleId: CycleId, voteEndsAt: Instant): Promise<Result<void>> => {
    const key = keys.registration(cycleId);
    const known = await table.get(key, Registration);
    return known?.voteEndsAt === voteEndsAt
      ? ok(undefined)
      : table.write([put({ key, item: { voteEndsAt } })]);
  },

  /** Registers a batch once: the same again finds its first self; another under the same id is refused. */
  create: async (
    cycleId: CycleId,
    batch: Batch,
    { voteEndsAt, work, audit }: { readonly voteEndsAt: Instant; readonly work: Work; readonly audit: Write },
  ): Promise<Result<Batch>> => {
    const key = keys.batch(cycleId, batch.id);
    const outcome = await table.write([
      create({ key, item: { ...batch, ...waits(work) }, otherwise: () => refusal("request/key-reused", {}) }),
      check({
        key: keys.registration(cycleId),
        when: { text: "attribute_not_exists(#pk) OR #voteEndsAt <> :endsAt", values: { endsAt: voteEndsAt } },
        otherwise: () => refusal("paper/too-late", { endedAt: voteEndsAt }),
      }),
      audit,
    ]);
    if (outcome.ok) return ok(batch);
    const made = await table.get(key, Batch);
    return made?.fingerprint === batch.fingerprint ? ok(made) : outcome;
  },

  card: ({ cycleId, batchId, number }: CardRef): Promise<Card | undefined> =>
    table.get(keys.card(cycleId, batchId, number), Card),

  /** The cards that were keyed, by number. */
  cards: async (cycleId: CycleId, batchId: BatchId): Promise<StoredCard[]> => {
    const { pk } = keys.card(cycleId, batchId, 0);
    const { items } = await table.query(pk, Card.extend({ sk: Card.shape.by }), { consistent: true });
    return items.map(({ sk, ...card }) => ({ ...card, number: Number(sk) }));
  },

  /** Notes what one person keyed, in the place of a keying that nobody has agreed with, on a card that the batch has at this moment. */
  key: ({ cycleId, batchId, number }: CardRef, { id, name }: Person, keyed: Keyed): Promise<Result<void>> =>
    table.write([
      put({
        key: keys.card(cycleId, batchId, number),
        item: { state: stateAfter(CARD_STAGES, "key"), by: id, byName: name, whole: keyed.whole, keyed },
        when: absentOr(leaving(CARD_STAGES, "key")),
        otherwise: () => refusal("paper/settled", {}),
      }),
      update({
        key: keys.batch(cycleId, batchId),
        add: { keyings: 1 },
        when: leaving(BATCH_STAGES, "close", { text: "#cards >= :number", values: { number } }),
        otherwise: (met) =>
          met?.state === "closed" ? refusal("paper/closed", {}) : refusal("thing/not-found", {}),
      }),
    ]),

  /** Corrects how many cards an open batch has, as it was read: no card was keyed since. With no card left it is withdrawn, and closed. */
  correcting: (cycleId: CycleId, before: Batch, cards: number): Write =>
    update({
      key: keys.batch(cycleId, before.id),
      set: { cards, ...(cards === 0 && { state: stateAfter(BATCH_STAGES, "close") }) },
      remove: cards === 0 ? WAITS_NO_MORE : [],
      when: leaving(BATCH_STAGES, "close", {
        text: "#cards = :before AND #keyings = :keyings",
        values: { before: before.cards, keyings: before.keyings },
      }),
      otherwise: closedOrChanged,
    }),

  /** The condition that a batch is open. */
  isOpen: (cycleId: CycleId, batchId: BatchId): Write =>
    check({
      key: keys.batch(cycleId, batchId),
      when: leaving(BATCH_STAGES, "close"),
      otherwise: closedOrChanged,
    }),

  /** Settles a card on which a second person keyed the same; what was keyed goes. Without a rejection the ballot is cast with this write. */
  settle: (
    { cycleId, batchId, number }: CardRef,
    { id, name }: Person,
    { keyed, rejection }: { readonly keyed: Keyed; readonly rejection?: Rejection | undefined },
  ): Write =>
    update({
      key: keys.card(cycleId, batchId, number),
      set: {
        state: stateAfter(CARD_STAGES, rejection === undefined ? "accept" : "reject"),
        settledBy: id,
        settledByName: name,
        rejection,
      },
      remove: ["keyed", "whole"],
      when: leaving(CARD_STAGES, rejection === undefined ? "accept" : "reject", {
        text: "#by <> :me AND #whole = :whole",
        values: { me: id, whole: keyed.whole },
      }),
      otherwise: (met) => {
        if (met === undefined) return refusal("thing/not-found", {});
        if (met.state !== "keyed") return refusal("paper/settled", {});
        return met.by === id
          ? refusal("identity/same-person", {})
          : refusal("paper/differs", { in: ["outcome"] });
      },
    }),

  /** Closes a batch whose cards are as many as they were read, and for which nobody proposes another number. */
  close: (
    cycleId: CycleId,
    { id, cards }: Pick<Batch, "id" | "cards">,
    /** The signature under its day, where that waits for one. */
    { work, audit }: { readonly work: Work | undefined; readonly audit: Write },
  ): Promise<Result<void>> =>
    table.write([
      update({
        key: keys.batch(cycleId, id),
        set: { state: stateAfter(BATCH_STAGES, "close"), ...(work && waits(work)) },
        remove: work ? [] : WAITS_NO_MORE,
        when: leaving(BATCH_STAGES, "close", { text: "#cards = :cards", values: { cards } }),
        otherwise: closedOrChanged,
      }),
      check({
        key: keys.pendingOn(cycleId, "correct-batch", id),
        when: { text: "attribute_not_exists(#pk)" },
        otherwise: () => refusal("paper/correction-waits", {}),
      }),
      audit,
    ]),
});
