import { z } from "zod";
import { UNBOUND } from "../limits.ts";
import { everyForm, Few, type FormRules, type Given, type ListSize } from "./form-rules.ts";

/** Places, the first worth the most: Kraków's 3-2-1, all of them filled; Ruda Śląska's 4-3-2-1, at most so many. */
export const Ordinal = z
  .strictObject({
    kind: z.literal("ordinal"),
    /** Points of each place, from the first. */
    weights: z.array(Few).min(1).max(20),
    /** One for each weight: exactly so many places. */
    minProjects: Few,
    ...everyForm,
  })
  .refine(({ weights, minProjects }) => minProjects <= weights.length)
  .refine(({ weights }) =>
    weights.every((weight, place) => place === 0 || weight <= (weights[place - 1] ?? 0)),
  );
export type Ordinal = z.infer<typeof Ordinal>;

/** Whether ranks are the places from 1 on, each once, without gaps. */
const areRanks = (ranks: readonly number[]): boolean =>
  ranks.toSorted((one, other) => one - other).every((rank, index) => rank === index + 1);

export const ordinal = ({ weights, minProjects }: Ordinal, list: ListSize): FormRules => ({
  limits: {
    ...UNBOUND,
    minProjects: Math.min(minProjects, list.projects),
    maxProjects: weights.length,
    minPointsEach: weights.at(-1) ?? 1,
    maxPointsEach: weights[0] ?? 1,
  },
  counted: (written: Given) =>
    areRanks(written.map(([, rank]) => rank))
      ? written.map(([project, rank]) => [project, weights[rank - 1] ?? 0])
      : null,
});
