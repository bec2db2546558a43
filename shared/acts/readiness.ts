import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Phase } from "../domain/cycle/phases.ts";
import { blockersOf, goesByProjects, type ReadinessFacts } from "../domain/cycle/readiness.ts";
import { hasVoteEnded } from "../domain/cycle/schedule.ts";
import type { Blocker } from "../domain/refusals.ts";
import { isOpenCase } from "../domain/voting/void.ts";
import type { Deps } from "../platform/deps.ts";
import type { Count } from "../store/counts.ts";

/** A count as the rules of readiness take it. */
export const countFacts = (count: Count): NonNullable<ReadinessFacts["count"]> => ({
  isCounted: count.digest !== undefined,
  differences: count.differences,
  undecidedPools: count.undecidedPools,
  disputedPools: count.disputedPools,
  signOffs: count.signOffs.length,
});

/** What keeps a phase of a cycle from opening, from what is stored now. */
export const readiness = async (
  cycle: Cycle,
  phase: Phase,
  { store, system }: Pick<Deps, "store" | "system">,
): Promise<Blocker[]> => {
  const needsCount = phase === "results";
  // While people vote there is always a batch that is being keyed: it keeps nobody from ending the vote, only the seals from being set.
  const needsBatches =
    phase === "sealed" && cycle.ruleSet.paper !== undefined && hasVoteEnded(cycle, system.now());
  const [projects, count, batches, voids, undecidedStatements] = await Promise.all([
    goesByProjects(phase) ? store.projects.list(cycle.id, { consistent: true }) : undefined,
    needsCount ? store.counts.get(cycle.id) : undefined,
    needsBatches ? store.batches.list(cycle.id) : undefined,
    phase === "counting" ? store.voids.list(cycle.id) : undefined,
    phase === "counting" ? store.statements.undecided(cycle.id) : 0,
  ]);
  return blockersOf(cycle, phase, {
    projects: projects?.items ?? [],
    openBatches: batches?.filter(({ state }) => state === "open").length,
    openVoids: voids?.filter(isOpenCase).length ?? 0,
    count: count && countFacts(count),
    undecidedStatements,
  });
};
