import type { CycleId } from "../../shared/domain/ids.ts";
import { nearest } from "../../shared/domain/search/nearest.ts";
import { lookedUp } from "../../shared/domain/search/sought.ts";
import { wantedIn } from "../../shared/domain/search/terms.ts";
import { spelledWords } from "../../shared/domain/text/words.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { findProjects, type Search } from "./find-projects.ts";

/** So many words that begin with the same letter are looked at. */
const LOOKED_AT = 1000;
const OFFERED = 3;
const DROPPED = ["pools", "status", "category"] as const;

/** What somebody may look for instead, who found nothing. */
interface Instead {
  /** The same words, with those that no project has exchanged for the nearest. */
  readonly words: readonly string[];
  /** How many the same search finds without one of its filters; null for more than anybody counts. */
  readonly without: readonly { readonly filter: (typeof DROPPED)[number]; readonly total: number | null }[];
}

export const insteadOf = async (
  cycleId: CycleId,
  search: Search,
  deps: Pick<Deps, "store">,
): Promise<Instead> => {
  const { q = "", language } = search;
  const nearestTo = async (word: string): Promise<readonly string[]> => {
    const alone = await findProjects(cycleId, { q: word, language }, { limit: 1 }, deps);
    if (alone.items.length > 0) return [];
    const known = await deps.store.projects.words(cycleId, word.slice(0, 1), LOOKED_AT);
    const spelled = new Map(known.map((one) => [one.word, one.spelled]));
    return nearest(word, [...spelled.keys()], OFFERED).map((one) => spelled.get(one) ?? one);
  };
  const words = wantedIn(q, language).map(({ word }) => word);
  const near = new Map(await Promise.all(words.map(async (word) => [word, await nearestTo(word)] as const)));
  const most = Math.max(0, ...[...near.values()].map(({ length }) => length));
  const offered = Array.from({ length: most }, (_, n) =>
    spelledWords(q)
      .map((spelled) => {
        const others = near.get(lookedUp(spelled)) ?? [];
        return others[Math.min(n, others.length - 1)] ?? spelled;
      })
      .join(" "),
  );
  const without = await Promise.all(
    DROPPED.filter((filter) => search[filter] !== undefined).map(async (filter) => {
      const wider = { ...search, [filter]: undefined };
      const { items, total } = await findProjects(cycleId, wider, { limit: 1, counts: true }, deps);
      return items.length > 0 ? [{ filter, total }] : [];
    }),
  );
  return { words: [...new Set(offered)], without: without.flat() };
};
