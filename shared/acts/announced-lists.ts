import { entryOf } from "../domain/cycle/calendar.ts";
import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Announced, ListNote } from "../domain/document/announced.ts";
import { withTakenOut } from "../domain/document/lists.ts";
import { leftOutOf } from "../domain/procedure/left-out.ts";
import { compareNumbers } from "../domain/project/number-scheme.ts";
import type { Deps } from "../platform/deps.ts";
import { type GoneBy, listsOfGone } from "./lists-of-gone.ts";

/** The list of the vote, once it is frozen, and what was taken out of it since. */
const ballotOf = async (cycle: Cycle, { store }: Pick<Deps, "store">) => {
  const list = await store.ballotLists.get(cycle.id);
  if (!list) return { lists: [], gone: [] };
  const { frozen, order, pools, leftOutParts: parts } = list;
  const issuedAt = frozen?.at ?? entryOf(cycle.calendar, "ballot-frozen")?.startsAt ?? cycle.createdAt;
  const madeBy = frozen?.by;
  const projects = cycle.hasTakenOut === false ? [] : await store.projects.allTakenOut(cycle.id);
  const takenOut = projects.flatMap((project) => {
    const step = project.history.findLast(({ status }) => status === "withdrawn");
    return step ? [{ project, at: step.at }] : [];
  });
  const lists: Announced[] = withTakenOut(
    { list: "ballot", version: 1, issuedAt, madeBy, order, cycle, pools },
    takenOut.map(({ project: { id, reason }, at }) => ({ id, at, reason })),
  );
  if (parts === undefined) return { lists, gone: [] };
  const leftOut = await store.leftOut.of({ cycleId: cycle.id, list: "ballot", version: 1 }, parts);
  // What is taken out after the vote was frozen was withdrawn, too.
  const gone = lists.map((one): GoneBy => {
    const later = takenOut.filter(({ at }) => at <= one.issuedAt).map(({ project }) => project);
    return { issuedAt: one.issuedAt, madeBy, leftOut: [...leftOut, ...leftOutOf(later)] };
  });
  return { lists, gone };
};

/** What the office noted of a list, beside it. */
const noted = (list: Announced, notes: readonly ListNote[]): Announced => {
  const note = notes.find((one) => one.list === list.list && one.of === list.version);
  return note ? { ...list, published: note.published, retracted: note.retracted } : list;
};

/** Published lists of verdicts, by pool as the ballot has them. What a later version adds stands beside what the ones before it said. */
const verdictLists = async (cycle: Cycle, { store }: Pick<Deps, "store">): Promise<Announced[]> => {
  const published = await store.publications.shown(cycle.id);
  const known = new Map(
    await Promise.all(published.map(async (one) => [one, await store.publications.verdicts(one)] as const)),
  );
  const goneBy = new Map(
    await Promise.all(
      published.map(async (one) => {
        const { leftOutParts: parts } = one;
        return [one, parts === undefined ? undefined : await store.leftOut.of(one, parts)] as const;
      }),
    ),
  );
  return published.map((publication) => {
    const { list, version, issuedAt, proposedBy, acceptedBy } = publication;
    const leftOut = goneBy.get(publication);
    const upTo = published.filter((one) => one.list === list && one.version <= version);
    const verdicts = upTo.flatMap((one) => known.get(one) ?? []);
    const inOrder =
      upTo.length > 1
        ? verdicts.toSorted((one, other) => compareNumbers(one.number, other.number))
        : verdicts;
    const pools = cycle.pools.map(({ id }) => ({
      id,
      projects: inOrder.flatMap(({ pool, from: _from, to: _to, ...row }) => (pool === id ? [row] : [])),
    }));
    return { list, version, issuedAt, madeBy: `${proposedBy}, ${acceptedBy}`, leftOut, cycle, pools };
  });
};

const earlierFirst = (one: Announced, other: Announced): number =>
  one.issuedAt === other.issuedAt ? 0 : one.issuedAt < other.issuedAt ? -1 : 1;

const goneBy = ({ issuedAt, madeBy, leftOut }: Announced): GoneBy[] =>
  leftOut ? [{ issuedAt, madeBy, leftOut }] : [];

/** The lists of an edition that were announced, the first one first, each version of one after the one before. */
export const announcedLists = async (cycle: Cycle, deps: Pick<Deps, "store">): Promise<Announced[]> => {
  const [verdicts, ballot] = await Promise.all([verdictLists(cycle, deps), ballotOf(cycle, deps)]);
  const inTime = verdicts.toSorted(earlierFirst);
  const gone = listsOfGone(cycle, [...inTime.flatMap(goneBy), ...ballot.gone]);
  const lists = [...inTime, ...ballot.lists, ...gone].toSorted(earlierFirst);
  if (lists.length === 0) return [];
  const notes = await deps.store.listNotes.of(cycle.id);
  return lists.map((list) => noted(list, notes));
};
