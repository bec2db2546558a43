import { findProjects, type Search } from "../../shared/acts/find-projects.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { nearest } from "../../shared/domain/search/nearest.ts";
import { lookedUp } from "../../shared/domain/search/sought.ts";
import { wantedIn } from "../../shared/domain/search/terms.ts";
import { spelledWords } from "../../shared/domain/text/words.ts";
import type { Deps } from "../../shared/platform/deps.ts";

/** So many words that begin with the same letter are looked at. */
const LOOKED_AT = 1000;
const OFFERED = 3;
/** What a filter of the page has of a search. */
const FILTERS = {
  pools: ["pools"],
  status: ["status"],
  category: ["category"],
  cost: ["minCostGrosze", "maxCostGrosze"],
  supporters: ["minSupporters"],
} as const satisfies Readonly<Record<string, readonly (keyof Search)[]>>;
type Filter = keyof typeof FILTERS;

/** What somebody may look for instead, who found nothing. */
interface Instead {
  /** The same words, with those that no project has exchanged for the nearest; where no project has them together, each by itself. */
  readonly words: readonly string[];
  /** How many the same search finds without one of its filters; null for more than anybody counts. */
  readonly without: readonly { readonly filter: Filter; readonly total: number | null }[];
}

export const insteadOf = async (
  cycleId: CycleId,
  search: Search,
  deps: Pick<Deps, "store">,
): Promise<Instead> => {
  const { q = "", language } = search;
  const isFound = async (sought: string): Promise<boolean> => {
    const { items } = await findProjects(cycleId, { q: sought, language }, { limit: 1 }, deps);
    return items.length > 0;
  };
  const foundOf = async (sought: readonly string[]): Promise<string[]> => {
    const found = await Promise.all(sought.map(isFound));
    return sought.filter((_, at) => found[at]);
  };
  const nearestTo = async (word: string): Promise<readonly string[]> => {
    if (await isFound(word)) return [];
    const known = await deps.store.projects.words(cycleId, word.slice(0, 1), LOOKED_AT);
    const spelled = new Map(known.map((one) => [one.word, one.spelled]));
    return nearest(word, [...spelled.keys()], OFFERED).map((one) => spelled.get(one) ?? one);
  };
  const words = wantedIn(q, language).map(({ word }) => word);
  const near = new Map(await Promise.all(words.map(async (word) => [word, await nearestTo(word)] as const)));
  const most = Math.max(0, ...[...near.values()].map(({ length }) => length));
  const together = Array.from({ length: most }, (_, n) =>
    spelledWords(q)
      .map((spelled) => {
        const others = near.get(lookedUp(spelled)) ?? [];
        return others[Math.min(n, others.length - 1)] ?? spelled;
      })
      .join(" "),
  );
  const offered = await foundOf([...new Set(together)]);
  const alone = offered.length > 0 || words.length < 2 ? [] : await foundOf([...near.values()].flat());
  const filters = Object.entries(FILTERS) as [Filter, readonly (keyof Search)[]][];
  const without = await Promise.all(
    filters.map(async ([filter, fields]) => {
      if (fields.every((field) => search[field] === undefined)) return [];
      const wider = { ...search, ...Object.fromEntries(fields.map((field) => [field, undefined])) };
      const { items, total } = await findProjects(cycleId, wider, { limit: 1, counts: true }, deps);
      return items.length > 0 ? [{ filter, total }] : [];
    }),
  );
  return { words: [...offered, ...alone], without: without.flat() };
};
