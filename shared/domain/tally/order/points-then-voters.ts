import type { Contender } from "../contender.ts";

/** More points first, of equal points more voters: both are the score, so that no tie key comes between them. */
export const byPointsThenVoters = (a: Contender, b: Contender): number =>
  b.score - a.score || b.votes - a.votes;
