import type { Graph, Sources } from "./house.ts";

const DECLARED =
  /^export (?:abstract )?(?:async )?(?:const|function\*?|class|let|interface|type) (\w+)|^export (?:type )?\{([^}]*)\}/gm;

/** What a module gives to others, by its name there. */
const exportsOf = (source: string): string[] =>
  [...source.matchAll(DECLARED)].flatMap(([, name, list]) =>
    name === undefined
      ? (list ?? "").split(",").flatMap((one) => one.trim().split(" ").at(-1) || [])
      : [name],
  );

/** Exports, types among them, that no module takes from where they are, as `file: name`. */
export const unusedIn = (sources: Sources, graph: Graph): string[] => {
  const taken = new Map<string, Set<string>>();
  for (const { target, names } of [...graph.values()].flat())
    taken.set(target, new Set([...(taken.get(target) ?? []), ...names]));
  return [...sources].flatMap(([file, source]) => {
    const used = taken.get(file);
    if (used?.has("*")) return [];
    return [...new Set(exportsOf(source))]
      .filter((name) => !used?.has(name))
      .map((name) => `${file}: ${name}`);
  });
};
