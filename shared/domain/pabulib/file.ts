import type { Grosze } from "../money.ts";

/** The kinds of ballot that the format knows. */
export const VOTE_TYPES = ["approval", "choose-1", "cumulative", "ordinal", "scoring"] as const;
export type VoteType = (typeof VOTE_TYPES)[number];

/** A project as listed: its id and cost, and every field of its row, in the order of the columns. */
export interface PbProject {
  readonly id: string;
  readonly costGrosze: Grosze;
  readonly fields: readonly string[];
}

/** What makes a single ballot unreadable. Its row is kept, without choices. */
export type RowFault = "unknown-project" | "points-mismatch" | "points-not-whole";

/**
 * The rows of the VOTES section: row `i` stands in line `lines[i]` of the file (from 1) and is of kind `kinds[i]`. Rows of one kind say the same; rows
 * that say the same may be of different kinds, and one that is unreadable has its own. The choices of kind `k`, in the order written, are the entries
 * from `offsets[k]` to `offsets[k + 1]`. Points are those written, or what the kind of ballot implies.
 */
export interface PbVotes {
  readonly columns: readonly string[];
  readonly count: number;
  readonly lines: Uint32Array;
  readonly kinds: Uint32Array;
  readonly offsets: Uint32Array;
  readonly projects: Uint16Array;
  readonly points: Int16Array;
  readonly faults: ReadonlyMap<number, RowFault>;
}

/** What a `.pb` file says before its first ballot. */
export interface PbListing {
  readonly meta: ReadonlyMap<string, string>;
  readonly budgetGrosze: Grosze;
  readonly voteType: VoteType;
  readonly projectColumns: readonly string[];
  readonly projects: readonly PbProject[];
}

/** What the count needs of a `.pb` file. Of its ballots that is what was chosen, and where it stood: nothing else of a voter is kept. */
export interface PbFile extends PbListing {
  readonly votes: PbVotes;
}
