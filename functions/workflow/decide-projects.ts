import { resultFiles } from "../../shared/acts/result-files.ts";
import { tellAuthor } from "../../shared/acts/tell-author.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { spokenOr } from "../../shared/domain/languages.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { wordsOf } from "../../shared/words/words.ts";

/** Once the results are public, every project is told what became of it, and its author why. Done again it does only what is left. */
export const decideProjects = async ({ id }: Pick<Cycle, "id">, deps: Deps): Promise<void> => {
  const { site, store, files, system } = deps;
  const latest = await store.results.latest(id);
  if (!latest) throw new Error("results that are open and not published");
  const results = await resultFiles(files, id, latest).results();
  const lines = new Map(
    results.pools.flatMap(({ projects }) => projects.map((project) => [project.id, project])),
  );
  const numberOf = (projectId: string): string => lines.get(projectId)?.number ?? projectId;
  const ofLeftOver: readonly string[] = results.leftOver?.funded.map((project) => project.id) ?? [];
  const selected = new Set<string>([...results.pools.flatMap((pool) => pool.selected), ...ofLeftOver]);
  const at = system.now();
  await store.projects.decide(id, selected, at, async (project) => {
    const line = lines.get(project.id);
    if (!line || !project.author) return [];
    const { outcomes } = await wordsOf(spokenOr(project.author.language, site.city.languages));
    const sentence = ofLeftOver.includes(project.id)
      ? outcomes.ofLeftOver
      : outcomes.sentence(line, numberOf);
    return await tellAuthor(
      project,
      selected.has(project.id) ? "proposal/selected" : "proposal/not-selected",
      { sentence },
      at,
      deps,
    );
  });
};
