import { z } from "zod";
import { BatchId } from "../ids.ts";
import type { Lifecycle } from "../lifecycle.ts";
import { dayOf, endOfDay, type Instant, LocalDate, plusDays, plusSeconds } from "../time.ts";
import { PointId } from "./voting-point.ts";

/** Whether an edition takes paper cards, and for how many days after the vote's last one their batches may still be registered. */
export const PaperRule = z.strictObject({ registeredWithinDays: z.int().min(0).max(30) });
export type PaperRule = z.infer<typeof PaperRule>;

/** The moment, exclusive, until which a batch may be registered. */
export const registrationEnds = (voteEndsAt: Instant, { registeredWithinDays }: PaperRule): Instant =>
  endOfDay(plusDays(dayOf(plusSeconds(voteEndsAt, -1)), registeredWithinDays));

/** Why a card is no ballot. The list is closed, and how often each was the reason is published. */
export const REJECTIONS = [
  "unsigned",
  "unreadable",
  "blank",
  "late",
  "pesel",
  "guardian",
  "not-on-roll",
  "already-voted",
  "over-limit",
  "incomplete",
] as const;
export const Rejection = z
  .enum(REJECTIONS)
  .meta({ id: "Rejection", description: "Why a paper card is no ballot" });
export type Rejection = z.infer<typeof Rejection>;

export const BatchState = z.enum(["open", "closed"]);

/** A batch that was closed is never opened again. */
export const BATCH_STAGES: Lifecycle<z.infer<typeof BatchState>, "close"> = {
  open: { close: "closed" },
  closed: {},
};

export const CardState = z.enum(["keyed", "accepted", "rejected"]);

/** A card that two people agree on is settled for good; what one has keyed, one may key anew. */
export const CARD_STAGES: Lifecycle<z.infer<typeof CardState>, "key" | "accept" | "reject"> = {
  keyed: { key: "keyed", accept: "accepted", reject: "rejected" },
  accepted: {},
  rejected: {},
};

/** Cards of one point and one day, counted by hand before anybody keys them: the count is their control total. */
export const Batch = z.object({
  id: BatchId,
  point: PointId,
  /** The control total; 0 when the batch was withdrawn. */
  cards: z.int().min(0).max(5000),
  /** The day on which they were handed in. */
  receivedOn: LocalDate,
  state: BatchState,
  /** Who registered it: somebody else corrects how many cards there are. */
  by: z.string().default(""),
  byName: z.string(),
  /** Registered when the vote had ended, with cards that its day lets in. */
  afterClose: z.literal(true).optional(),
  /** How often a card of it was keyed first, so that a correction sees every one. */
  keyings: z.int().default(0),
  fingerprint: z.string(),
});
export type Batch = z.infer<typeof Batch>;

/**
 * What one person keyed, as keyed hashes: enough to see whether a second person keys the same, and where not. Nothing can be read out of
 * it, and it goes with the second keying.
 */
export const Keyed = z.object({
  whole: z.string(),
  person: z.string().optional(),
  lists: z.record(z.string(), z.string()).optional(),
  rejection: Rejection.optional(),
});
export type Keyed = z.infer<typeof Keyed>;

/** A card of a batch: keyed by one person, then settled by another. Who they were stays; what was on it does not. */
export const Card = z.object({
  state: CardState,
  by: z.string(),
  byName: z.string(),
  keyed: Keyed.optional(),
  settledBy: z.string().optional(),
  settledByName: z.string().optional(),
  rejection: Rejection.optional(),
});
export type Card = z.infer<typeof Card>;

/** Where two people's keyings of a card differ: in what it is, in whose it is, or in which lists. */
export const differences = (one: Keyed, other: Keyed): string[] => {
  if (one.rejection !== other.rejection) return ["outcome"];
  const pools = new Set([...Object.keys(one.lists ?? {}), ...Object.keys(other.lists ?? {})]);
  return [
    ...(one.person === other.person ? [] : ["person"]),
    ...[...pools].sort().filter((pool) => one.lists?.[pool] !== other.lists?.[pool]),
  ];
};

/** How far a batch is: every card is in one of these. */
export const BatchFigures = z
  .object({
    cards: z.int().min(0),
    untouched: z.int().min(0),
    keyed: z.int().min(0),
    accepted: z.int().min(0),
    rejected: z.partialRecord(Rejection, z.int().min(0)),
  })
  .meta({ id: "BatchFigures" });
export type BatchFigures = z.infer<typeof BatchFigures>;

export const figuresOf = ({ cards: total }: Pick<Batch, "cards">, cards: readonly Card[]): BatchFigures => {
  const rejected: Partial<Record<Rejection, number>> = {};
  for (const { state, rejection } of cards)
    if (state === "rejected" && rejection) rejected[rejection] = (rejected[rejection] ?? 0) + 1;
  const of = (state: Card["state"]): number => cards.filter((card) => card.state === state).length;
  return {
    cards: total,
    untouched: total - cards.length,
    keyed: of("keyed"),
    accepted: of("accepted"),
    rejected,
  };
};

/** Cards that two people have not yet agreed on. */
export const unsettled = ({ untouched, keyed }: BatchFigures): number => untouched + keyed;
