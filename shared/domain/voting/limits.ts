/** What one section of a ballot may hold, in numbers: the same for a booth, a desk and an imported file. Points are those that are counted. */
export interface SectionLimits {
  readonly minProjects: number;
  readonly maxProjects: number;
  readonly minPointsEach: number;
  readonly maxPointsEach: number;
  readonly minPoints: number;
  readonly maxPoints: number;
  /** The most that the projects of a section may cost together. */
  readonly maxCostGrosze: number;
}

/** Limits that bind nobody. */
export const UNBOUND: SectionLimits = {
  minProjects: 0,
  maxProjects: Number.POSITIVE_INFINITY,
  minPointsEach: Number.NEGATIVE_INFINITY,
  maxPointsEach: Number.POSITIVE_INFINITY,
  minPoints: Number.NEGATIVE_INFINITY,
  maxPoints: Number.POSITIVE_INFINITY,
  maxCostGrosze: Number.POSITIVE_INFINITY,
};

/** A section summed up: how many projects, how many points, the smallest and the largest number given to one, what all cost. */
export interface SectionSums {
  projects: number;
  points: number;
  least: number;
  most: number;
  costGrosze: number;
}

export type LimitFault =
  | "too-few-projects"
  | "too-many-projects"
  | "over-cost"
  | "too-few-points"
  | "too-many-points"
  | "too-few-points-for-one"
  | "too-many-points-for-one";

/** The first limit that a section breaks, or null. A section without projects gives no points to one. */
export const limitFault = (limits: SectionLimits, given: SectionSums): LimitFault | null => {
  if (given.projects > limits.maxProjects) return "too-many-projects";
  if (given.projects < limits.minProjects) return "too-few-projects";
  if (given.costGrosze > limits.maxCostGrosze) return "over-cost";
  if (given.points > limits.maxPoints) return "too-many-points";
  if (given.points < limits.minPoints) return "too-few-points";
  if (given.projects === 0) return null;
  if (given.most > limits.maxPointsEach) return "too-many-points-for-one";
  if (given.least < limits.minPointsEach) return "too-few-points-for-one";
  return null;
};
