import { z } from "zod";
import { UNBOUND } from "../limits.ts";
import { asWritten, everyForm, type FormRules } from "./form-rules.ts";

/** One project of each list (Wrocław). */
export const ChooseOne = z.strictObject({ kind: z.literal("choose-one"), ...everyForm });
export type ChooseOne = z.infer<typeof ChooseOne>;

export const chooseOne = (): FormRules => ({
  limits: { ...UNBOUND, minProjects: 1, maxProjects: 1, minPointsEach: 1, maxPointsEach: 1 },
  counted: asWritten,
});
