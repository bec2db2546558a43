import type { Contender } from "../contender.ts";

/** Of equal scores, the one that the city's official list names first. */
export const fileOrder = (a: Contender, b: Contender): number => a.listed - b.listed;
