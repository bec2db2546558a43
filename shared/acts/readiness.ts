import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Phase } from "../domain/cycle/phases.ts";
import { blockersOf, goesByProjects, type ReadinessFacts } from "../domain/cycle/readiness.ts";
import { hasVoteEnded } from "../domain/cycle/schedule.ts";
import type { Blocker } from "../domain/refusals.ts";
import { isOpenCase } from "../domain/voting/void.ts";
import type { Deps } from "../platform/deps.ts";
import type { Count } from "../store/counts.ts";
import { openAppeals } from "../subjects/appeals/store.ts";
import { appealsRunUntil } from "../subjects/appeals/window.ts";
import { ballotFindings } from "./ballot-findings.ts";

/** A count as the rules of readiness take it. */
export const countFacts = (count: Count): NonNullable<ReadinessFacts["count"]> => ({
  isCounted: count.digest !== undefined,
  differences: count.differences,
  undecidedPools: count.undecidedPools,
  disputedPools: count.disputedPools,
  signOffs: count.signOffs.length,
});

/** Appeals that are not over, and those that may still come. */
const appealFacts = async (cycle: Cycle, { store, system }: Pick<Deps, "store" | "system">) => {
  const [appeals, appealsUntil] = await Promise.all([
    openAppeals(store.table).of(cycle.id),
    appealsRunUntil(cycle, { store, now: system.now() }),
  ]);
  return { openAppeals: appeals.filter(({ state }) => state !== "published").length, appealsUntil };
};

/** What keeps a phase of a cycle from opening, from what is stored now. */
export const readiness = async (
  cycle: Cycle,
  phase: Phase,
  deps: Pick<Deps, "store" | "system" | "site">,
): Promise<Blocker[]> => {
  const { store, system } = deps;
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
  const items = projects?.items ?? [];
  return blockersOf(cycle, phase, {
    projects: items,
    findings: phase === "ballot-frozen" ? await ballotFindings(cycle, items, deps) : undefined,
    openBatches: batches?.filter(({ state }) => state === "open").length,
    openVoids: voids?.filter(isOpenCase).length ?? 0,
    count: count && countFacts(count),
    undecidedStatements,
    ...(phase === "ballot-frozen" && (await appealFacts(cycle, deps))),
  });
};
