import type { Graph } from "./house.ts";

/** The way from a module back to itself, by what is there when the code runs; undefined where there is none. */
const wayBack = (graph: Graph, start: string): string[] | undefined => {
  const cameFrom = new Map<string, string>();
  const toSee = [start];
  for (let file = toSee.pop(); file !== undefined; file = toSee.pop()) {
    for (const { target, isOfTypes } of graph.get(file) ?? []) {
      if (isOfTypes || cameFrom.has(target)) continue;
      cameFrom.set(target, file);
      if (target !== start) toSee.push(target);
    }
  }
  if (!cameFrom.has(start)) return undefined;
  const way = [start];
  do way.unshift(cameFrom.get(way[0] ?? "") ?? "");
  while (way[0] !== start);
  return way;
};

/** Each circle once, from the first of its modules by name. A module that only names another's types is not in it: types are gone by then. */
export const circlesIn = (graph: Graph): string[] => {
  const ways = [...graph.keys()].toSorted().flatMap((file) => [wayBack(graph, file) ?? []]);
  const seen = new Set<string>();
  return ways.flatMap((way) => {
    const isNew = way.length > 0 && !way.some((file) => seen.has(file));
    for (const file of way) seen.add(file);
    return isNew ? [way.join(" → ")] : [];
  });
};
