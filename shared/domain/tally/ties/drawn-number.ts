import type { Contender } from "../contender.ts";

/** Of equal scores, the lower number drawn for the ballot before the vote. Projects without one stay level. */
export const drawnNumber = (a: Contender, b: Contender): number =>
  (a.project.drawnNumber ?? Number.MAX_SAFE_INTEGER) - (b.project.drawnNumber ?? Number.MAX_SAFE_INTEGER);
