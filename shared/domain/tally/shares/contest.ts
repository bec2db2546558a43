import type { Ballots } from "../election.ts";
import type { Fraction } from "./fraction.ts";

/** At most so many of these projects are funded. */
export interface AtMost {
  readonly projects: readonly number[];
  readonly atMost: number;
}

/** No more than this is spent on these projects. */
interface Purse {
  readonly projects: readonly number[];
  readonly budgetGrosze: number;
}

/** A contest after everything that is set aside beforehand. Projects are indexes from 0; money is whole grosze. */
export interface SharesContest {
  readonly ballots: Ballots;
  /** The cost of each project, a safe integer of at least 0. */
  readonly costsGrosze: readonly number[];
  /** 1 for each project that takes part. */
  readonly takesPart: Uint8Array;
  /** The place of each project in the total order that settles ties, 0 first; no two alike. */
  readonly precedence: Int32Array | Uint32Array;
  readonly budgetGrosze: number;
  /** All valid ballots, empty ones included. */
  readonly voters: number;
  readonly groups?: readonly AtMost[];
  readonly parts?: readonly Purse[];
}

/** What the supporters of a bought project paid; together exactly its cost. */
export interface Payments {
  /** Ballots that paid in full, and what each paid: grosze, with utilities in points for every point given. */
  readonly full: number;
  readonly fullGrosze: Fraction;
  /** Ballots that paid all they had left, less than the full payment, and what they paid together. */
  readonly rest: number;
  readonly restGrosze: Fraction;
  /** Ballots that had nothing left. */
  readonly nothing: number;
}

/** Numbers of voters are multiplied in halves of a double, exactly. */
export const VOTERS_LIMIT = 2 ** 26;
