import { ballotFindings } from "../../../shared/acts/ballot-findings.ts";
import { countFacts } from "../../../shared/acts/readiness.ts";
import type { Finding } from "../../../shared/domain/ballot/findings.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { ReadinessFacts } from "../../../shared/domain/cycle/readiness.ts";
import { hasVoteEnded, nextPhase } from "../../../shared/domain/cycle/schedule.ts";
import type { Project } from "../../../shared/domain/project/project.ts";
import { isOpenCase } from "../../../shared/domain/voting/void.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import type { Count } from "../../../shared/store/counts.ts";

export interface EditionFacts {
  readonly projects: readonly Project[];
  /** Before the freeze. */
  readonly findings: readonly Finding[] | undefined;
  readonly count: Count | undefined;
  readonly openBatches: number | undefined;
  readonly openVoids: number;
  readonly undecidedStatements: number;
}

type Reads = Pick<Deps, "store" | "system" | "site">;

/** Batches that the sealing of the vote waits for, where there can be any: while people vote they are in nobody's way. */
const openBatchesOf = async (cycle: Cycle, { store, system }: Reads) =>
  cycle.ruleSet.paper && hasVoteEnded(cycle, system.now())
    ? (await store.batches.list(cycle.id)).filter(({ state }) => state === "open").length
    : undefined;

export const factsOf = async (cycle: Cycle, deps: Reads): Promise<EditionFacts> => {
  const { id } = cycle;
  const { store } = deps;
  const [{ items }, count, openBatches, voids, undecidedStatements] = await Promise.all([
    store.projects.list(id, { consistent: true }),
    store.counts.get(id),
    openBatchesOf(cycle, deps),
    store.voids.list(id),
    store.statements.undecided(id),
  ]);
  return {
    projects: items,
    findings: nextPhase(cycle) === "ballot-frozen" ? await ballotFindings(cycle, items, deps) : undefined,
    count,
    openBatches,
    openVoids: voids.filter(isOpenCase).length,
    undecidedStatements,
  };
};

/** The facts as the rules of readiness take them. */
export const readinessFacts = ({
  projects,
  findings,
  count,
  openBatches,
  openVoids,
  undecidedStatements,
}: EditionFacts): ReadinessFacts => ({
  projects,
  findings,
  openBatches,
  openVoids,
  count: count && countFacts(count),
  undecidedStatements,
});
