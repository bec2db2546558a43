import { z } from "zod";
import { UNBOUND } from "../limits.ts";
import { everyForm, type FormRules } from "./form-rules.ts";

const Score = z.int().min(-1000).max(1000);

/** A whole score for each project, which may be negative. A score of 0 is that of a project that is not named. */
export const Scoring = z
  .strictObject({ kind: z.literal("scoring"), min: Score, max: Score, ...everyForm })
  .refine(({ min, max }) => min < max);
export type Scoring = z.infer<typeof Scoring>;

export const scoring = ({ min, max }: Scoring): FormRules => ({
  limits: { ...UNBOUND, minPointsEach: min, maxPointsEach: max },
  counted: (written) => written.filter(([, score]) => score !== 0),
});
