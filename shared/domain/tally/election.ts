import type { Grosze } from "../money.ts";

/** Why a project is absent from the count although it was on the ballot. Printed in the protocol. */
export interface Exclusion {
  readonly why: "withdrawn" | "excluded";
  readonly reason: string;
  readonly legalBasis?: string;
}

/**
 * Projects of which not all can be done, by whoever decided it. `best-wins`: the first in order takes part alone. `atMost`: when so many are
 * funded, the others are out.
 */
export interface ExclusionGroup {
  readonly projects: readonly string[];
  readonly rule: "best-wins" | { readonly atMost: number };
  readonly reason: string;
  readonly legalBasis?: string | undefined;
}

/** Projects with money of their own within a pool: a category, a neighborhood. A project may be of several. */
export interface Part {
  readonly name: string;
  readonly projects: readonly string[];
  readonly budgetGrosze: Grosze;
}

/** How a pool is parted. With `leftover: "spent"` what all parts leave buys, in order, whatever of any part fits in it. */
export interface Parts {
  readonly list: readonly Part[];
  readonly leftover: "kept" | "spent";
}

/** A project as the count sees it. `drawnNumber` is its number on the ballot, where the city drew that before the vote. */
export interface Project {
  readonly id: string;
  readonly costGrosze: Grosze;
  readonly drawnNumber?: number;
  readonly excluded?: Exclusion;
}

/**
 * Distinct ballots with how often each was cast, as one compressed table: the choices of ballot `i` are the entries
 * from `offsets[i]` to `offsets[i + 1]`, sorted by project; a project is its index in the election's list.
 */
export interface Ballots {
  readonly offsets: Uint32Array;
  readonly projects: Uint16Array;
  readonly points: Int16Array;
  readonly weights: Uint32Array;
}

/** One contest: a pool's money, its projects in the order of the official list, its ballots. */
export interface Election {
  readonly budgetGrosze: Grosze;
  readonly projects: readonly Project[];
  readonly ballots: Ballots;
  readonly groups?: readonly ExclusionGroup[];
  readonly parts?: Parts;
}

/** Projects are held as 16-bit indexes. */
export const PROJECTS_LIMIT = 65_535;

/** The number of ballots cast, equal ones included. */
export const ballotCount = ({ weights }: Ballots): number => {
  let sum = 0;
  for (let ballot = 0; ballot < weights.length; ballot += 1) sum += weights[ballot] as number;
  return sum;
};
