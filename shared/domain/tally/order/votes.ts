import type { Contender } from "../contender.ts";

/** More voters first, whatever points each gave. */
export const byVotes = (a: Contender, b: Contender): number => b.votes - a.votes;
