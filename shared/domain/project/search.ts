import { metresBetween } from "./distance.ts";
import type { Location } from "./location.ts";
import { costOf, type ProjectLine } from "./project.ts";
import type { ProjectStatus } from "./stages.ts";

/** Within so many metres of a point. */
export interface Near extends Location {
  readonly metres: number;
}

/** What a project's own facts have to be. */
export interface ProjectFilter {
  readonly pools?: readonly string[] | undefined;
  readonly status?: ProjectStatus | undefined;
  readonly category?: string | undefined;
  readonly minCostGrosze?: number | undefined;
  readonly maxCostGrosze?: number | undefined;
  readonly minSupporters?: number | undefined;
  readonly near?: Near | undefined;
}

/** What a filter is called in a form: costs in złoty and not in grosze, pools as one text. A point is of machines alone. */
type Typed<F> = F extends "near"
  ? never
  : F extends "pools"
    ? "pool"
    : F extends `${infer Cost}Grosze`
      ? Cost
      : F;

/** The filters and what goes with them as a form and its links say them, each as it is typed. */
export type TypedFilter = {
  readonly [F in Typed<keyof ProjectFilter> | "district" | "q"]?: string | undefined;
};

type Facts = Pick<
  ProjectLine,
  "pool" | "status" | "category" | "costGrosze" | "estimatedCostGrosze" | "supporters" | "location"
>;

export const matchesFilter =
  ({ pools, status, category, minCostGrosze, maxCostGrosze, minSupporters, near }: ProjectFilter) =>
  (project: Facts): boolean =>
    (pools === undefined || pools.includes(project.pool)) &&
    (status === undefined || project.status === status) &&
    (category === undefined || project.category === category) &&
    (minCostGrosze === undefined || costOf(project) >= minCostGrosze) &&
    (maxCostGrosze === undefined || costOf(project) <= maxCostGrosze) &&
    (minSupporters === undefined || project.supporters >= minSupporters) &&
    (near === undefined ||
      (project.location !== undefined && metresBetween(project.location, near) <= near.metres));
