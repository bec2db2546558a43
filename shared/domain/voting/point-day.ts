import { z } from "zod";
import { entryOf } from "../cycle/calendar.ts";
import type { Cycle } from "../cycle/cycle.ts";
import { refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { paragraphs } from "../text.ts";
import { dayOf, LocalDate, plusSeconds } from "../time.ts";
import { type BatchFigures, unsettled } from "./paper.ts";
import { PointId } from "./voting-point.ts";

/** What the ledger says of a point's day: ballots cast with help, and cards of the batches handed in on it. */
export const DayFigures = z.object({
  looked: z.int(),
  cast: z.int(),
  filledIn: z.int(),
  cards: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  /** Cards that two people have not agreed on yet. */
  left: z.int(),
});
export type DayFigures = z.infer<typeof DayFigures>;

const count = z.int().min(0).max(100_000);

/** What people counted by hand at the end of the day. */
export const HandCount = z
  .strictObject({
    /** Receipts handed to voters. */
    receipts: count,
    /** Cards taken out of the box. */
    cards: count,
    explanation: paragraphs(1000).optional(),
  })
  .meta({ id: "HandCount" });
export type HandCount = z.infer<typeof HandCount>;

const SIGNERS = 2;

const Signature = z.object({ by: z.string(), name: z.string() });

/** The reconciliation of a day as a clerk signed it first, and somebody of the commission second. */
export const SignedDay = z.object({
  point: PointId,
  day: LocalDate,
  figures: DayFigures,
  counted: HandCount,
  signatures: z.array(Signature).min(1).max(SIGNERS),
});
export type SignedDay = z.infer<typeof SignedDay>;

export const dayFigures = (
  shifts: readonly { readonly looked: number; readonly cast: number; readonly filledIn: number }[],
  batches: readonly BatchFigures[],
): DayFigures => {
  const sum = <T>(of: readonly T[], value: (one: T) => number): number =>
    of.reduce((total, one) => total + value(one), 0);
  return {
    looked: sum(shifts, ({ looked }) => looked),
    cast: sum(shifts, ({ cast }) => cast),
    filledIn: sum(shifts, ({ filledIn }) => filledIn),
    cards: sum(batches, ({ cards }) => cards),
    accepted: sum(batches, ({ accepted }) => accepted),
    rejected: sum(batches, ({ rejected }) => sum(Object.values(rejected), (one) => one)),
    left: sum(batches, unsettled),
  };
};

/**
 * Whether a day of a point can be signed: one of the vote's, or one on which cards came late, and with no card that two people still have to
 * agree on. A voter who was let in and has not voted is waited for by nobody: what lets them in runs out, and a ballot would change the
 * numbers that were signed.
 */
export const checkSignable = (
  {
    day,
    today,
    cycle,
  }: {
    readonly day: LocalDate;
    readonly today: LocalDate;
    readonly cycle: Pick<Cycle, "calendar" | "phase">;
  },
  { cards, left }: Pick<DayFigures, "cards" | "left">,
): Result<void> => {
  const vote = entryOf(cycle.calendar, "voting");
  if (!vote) return refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["voting"] }));
  const [firstDay, lastDay] = [dayOf(vote.startsAt), dayOf(plusSeconds(vote.endsAt, -1))];
  const isOfVote = firstDay <= day && day <= lastDay && day <= today;
  if (!isOfVote && cards === 0) return refused(refusal("point/not-its-day", { firstDay, lastDay }));
  return left > 0 ? refused(refusal("point/unsettled", { left })) : ok(undefined);
};

/** Hand count less ledger. */
export const dayDifferences = ({ cast, cards }: DayFigures, counted: HandCount) => ({
  receipts: counted.receipts - cast,
  cards: counted.cards - cards,
});

/** A hand count that differs from the ledger is signed with an explanation, or not at all. */
export const checkCounted = (figures: DayFigures, counted: HandCount): Result<HandCount> => {
  const differing = dayDifferences(figures, counted);
  const differs = differing.receipts !== 0 || differing.cards !== 0;
  return differs && counted.explanation === undefined
    ? refused(refusal("point/unexplained", differing, "/explanation"))
    : ok(counted);
};

export const sameCount = (one: HandCount, other: HandCount): boolean =>
  one.receipts === other.receipts && one.cards === other.cards && one.explanation === other.explanation;

export const sameFigures = (one: DayFigures, other: DayFigures): boolean =>
  Object.entries(one).every(([name, value]) => other[name as keyof DayFigures] === value);

/** Whether two people have signed a day under the numbers that the ledger has now. */
export const isReconciled = (signed: SignedDay | undefined, figures: DayFigures): boolean =>
  signed?.signatures.length === SIGNERS && sameFigures(signed.figures, figures);
