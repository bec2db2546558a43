import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { ReadinessFacts } from "../../../shared/domain/cycle/readiness.ts";
import type { Project } from "../../../shared/domain/project/project.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { countFacts } from "../../../shared/platform/readiness.ts";
import type { Count } from "../../../shared/store/counts.ts";

export interface EditionFacts {
  readonly projects: readonly Project[];
  readonly count: Count | undefined;
  readonly undecidedStatements: number;
}

export const factsOf = async ({ id }: Cycle, { store }: Pick<Deps, "store">): Promise<EditionFacts> => {
  const [{ items }, count, undecidedStatements] = await Promise.all([
    store.projects.list(id, { consistent: true }),
    store.counts.get(id),
    store.statements.undecided(id),
  ]);
  return { projects: items, count, undecidedStatements };
};

/** The facts as the rules of readiness take them. */
export const readinessFacts = ({ projects, count, undecidedStatements }: EditionFacts): ReadinessFacts => ({
  projects,
  count: count && countFacts(count),
  undecidedStatements,
});
