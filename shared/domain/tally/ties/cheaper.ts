import type { Contender } from "../contender.ts";

/** Of equal scores, the one that costs less. */
export const cheaper = (a: Contender, b: Contender): number => a.project.costGrosze - b.project.costGrosze;
