import { limitsOn } from "../../../shared/domain/voting/ballot-form.ts";
import type { Mark } from "../../../shared/domain/voting/marks.ts";
import { splitsOf } from "../../../shared/domain/voting/splits.ts";
import type { BallotPool } from "../../../shared/pages/voting/list.ts";
import { pointsField } from "../../../shared/pages/voting/points.ts";
import { splitText } from "../../../shared/pages/voting/split.ts";
import type { BallotFault } from "./ballot-fault.ts";
import type { BallotFields } from "./ballot-fields.ts";

const numberAt = (fields: BallotFields, project: string): number =>
  Number(String(fields[pointsField(project)] ?? "").trim() || Number.NaN);

const outside = (number: number, least: number, most: number): boolean =>
  !Number.isInteger(number) || number < least || number > most;

/** The scores that a list gives; a score that its select does not offer is none. */
export const scoresGiven = (pool: BallotPool, fields: BallotFields): Mark[] => {
  const { minPointsEach, maxPointsEach } = limitsOn(pool.form, pool);
  return pool.projects.flatMap(({ id }) => {
    const points = numberAt(fields, id);
    return points === 0 || outside(points, minPointsEach, maxPointsEach) ? [] : [{ project: id, points }];
  });
};

/** Ranks of the marks, in their order. Every place is given once. */
const placesGiven = (marks: readonly Mark[], fields: BallotFields): readonly number[] | BallotFault => {
  const given = marks.map(({ project }) => numberAt(fields, project));
  const projectsWhere = (wrong: (place: number, index: number) => boolean): string[] =>
    marks.flatMap(({ project }, index) => (wrong(given[index] ?? Number.NaN, index) ? [project] : []));
  const missing = projectsWhere((place) => outside(place, 1, marks.length));
  if (missing.length > 0) return { kind: "no-place", projects: missing };
  const repeated = projectsWhere((place, index) => given.indexOf(place) < index);
  return repeated.length > 0 ? { kind: "same-place", projects: repeated } : given;
};

/** What the page of points asked for: points or ranks of the marks, in their order. */
export const pointsGiven = (
  pool: BallotPool,
  marks: readonly Mark[],
  fields: BallotFields,
): readonly number[] | BallotFault => {
  const splits = splitsOf(pool.form, marks.length);
  if (splits.kind === "settled") return splits.split;
  if (splits.kind === "places") return placesGiven(marks, fields);
  if (splits.kind === "choice") {
    const chosen = [...splits.full, ...splits.fewer].find((split) => splitText(split) === fields.split);
    return chosen ?? { kind: "no-split" };
  }
  const limits = limitsOn(pool.form, pool);
  const given = marks.map(({ project }) => numberAt(fields, project));
  const faulty = marks.filter((_, index) => outside(given[index] ?? Number.NaN, 1, limits.maxPointsEach));
  if (faulty.length > 0) return { kind: "no-points", projects: faulty.map(({ project }) => project) };
  const sum = given.reduce((total, points) => total + points, 0);
  const at = { project: marks[0]?.project ?? "", given: sum };
  if (sum > limits.maxPoints) return { kind: "over", ...at };
  return sum < limits.minPoints ? { kind: "under", ...at } : given;
};
