import { z } from "zod";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { type Cycle, PoolId } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { compareNumbers } from "../../shared/domain/project/number-scheme.ts";
import type { Project } from "../../shared/domain/project/project.ts";
import { matchesFilter, type ProjectFilter } from "../../shared/domain/project/search.ts";
import { ProjectStatus } from "../../shared/domain/project/stages.ts";
import { line } from "../../shared/domain/text.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { PageQuery, pageOf } from "../../shared/platform/lists.ts";

export const ProjectQuery = PageQuery.extend({
  pool: PoolId.optional(),
  status: ProjectStatus.optional(),
  /** Words in number, title, place or description; case and diacritics do not matter. */
  q: line(100).optional(),
});
export type ProjectQuery = z.infer<typeof ProjectQuery>;

/** A form sends its empty fields too; what no filter knows is no filter. */
export const ProjectFormQuery = z.object({
  cycle: z.string().max(40).optional().catch(undefined),
  pool: PoolId.optional().catch(undefined),
  status: ProjectStatus.optional().catch(undefined),
  q: line(100).optional().catch(undefined),
  cursor: z.string().max(200).optional().catch(undefined),
});

/** The projects of a cycle that a filter lets through, by number. An edition has some 300, so all of them are read at once. */
export const findProjects = async (
  cycleId: CycleId,
  filter: ProjectFilter,
  deps: Pick<Deps, "store">,
): Promise<{ cycle: Cycle; found: Project[] }> => {
  const [cycle, { items }] = await Promise.all([cycleOf(cycleId, deps), deps.store.projects.list(cycleId)]);
  const found = items.filter(matchesFilter(filter)).sort((a, b) => compareNumbers(a.number, b.number));
  return { cycle, found };
};

/** One page of what was found: from after a number on, with the number that the next page starts after. */
export const pageOfProjects = (
  found: readonly Project[],
  query: PageQuery,
): { items: Project[]; next: string | null; total: number } => {
  const { after, limit } = pageOf(query);
  const rest = after === undefined ? found : found.filter(({ number }) => compareNumbers(number, after) > 0);
  const items = rest.slice(0, limit);
  return { items, next: rest.length > limit ? (items.at(-1)?.number ?? null) : null, total: found.length };
};
