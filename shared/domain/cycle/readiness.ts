import type { ProjectStatus } from "../project/stages.ts";
import type { Blocker } from "../refusals.ts";
import type { Difference } from "../results/differences.ts";
import type { Cycle } from "./cycle.ts";
import type { Phase } from "./phases.ts";

/** What the opening of a phase depends on, beside its date. */
export interface ReadinessFacts {
  readonly projects: readonly { readonly pool: string; readonly status: ProjectStatus }[];
  /** Batches of paper cards that are not closed. */
  readonly openBatches?: number | undefined;
  /** Contested ballots on which the commission has still to decide. */
  readonly openVoids?: number;
  /** Statements of people who are not on the roll, without a decision. */
  readonly undecidedStatements?: number;
  readonly count:
    | {
        /** Every pool is counted, and there is a digest to sign. */
        readonly isCounted: boolean;
        /** What does not hold between markers, ballots and leaves. */
        readonly differences: readonly Difference[];
        readonly undecidedPools: readonly string[];
        /** Pools that the two counters count differently. */
        readonly disputedPools: readonly string[];
        readonly signOffs: number;
      }
    | undefined;
}

/** Two people sign a result before it is published. */
export const SIGN_OFFS_NEEDED = 2;

/** Over proposals that wait in these states a phase does not open: what they wait for is decided in a phase before it, and no later. */
const DECIDED_BEFORE: Partial<Record<Phase, readonly ProjectStatus[]>> = {
  "merit-review": ["submitted"],
  appeals: ["submitted", "formally-accepted"],
  "ballot-frozen": ["submitted", "formally-accepted"],
};

/** Whether a phase opens by what was decided about projects. */
export const goesByProjects = (phase: Phase): boolean => DECIDED_BEFORE[phase] !== undefined;

/** How many proposals wait for a decision without which a phase does not open. */
export const undecidedBefore = (phase: Phase, projects: ReadinessFacts["projects"]): number =>
  projects.filter(({ status }) => DECIDED_BEFORE[phase]?.includes(status)).length;

/** What still keeps a phase from opening. An empty list is a clear way. */
export const blockersOf = (
  cycle: Cycle,
  phase: Phase,
  { projects, count, openBatches = 0, openVoids = 0, undecidedStatements = 0 }: ReadinessFacts,
): Blocker[] => {
  const blockers: (Blocker | false)[] = [];
  const undecided = undecidedBefore(phase, projects);
  blockers.push(undecided > 0 && { what: "undecided-proposals", count: undecided });
  if (phase === "ballot-frozen") {
    const listed = new Set(projects.filter(({ status }) => status === "on-ballot").map(({ pool }) => pool));
    const empty = cycle.pools.filter(({ id }) => !listed.has(id)).map(({ id }) => id);
    const poor = cycle.pools.filter(({ amountGrosze }) => amountGrosze === 0).map(({ id }) => id);
    blockers.push(
      listed.size === 0 && { what: "no-projects" },
      listed.size > 0 && empty.length > 0 && { what: "empty-pool-list", pools: empty },
      poor.length > 0 && { what: "pool-without-money", pools: poor },
    );
  }
  if (phase === "voting")
    blockers.push(!cycle.roll && { what: "no-roll" }, !cycle.keys && { what: "no-ballot-key" });
  if (phase === "sealed") blockers.push(openBatches > 0 && { what: "open-batches", count: openBatches });
  if (phase === "counting")
    blockers.push(
      openVoids > 0 && { what: "open-voids", count: openVoids },
      undecidedStatements > 0 && { what: "undecided-statements", count: undecidedStatements },
      !cycle.countKeyGivenAt && { what: "needs-count-key" },
    );
  if (phase === "results") {
    const differences = count?.differences ?? [];
    const undecided = count?.undecidedPools ?? [];
    const disputed = count?.disputedPools ?? [];
    const isCounted = count?.isCounted ?? false;
    const isWaiting = count === undefined && !cycle.countKeyGivenAt;
    const missing = SIGN_OFFS_NEEDED - (count?.signOffs ?? 0);
    blockers.push(
      // The key was gone before the count had taken it: it is asked for again.
      isWaiting && { what: "needs-count-key" },
      !isCounted && !isWaiting && differences.length === 0 && { what: "still-counting" },
      differences.length > 0 && { what: "counts-differ", differences },
      disputed.length > 0 && { what: "counters-differ", pools: disputed },
      undecided.length > 0 && { what: "needs-draw", pools: undecided },
      isCounted && missing > 0 && { what: "needs-sign-offs", count: missing },
    );
  }
  return blockers.filter((blocker) => blocker !== false);
};
