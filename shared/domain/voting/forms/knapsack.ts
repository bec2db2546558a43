import { z } from "zod";
import { Grosze } from "../../money.ts";
import { UNBOUND } from "../limits.ts";
import { asWritten, everyForm, Few, type FormRules, type ListSize } from "./form-rules.ts";

/** Ticks, as long as all that is ticked costs no more than the pool has (Warszawa 2017-19), or than a stated sum. */
export const Knapsack = z.strictObject({
  kind: z.literal("knapsack"),
  /** Null: the pool's own money. */
  maxCostGrosze: Grosze.nullable(),
  /** Null: any number. */
  maxProjects: Few.nullable(),
  ...everyForm,
});
export type Knapsack = z.infer<typeof Knapsack>;

export const knapsack = ({ maxCostGrosze, maxProjects }: Knapsack, list: ListSize): FormRules => ({
  limits: {
    ...UNBOUND,
    minProjects: 1,
    maxProjects: maxProjects ?? UNBOUND.maxProjects,
    minPointsEach: 1,
    maxPointsEach: 1,
    maxCostGrosze: maxCostGrosze ?? list.amountGrosze,
  },
  counted: asWritten,
});
