import type { PoolResult, Results } from "../../shared/domain/results/results.ts";
import type { Words } from "../../shared/words/words.ts";

/** What is said of each project of a pool. */
export const explained = (pool: PoolResult, { leftOver }: Pick<Results, "leftOver">, words: Words) => {
  const numbers = new Map(pool.projects.map(({ id, number }) => [id, number]));
  const numberOf = (id: string): string => numbers.get(id) ?? id;
  const { sentence, ofLeftOver } = words.outcomes;
  return pool.projects.map((project) => ({
    ...project,
    reason: leftOver?.funded.some(({ id }) => id === project.id) ? ofLeftOver : sentence(project, numberOf),
  }));
};
