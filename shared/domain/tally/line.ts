import { z } from "zod";
import { ShareFacts } from "./share-facts.ts";

/** Integers, but not limited to what a pool may hold: a withdrawn project can carry Pabulib's 999 999 999 zł. */
const Money = z.int().min(0);

const line = <O extends string, F extends z.ZodRawShape>(outcome: O, facts: F) =>
  z.strictObject({
    id: z.string(),
    /** Points. */
    score: z.int(),
    /** Voters who chose it. */
    votes: z.int().min(0),
    costGrosze: Money,
    /** Place in the order of turns, from 1. */
    rank: z.int().min(1),
    balanceBeforeGrosze: Money,
    balanceAfterGrosze: Money,
    /** Which of the tally's ties it stood in. */
    tie: z.int().min(0).nullable(),
    outcome: z.literal(outcome),
    ...facts,
  });

/** The part of the pool that could not pay, where it is parted: a category, a neighborhood. */
const part = z.strictObject({ name: z.string(), leftGrosze: Money }).optional();

/** What became of one project, with the numbers that a sentence about it needs. */
export const Line = z.discriminatedUnion("outcome", [
  line("funded", { shares: ShareFacts.nullable() }),
  /** With voters' own money, `shortfallGrosze` is what they lacked. `fundedLater`: projects with less support that fitted in what was left. `toppedUp`: a reserve outside the pool pays what was missing. */
  line("did-not-fit", {
    shortfallGrosze: Money,
    fundedLater: z.array(z.string()),
    toppedUp: z.boolean(),
    shares: ShareFacts.nullable(),
    part,
  }),
  line("below-minimum", { on: z.enum(["points", "votes"]), needed: z.int(), missing: z.int() }),
  /** `by`: the projects of the same group that went before it; none when somebody decided it. */
  line("excluded", { reason: z.string(), legalBasis: z.string().nullable(), by: z.array(z.string()) }),
  line("withdrawn", { reason: z.string(), legalBasis: z.string().nullable() }),
  /** The money was there when the lot began, and `wonBy` came first. */
  line("lost-lot", { shortfallGrosze: Money, wonBy: z.array(z.string()) }),
  /** The count had ended at `stoppedAt`, which did not fit. */
  line("not-reached", { stoppedAt: z.string(), part }),
]);
export type Line = z.infer<typeof Line>;

export type Outcome = Line["outcome"];
