import { z } from "zod";
import { UNBOUND } from "../limits.ts";
import { asWritten, everyForm, Few, type FormRules, type ListSize } from "./form-rules.ts";

/** Cumulative: a number of points to spread over projects (Katowice, Gdańsk, Częstochowa). */
export const Points = z.strictObject({
  kind: z.literal("points"),
  points: Few,
  maxPerProject: Few,
  maxProjects: Few,
  /** All points must be given. Absent: fewer may be, and what is not given is lost. */
  allPoints: z.boolean().optional(),
  ...everyForm,
});
export type Points = z.infer<typeof Points>;

export const points = (form: Points, list: ListSize): FormRules => {
  const { maxPerProject, maxProjects } = form;
  // A list too short to take all points takes as many as it can.
  const takes = Math.min(form.points, maxPerProject * Math.min(maxProjects, list.projects));
  const minPoints = form.allPoints ? takes : 1;
  return {
    limits: {
      ...UNBOUND,
      minProjects: Math.ceil(minPoints / maxPerProject),
      maxProjects,
      minPointsEach: 1,
      maxPointsEach: maxPerProject,
      minPoints,
      maxPoints: form.points,
    },
    counted: asWritten,
  };
};
