import type { BallotForm } from "./ballot-form.ts";
import { splitsOf } from "./splits.ts";

/** A ticked project, with its points once they are known. */
export interface Mark {
  readonly project: string;
  readonly points: number | null;
}

/** A ballot that is being filled in, in the order of the lists. It lives in form fields and is never stored. */
export type MarksByPool = ReadonlyMap<string, readonly Mark[]>;

/** Where a voter is: at a list, at its points, at the check of the whole ballot. */
export type Stop =
  | { readonly at: "list"; readonly pool: string }
  | { readonly at: "points"; readonly pool: string }
  | { readonly at: "check" };

export const CHECK: Stop = { at: "check" };

export const marksOf = (marksByPool: MarksByPool, pool: string): readonly Mark[] =>
  marksByPool.get(pool) ?? [];

/** The same with other marks in a pool. */
export const withMarks = (marksByPool: MarksByPool, pool: string, marks: readonly Mark[]): MarksByPool =>
  new Map([...marksByPool, [pool, marks]]);

const isSame = (marks: readonly Mark[], ticked: readonly string[]): boolean =>
  marks.length === ticked.length && marks.every(({ project }, index) => project === ticked[index]);

/** Marks for ticked projects: with the points that need no question, or those given before to the same projects. */
export const tick = (
  form: BallotForm,
  before: readonly Mark[],
  ticked: readonly string[],
): readonly Mark[] => {
  const splits = splitsOf(form, ticked.length);
  if (splits.kind !== "settled" && isSame(before, ticked)) return before;
  return ticked.map((project, index) => ({
    project,
    points: splits.kind === "settled" ? (splits.split[index] ?? null) : null,
  }));
};

/** Whether the points of a list are a question to its voter. */
export const asksForPoints = (form: BallotForm, marks: readonly Mark[]): boolean =>
  marks.length > 0 && splitsOf(form, marks.length).kind !== "settled";

/** After a list and its points: the next list; the check after the last one, or when the voter came from there. */
export const stopAfter = (pools: readonly string[], pool: string, returns: boolean): Stop => {
  const next = pools[pools.indexOf(pool) + 1];
  return returns || next === undefined ? CHECK : { at: "list", pool: next };
};

/** Before a stop: the list of these points, the list before this one, the last list before the check; undefined at the start. */
export const stopBefore = (pools: readonly string[], stop: Stop): Stop | undefined => {
  if (stop.at === "points") return { at: "list", pool: stop.pool };
  const pool = stop.at === "check" ? pools.at(-1) : pools[pools.indexOf(stop.pool) - 1];
  return pool === undefined ? undefined : { at: "list", pool };
};

/** A list whose points are still to be asked for before the ballot can be checked. */
export const undecidedPool = (marksByPool: MarksByPool): string | undefined =>
  [...marksByPool].find(([, marks]) => marks.some(({ points }) => points === null))?.[0];
