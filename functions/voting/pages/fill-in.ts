import { limitsOn } from "../../../shared/domain/voting/ballot-form.ts";
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
} from "../../../shared/domain/voting/marks.ts";
import type { BallotPool } from "../../../shared/pages/voting/list.ts";
import type { BallotState } from "../../../shared/pages/voting/state-fields.ts";
import { pointsGiven, scoresGiven } from "./asked-points.ts";
import type { BallotFault } from "./ballot-fault.ts";
import { type BallotFields, poolToChange } from "./ballot-fields.ts";

/** Where a posted page leads, with the ballot as it then is; a fault leads back to the same page. */
interface Filled {
  readonly state: BallotState;
  readonly fault?: BallotFault;
}

export interface Ballot {
  readonly pools: readonly BallotPool[];
}

/** The check comes only when every list has its points. */
const arriving = (state: BallotState): BallotState => {
  const pool = state.stop.at === "check" ? undecidedPool(state.marksByPool) : undefined;
  return pool === undefined ? state : { ...state, stop: { at: "points", pool }, returns: true };
};

const pastPool = ({ pools }: Ballot, state: BallotState, pool: string): BallotState => {
  const ids = pools.map(({ id }) => id);
  return arriving({ ...state, stop: stopAfter(ids, pool, state.returns) });
};

const listOf = ({ pools }: Ballot, pool: string): BallotPool => {
  const list = pools.find(({ id }) => id === pool);
  if (!list) throw new Error(`no list ${pool} in this booth`);
  return list;
};

/** The marks that a list's page gives: its scores, or its ticks with the points that need no question. */
const marksIn = ({ marksByPool }: BallotState, list: BallotPool, fields: BallotFields) => {
  if (list.form.kind === "scoring") return scoresGiven(list, fields);
  const ticked = list.projects.flatMap(({ id }) => (fields.pick.includes(id) ? [id] : []));
  return tick(list.form, marksOf(marksByPool, list.id), ticked);
};

const listFault = (list: BallotPool, marks: readonly Mark[]): BallotFault | undefined => {
  const { minProjects, maxProjects, maxCostGrosze } = limitsOn(list.form, list);
  const given = marks.length;
  if (given === 0) return { kind: "nothing-ticked" };
  if (given > maxProjects) return { kind: "too-many", given };
  if (given < minProjects) return { kind: "too-few", given };
  const ticked = list.projects.filter(({ id }) => marks.some(({ project }) => project === id));
  const givenGrosze = ticked.reduce((sum, { costGrosze }) => sum + costGrosze, 0);
  return givenGrosze > maxCostGrosze ? { kind: "too-dear", givenGrosze } : undefined;
};

const pastList = (ballot: Ballot, state: BallotState, pool: string, fields: BallotFields): Filled => {
  const list = listOf(ballot, pool);
  const marks = marksIn(state, list, fields);
  const fault = listFault(list, marks);
  if (fault) return { state, fault };
  const filled = { ...state, marksByPool: withMarks(state.marksByPool, pool, marks) };
  return asksForPoints(list.form, marks)
    ? { state: { ...filled, stop: { at: "points", pool } } }
    : { state: pastPool(ballot, filled, pool) };
};

const pastPoints = (ballot: Ballot, state: BallotState, pool: string, fields: BallotFields): Filled => {
  const marks = marksOf(state.marksByPool, pool);
  const given = pointsGiven(listOf(ballot, pool), marks, fields);
  if ("kind" in given) return { state, fault: given };
  const settled = marks.map(({ project }, index) => ({ project, points: given[index] ?? null }));
  return {
    state: pastPool(ballot, { ...state, marksByPool: withMarks(state.marksByPool, pool, settled) }, pool),
  };
};

/** Back keeps what was ticked; back to the check leaves the ballot as it was there. */
const back = (ballot: Ballot, state: BallotState, fields: BallotFields): BallotState => {
  const { stop } = state;
  if (stop.at === "list" && state.returns) return arriving({ ...state, stop: CHECK });
  const ids = ballot.pools.map(({ id }) => id);
  const before = stopBefore(ids, stop) ?? stop;
  if (stop.at !== "list") return { ...state, stop: before };
  const marks = marksIn(state, listOf(ballot, stop.pool), fields);
  return { ...state, stop: before, marksByPool: withMarks(state.marksByPool, stop.pool, marks) };
};

/** One turn of the ballot: what a page posted, taken into the ballot, and the page that comes next. */
export const fillIn = (ballot: Ballot, state: BallotState, fields: BallotFields): Filled => {
  const change = poolToChange(fields);
  const { stop } = state;
  if (change !== undefined) return { state: { ...state, stop: { at: "list", pool: change }, returns: true } };
  if (stop.at === "check" || fields.act === "back") return { state: back(ballot, state, fields) };
  // The same page again, with what is ticked on it added up.
  if (fields.act === "sum") return { state };
  if (fields.act === "skip" && stop.at === "list") {
    const emptied = { ...state, marksByPool: withMarks(state.marksByPool, stop.pool, []) };
    return { state: pastPool(ballot, emptied, stop.pool) };
  }
  return stop.at === "list"
    ? pastList(ballot, state, stop.pool, fields)
    : pastPoints(ballot, state, stop.pool, fields);
};
