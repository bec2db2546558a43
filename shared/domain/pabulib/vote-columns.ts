import type { VoteType } from "./file.ts";

/** Where a row of VOTES says what was chosen; `points` is -1 where the kind of ballot implies them. */
export interface VoteColumns {
  readonly count: number;
  readonly voter: number;
  readonly vote: number;
  readonly points: number;
  /** A list without points is in order: Kraków's 3-2-1, the last place worth one point, each place before it one more. */
  readonly areRanked: boolean;
}

export const voteColumnsIn = (columns: readonly string[], voteType: VoteType): VoteColumns => {
  const points = voteType === "approval" || voteType === "choose-1" ? -1 : columns.indexOf("points");
  return {
    count: columns.length,
    voter: columns.indexOf("voter_id"),
    vote: columns.indexOf("vote"),
    points,
    areRanked: voteType === "ordinal" && points < 0,
  };
};

/** The greatest number that a ballot may give, and the least below zero: choices hold 16 bits. */
export const POINTS_LIMIT = 32_767;
