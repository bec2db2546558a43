import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Phase } from "../domain/cycle/phases.ts";
import { blockersOf } from "../domain/cycle/readiness.ts";
import type { Blocker } from "../domain/refusals.ts";
import type { Deps } from "./deps.ts";

/** What keeps a phase of a cycle from opening, from what is stored now. */
export const readiness = async (
  cycle: Cycle,
  phase: Phase,
  { store }: Pick<Deps, "store">,
): Promise<Blocker[]> => {
  const needsProjects = phase === "ballot-frozen";
  const needsCount = phase === "results";
  const [projects, count] = await Promise.all([
    needsProjects ? store.projects.list(cycle.id, { consistent: true }) : undefined,
    needsCount ? store.counts.get(cycle.id) : undefined,
  ]);
  return blockersOf(cycle, phase, {
    projects: projects?.items ?? [],
    count: count && {
      agrees: count.districtsAgree && count.markers === count.ballots,
      undecidedPools: count.undecidedPools,
      signOffs: count.signOffs.length,
    },
  });
};
