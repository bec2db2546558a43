import type { Contender } from "../contender.ts";

/** More points first (Katowice: "projects with the most points, until the pool is used up"). */
export const byPoints = (a: Contender, b: Contender): number => b.score - a.score;
