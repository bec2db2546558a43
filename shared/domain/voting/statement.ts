import { z } from "zod";
import { PoolId } from "../cycle/cycle.ts";
import { CycleId, StatementId } from "../ids.ts";
import { Language } from "../languages.ts";
import type { Lifecycle } from "../lifecycle.ts";
import { Instant } from "../time.ts";

export const StatementState = z.enum(["filed", "awaiting-second", "accepted", "rejected"]);
export type StatementState = z.infer<typeof StatementState>;

/**
 * What was filed online takes two acceptances, and a decision is final. Whose first word is taken back, or lapsed, stands back: the statement
 * waits for a decision as before.
 */
export const STATEMENT_STAGES: Lifecycle<
  StatementState,
  "accept-first" | "stand-back" | "accept" | "reject"
> = {
  filed: { "accept-first": "awaiting-second", "stand-back": "filed", accept: "accepted", reject: "rejected" },
  "awaiting-second": {
    "stand-back": "filed",
    accept: "accepted",
    reject: "rejected",
  },
  accepted: {},
  rejected: {},
};

/**
 * A resident who is not on the roll states that they live in the city. Here is what happened to the statement, without the person: who it is
 * about stands apart, sealed, and goes after the decision, each datum at its own time.
 */
export const Statement = z.object({
  id: StatementId,
  cycleId: CycleId,
  state: StatementState,
  district: PoolId,
  filedAt: Instant,
  /** The staff member who took it in at a desk; none for one that was filed online. */
  filedBy: z.string().optional(),
  decidedAt: Instant.optional(),
  decidedBy: z.string().optional(),
  /** Why it was rejected, as the person reads it. */
  reason: z.string().optional(),
  /** Which addition to the roll it became. */
  addition: z.int().positive().optional(),
  fingerprint: z.string(),
});
export type Statement = z.infer<typeof Statement>;

export const isUndecided = ({ state }: Pick<Statement, "state">): boolean =>
  STATEMENT_STAGES[state].accept !== undefined;

/** What a statement says of the person; sealed wherever it is kept. */
export const StatementData = z.object({
  facts: z.record(z.string(), z.string()),
  email: z.string(),
  language: Language,
});
export type StatementData = z.infer<typeof StatementData>;

/** What is left of it after the decision. */
export const StatementRest = StatementData.partial({ email: true, language: true });
export type StatementRest = z.infer<typeof StatementRest>;
