import { zlotyText } from "../money.ts";
import { type BallotForm, limitsOf } from "../voting/ballot-form.ts";
import type { ListSize } from "../voting/forms/form-rules.ts";
import type { SectionLimits } from "../voting/limits.ts";
import type { VoteType } from "./file.ts";

/** What the format calls the ballots of a form. A knapsack is an approval with a limit on the cost. */
export const VOTE_TYPE: Record<BallotForm["kind"], VoteType> = {
  approval: "approval",
  "choose-one": "choose-1",
  knapsack: "approval",
  points: "cumulative",
  ordinal: "ordinal",
  scoring: "scoring",
};

/** Points stand in a file where they are not the same for every ballot that names as many projects. */
export const voteColumnsOf = ({ kind }: BallotForm): readonly string[] =>
  ["points", "ordinal", "scoring"].includes(kind) ? ["voter_id", "vote", "points"] : ["voter_id", "vote"];

/** The keys of META by which the format states each limit, in its own order. */
const KEYS: readonly (readonly [key: string, limit: keyof SectionLimits])[] = [
  ["min_length", "minProjects"],
  ["max_length", "maxProjects"],
  ["min_sum_points", "minPoints"],
  ["max_sum_points", "maxPoints"],
  ["min_points", "minPointsEach"],
  ["max_points", "maxPointsEach"],
  ["max_sum_cost", "maxCostGrosze"],
];

/** Limits that the kind of ballot implies, or that others imply, are not said again. */
const isSaid = (form: BallotForm, limits: SectionLimits, key: string): boolean => {
  if (form.kind === "points") {
    if (key === "min_points") return false;
    if (key === "max_points") return limits.maxPointsEach < limits.maxPoints;
    if (key === "max_length") return limits.maxProjects < limits.maxPoints;
    return key !== "min_length" || limits.minProjects > 1;
  }
  return form.kind === "scoring" || !["min_points", "max_points"].includes(key);
};

/** The limits of a ballot as META states them. */
export const ballotMeta = (form: BallotForm, list: ListSize): [string, string][] => {
  const limits = limitsOf(form, list);
  return KEYS.flatMap(([key, limit]): [string, string][] => {
    const value = limits[limit];
    if (!Number.isFinite(value) || value === 0 || !isSaid(form, limits, key)) return [];
    return [[key, limit === "maxCostGrosze" ? zlotyText(value) : `${value}`]];
  });
};
