import { z } from "zod";
import type { SectionLimits } from "./limits.ts";

/**
 * How a section of the ballot is filled in: a number of points to spread over projects. Giving fewer than all of them
 * is allowed, and what is not given is lost.
 */
export const BallotForm = z
  .strictObject({
    kind: z.literal("points"),
    points: z.int().min(1),
    maxPerProject: z.int().min(1),
    maxProjects: z.int().min(1),
    /** What an imported ballot that names a project twice is worth. The booth refuses it. */
    repeatedProject: z.enum(["void", "count-once"]),
  })
  .meta({ id: "BallotForm" });
export type BallotForm = z.infer<typeof BallotForm>;

/** The limits of a section that is filled in. */
export const limitsOf = ({ points, maxPerProject, maxProjects }: BallotForm): SectionLimits => ({
  minProjects: 1,
  maxProjects,
  minPointsEach: 1,
  maxPointsEach: maxPerProject,
  minPoints: 1,
  maxPoints: points,
});
