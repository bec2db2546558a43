import type { Contender } from "../contender.ts";

/** Of equal scores, the one that more people chose. */
export const moreVoters = (a: Contender, b: Contender): number => b.votes - a.votes;
