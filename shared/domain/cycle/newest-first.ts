import type { Cycle } from "./cycle.ts";

/** Editions in the order in which somebody looks for one: what was opened last comes first. The store's order, by id, says nothing. */
export const newestFirst = <C extends Pick<Cycle, "createdAt">>(cycles: readonly C[]): C[] =>
  cycles.toSorted(
    (one, other) => Number(one.createdAt < other.createdAt) - Number(one.createdAt > other.createdAt),
  );
