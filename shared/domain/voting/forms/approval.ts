import { z } from "zod";
import { UNBOUND } from "../limits.ts";
import { asWritten, everyForm, Few, type FormRules, type ListSize } from "./form-rules.ts";

/** Ticks: at most so many (Warszawa, Łódź), exactly so many, or any number (Wieliczka). */
export const Approval = z
  .strictObject({
    kind: z.literal("approval"),
    minProjects: Few,
    /** Null: any number. */
    maxProjects: Few.nullable(),
    ...everyForm,
  })
  .refine(({ minProjects, maxProjects }) => maxProjects === null || minProjects <= maxProjects);
export type Approval = z.infer<typeof Approval>;

export const approval = ({ minProjects, maxProjects }: Approval, list: ListSize): FormRules => ({
  limits: {
    ...UNBOUND,
    minProjects: Math.min(minProjects, list.projects),
    maxProjects: maxProjects ?? UNBOUND.maxProjects,
    minPointsEach: 1,
    maxPointsEach: 1,
  },
  counted: asWritten,
});
