import { notValid, type Refusal, refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { type BallotForm, rulesOf } from "./ballot-form.ts";
import type { Given } from "./forms/form-rules.ts";
import { limitFault, type SectionLimits, type SectionSums } from "./limits.ts";

/** One list of a voter's booth: its pool, how it is filled in, the pool's money, its projects. */
export interface BoothList {
  readonly pool: string;
  readonly form: BallotForm;
  readonly amountGrosze: number;
  readonly projects: readonly { readonly id: string; readonly costGrosze: number }[];
}

/**
 * The points that the count adds up for a section; none for one that names nothing. Refuses what the form does not allow, with a JSON
 * pointer below `pointer` to the number that is wrong, or to all of them.
 */
export const checkSection = (list: BoothList, written: Given, pointer: string): Result<Given> => {
  const { pool, form, projects } = list;
  const at = (project: string): string => `${pointer}/${escaped(project)}`;
  const stranger = written.find(([project]) => !projects.some(({ id }) => id === project))?.[0];
  if (stranger !== undefined) return refused(refusal("ballot/project", { project: stranger }, at(stranger)));

  const { limits, counted } = rulesOf(form, { ...list, projects: projects.length });
  const given = counted(written);
  if (given === null) return refused(refusal("ballot/ranks", { pool, places: written.length }, pointer));
  const fault = given.length > 0 ? faultOf({ list, limits, given, pointer, at }) : null;
  return fault ? refused(fault) : ok(given);
};

interface Judged {
  readonly list: BoothList;
  readonly limits: SectionLimits;
  readonly given: Given;
  readonly pointer: string;
  readonly at: (project: string) => string;
}

const faultOf = ({ list, limits, given, pointer, at }: Judged): Refusal | null => {
  const { pool, form } = list;
  const sums = sumsOf(list, given);
  const oneWith = (wrong: number): string => at(given.find(([, number]) => number === wrong)?.[0] ?? "");
  const notNumber = (wrong: number, rule: "too-small" | "too-big", limit: number): Refusal =>
    notValid([{ pointer: oneWith(wrong), rule, limit }], oneWith(wrong));
  switch (limitFault(limits, sums)) {
    case null:
      return null;
    case "too-many-projects": {
      const facts = { pool, given: sums.projects, allowed: limits.maxProjects };
      return refusal("ballot/too-many-projects", facts, pointer);
    }
    case "too-few-projects": {
      const facts = { pool, given: sums.projects, allowed: limits.minProjects };
      return refusal("ballot/too-few-projects", facts, pointer);
    }
    case "over-cost": {
      const facts = { pool, givenGrosze: sums.costGrosze, allowedGrosze: limits.maxCostGrosze };
      return refusal("ballot/over-cost", facts, pointer);
    }
    case "too-many-points":
      return refusal("ballot/over-points", { pool, given: sums.points, allowed: limits.maxPoints }, pointer);
    case "too-many-points-for-one":
      return form.kind === "points"
        ? refusal(
            "ballot/over-points",
            { pool, given: sums.most, allowed: limits.maxPointsEach },
            oneWith(sums.most),
          )
        : notNumber(sums.most, "too-big", limits.maxPointsEach);
    case "too-few-points":
    case "too-few-points-for-one": {
      // Zero or less for a project is what is wrong, whatever the sum.
      if (sums.least < limits.minPointsEach) return notNumber(sums.least, "too-small", limits.minPointsEach);
      const facts = { pool, given: sums.points, allowed: limits.minPoints };
      return refusal("ballot/too-few-points", facts, pointer);
    }
  }
};

const sumsOf = ({ projects }: BoothList, given: Given): SectionSums => {
  const numbers = given.map(([, number]) => number);
  const named = new Set(given.map(([project]) => project));
  return {
    projects: given.length,
    points: numbers.reduce((sum, number) => sum + number, 0),
    least: Math.min(...numbers),
    most: Math.max(...numbers),
    costGrosze: projects.reduce((sum, { id, costGrosze }) => sum + (named.has(id) ? costGrosze : 0), 0),
  };
};

/** A member's name in a JSON pointer (RFC 6901): numbers like `L13/08/XII` hold slashes. */
const escaped = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");
