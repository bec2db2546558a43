import { type BallotForm, limitsOf } from "../../../shared/domain/voting/ballot-form.ts";
import {
  asksForPoints,
  CHECK,
  type Mark,
  marksOf,
  stopAfter,
  stopBefore,
  tick,
  undecidedPool,
  withMarks,
} from "../../../shared/domain/voting/draft.ts";
import { splitsOf } from "../../../shared/domain/voting/splits.ts";
import { type BallotPool, limitsIn } from "../../../shared/pages/voting/list.ts";
import { pointsField } from "../../../shared/pages/voting/points.ts";
import { splitText } from "../../../shared/pages/voting/split.ts";
import type { BallotState } from "../../../shared/pages/voting/state-fields.ts";
import { type BallotFields, poolToChange } from "./ballot-fields.ts";

export type BallotFault =
  | { readonly kind: "nothing-ticked" }
  | { readonly kind: "too-many"; readonly given: number }
  | { readonly kind: "no-split" }
  | { readonly kind: "no-points"; readonly projects: readonly string[] }
  | { readonly kind: "over"; readonly project: string; readonly given: number };

/** Where a posted page leads, with the ballot as it then is; a fault leads back to the same page. */
export interface Filled {
  readonly state: BallotState;
  readonly fault?: BallotFault;
}

export interface Ballot {
  readonly form: BallotForm;
  readonly pools: readonly BallotPool[];
}

/** The check comes only when every list has its points. */
const arriving = (state: BallotState): BallotState => {
  const pool = state.stop.at === "check" ? undecidedPool(state.draft) : undefined;
  return pool === undefined ? state : { ...state, stop: { at: "points", pool }, returns: true };
};

const pastPool = ({ pools }: Ballot, state: BallotState, pool: string): BallotState => {
  const ids = pools.map(({ id }) => id);
  return arriving({ ...state, stop: stopAfter(ids, pool, state.returns) });
};

const tickedIn = ({ pools }: Ballot, pool: string, { pick }: BallotFields): string[] =>
  (pools.find(({ id }) => id === pool)?.projects ?? []).flatMap(({ id }) => (pick.includes(id) ? [id] : []));

const pastList = (ballot: Ballot, state: BallotState, pool: string, fields: BallotFields): Filled => {
  const list = ballot.pools.find(({ id }) => id === pool) as BallotPool;
  const ticked = tickedIn(ballot, pool, fields);
  const marks = tick(ballot.form, marksOf(state.draft, pool), ticked);
  const filled = { ...state, draft: withMarks(state.draft, pool, marks) };
  if (ticked.length === 0) return { state: filled, fault: { kind: "nothing-ticked" } };
  if (ticked.length > limitsIn(ballot.form, list).maxProjects)
    return { state, fault: { kind: "too-many", given: ticked.length } };
  return asksForPoints(ballot.form, marks)
    ? { state: { ...filled, stop: { at: "points", pool } } }
    : { state: pastPool(ballot, filled, pool) };
};

const pointsGiven = (
  { form }: Ballot,
  marks: readonly Mark[],
  fields: BallotFields,
): readonly number[] | BallotFault => {
  const limits = limitsOf(form);
  const splits = splitsOf(form, marks.length);
  if (splits.kind === "settled") return splits.split;
  if (splits.kind === "choice") {
    const chosen = [...splits.full, ...splits.fewer].find((split) => splitText(split) === fields.split);
    return chosen ?? { kind: "no-split" };
  }
  const given = marks.map(({ project }) =>
    Number(String(fields[pointsField(project)] ?? "").trim() || Number.NaN),
  );
  const faulty = marks.filter((_, index) => {
    const points = given[index] ?? Number.NaN;
    return !Number.isInteger(points) || points < 1 || points > limits.maxPointsEach;
  });
  if (faulty.length > 0) return { kind: "no-points", projects: faulty.map(({ project }) => project) };
  const sum = given.reduce((total, points) => total + points, 0);
  return sum > limits.maxPoints ? { kind: "over", project: marks[0]?.project ?? "", given: sum } : given;
};

const pastPoints = (ballot: Ballot, state: BallotState, pool: string, fields: BallotFields): Filled => {
  const marks = marksOf(state.draft, pool);
  const given = pointsGiven(ballot, marks, fields);
  if ("kind" in given) return { state, fault: given };
  const settled = marks.map(({ project }, index) => ({ project, points: given[index] ?? null }));
  return { state: pastPool(ballot, { ...state, draft: withMarks(state.draft, pool, settled) }, pool) };
};

/** Back keeps what was ticked; back to the check leaves the ballot as it was there. */
const back = (ballot: Ballot, state: BallotState, fields: BallotFields): BallotState => {
  const { stop } = state;
  if (stop.at === "list" && state.returns) return arriving({ ...state, stop: CHECK });
  const ids = ballot.pools.map(({ id }) => id);
  const before = stopBefore(ids, stop) ?? stop;
  if (stop.at !== "list") return { ...state, stop: before };
  const marks = tick(ballot.form, marksOf(state.draft, stop.pool), tickedIn(ballot, stop.pool, fields));
  return { ...state, stop: before, draft: withMarks(state.draft, stop.pool, marks) };
};

/** One turn of the ballot: what a page posted, taken into the ballot, and the page that comes next. */
export const fillIn = (ballot: Ballot, state: BallotState, fields: BallotFields): Filled => {
  const change = poolToChange(fields);
  const { stop } = state;
  if (change !== undefined) return { state: { ...state, stop: { at: "list", pool: change }, returns: true } };
  if (stop.at === "check" || fields.act === "back") return { state: back(ballot, state, fields) };
  if (fields.act === "skip" && stop.at === "list") {
    const emptied = { ...state, draft: withMarks(state.draft, stop.pool, []) };
    return { state: pastPool(ballot, emptied, stop.pool) };
  }
  return stop.at === "list"
    ? pastList(ballot, state, stop.pool, fields)
    : pastPoints(ballot, state, stop.pool, fields);
};
