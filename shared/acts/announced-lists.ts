import { entryOf } from "../domain/cycle/calendar.ts";
import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Announced, ListNote } from "../domain/document/announced.ts";
import { withTakenOut } from "../domain/document/lists.ts";
import { compareNumbers } from "../domain/project/number-scheme.ts";
import type { Deps } from "../platform/deps.ts";

const ballotLists = async (cycle: Cycle, { store }: Pick<Deps, "store">): Promise<Announced[]> => {
  const list = await store.ballotLists.get(cycle.id);
  if (!list) return [];
  const { frozen, order, pools } = list;
  const issuedAt = frozen?.at ?? entryOf(cycle.calendar, "ballot-frozen")?.startsAt ?? cycle.createdAt;
  const takenOut = cycle.hasTakenOut === false ? [] : await store.projects.allTakenOut(cycle.id);
  return withTakenOut(
    { list: "ballot", version: 1, issuedAt, madeBy: frozen?.by, order, cycle, pools },
    takenOut.flatMap(({ id, reason, history }) => {
      const step = history.findLast(({ status }) => status === "withdrawn");
      return step ? [{ id, at: step.at, reason }] : [];
    }),
  );
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
  return published.map(({ list, version, issuedAt, proposedBy, acceptedBy, leftOut }) => {
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

/** The lists of an edition that were announced, the first one first, each version of one after the one before. */
export const announcedLists = async (cycle: Cycle, deps: Pick<Deps, "store">): Promise<Announced[]> => {
  const [verdicts, ballot] = await Promise.all([verdictLists(cycle, deps), ballotLists(cycle, deps)]);
  const lists = [...verdicts.toSorted((one, other) => (one.issuedAt < other.issuedAt ? -1 : 1)), ...ballot];
  if (lists.length === 0) return [];
  const notes = await deps.store.listNotes.of(cycle.id);
  return lists.map((list) => noted(list, notes));
};
