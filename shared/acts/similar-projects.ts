import type { Cycle } from "../domain/cycle/cycle.ts";
import { MEASURE } from "../domain/languages.ts";
import { costOf, type ProjectLine } from "../domain/project/project.ts";
import { soughtWords } from "../domain/search/sought.ts";
import type { Deps } from "../platform/deps.ts";
import { shownProjects } from "./find-projects.ts";

/** So many editions are looked through, the latest first, for so many words of a title, each for so many projects. */
const EDITIONS = 4;
const WORDS = 5;
const LOOKED_AT = 20;
const SHOWN = 5;
/** Of fewer no price is told. */
const PRICED = 3;

export interface Similar {
  readonly cycle: Cycle;
  readonly project: ProjectLine;
}

interface Sought {
  readonly id: string;
  readonly title: string;
  readonly pool: string | undefined;
}

/** Projects of this and earlier editions that share most words with a title, those of the same pool first among equals. */
export const similarTo = async (
  { id, title, pool }: Sought,
  deps: Pick<Deps, "store">,
): Promise<Similar[]> => {
  const words = [...new Set(soughtWords(title))].filter((word) => word.length > 3);
  const sought = words.toSorted((one, other) => other.length - one.length).slice(0, WORDS);
  const shown = await deps.store.cycles.allShown();
  const cycles = shown
    .toSorted((one, other) => other.ruleSet.edition.voteYear - one.ruleSet.edition.voteYear)
    .slice(0, EDITIONS);
  const met = new Map<string, Similar & { readonly words: Set<string> }>();
  await Promise.all(
    cycles.flatMap((cycle) =>
      sought.map(async (word) => {
        const search = { q: word, language: MEASURE } as const;
        const { items } = await shownProjects(cycle.id, search, { limit: LOOKED_AT }, deps);
        for (const project of items) {
          const one = met.get(project.id) ?? { cycle, project, words: new Set() };
          met.set(project.id, { ...one, words: one.words.add(word) });
        }
      }),
    ),
  );
  met.delete(id);
  const isNear = ({ project }: Similar): number => (project.pool === pool ? 1 : 0);
  return [...met.values()]
    .filter((one) => one.words.size > 1 || sought.length < 3)
    .toSorted((one, other) => other.words.size - one.words.size || isNear(other) - isNear(one))
    .slice(0, SHOWN);
};

/** What the middle one of similar projects cost; none where they are too few to tell. */
export const usualCost = (similar: readonly Similar[]): number | null => {
  const costs = similar.map(({ project }) => costOf(project)).toSorted((one, other) => one - other);
  return costs.length < PRICED ? null : (costs[Math.floor((costs.length - 1) / 2)] ?? null);
};
