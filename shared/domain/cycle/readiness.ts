import { FAULTS, type Finding, isFault, openHints } from "../ballot/findings.ts";
import { isDrawn } from "../ballot/order.ts";
import type { ProjectStatus } from "../project/stages.ts";
import type { Blocker } from "../refusals.ts";
import type { Difference } from "../results/differences.ts";
import type { Cycle } from "./cycle.ts";
import type { Phase } from "./phases.ts";

/** What the opening of a phase depends on, beside its date. */
export interface ReadinessFacts {
  readonly projects: readonly { readonly pool: string; readonly status: ProjectStatus }[];
  /** What was found of the list that is to be frozen. */
  readonly findings?: readonly Finding[] | undefined;
  /** Appeals whose decision is not published, and until when others may come. */
  readonly openAppeals?: number | undefined;
  readonly appealsUntil?: string | undefined;
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

/** So many projects of a kind are named. */
const MOST_NAMED = 10;

/** With which findings the list of an edition is not frozen. */
export const findingsInTheWay = (
  { ruleSet }: Pick<Cycle, "ruleSet">,
  findings: readonly Finding[],
): Finding[] => [
  ...findings.filter(isFault),
  ...(ruleSet.ballotChecks?.hints === "confirmed" ? openHints(findings) : []),
];

/** Why the list of an edition cannot be frozen as it is. */
const listBlockers = (cycle: Cycle, findings: readonly Finding[]): (Blocker | false)[] => {
  const inTheWay = findingsInTheWay(cycle, findings);
  const open = openHints(inTheWay).length;
  return [
    ...FAULTS.map((what): Blocker | false => {
      const of = inTheWay.filter((one) => one.what === what).flatMap(({ projects }) => projects);
      const projects = of.slice(0, MOST_NAMED).map(({ number }) => number);
      return of.length > 0 && { what, count: of.length, projects };
    }),
    open > 0 && { what: "open-hints", count: open },
    isDrawn(cycle) && cycle.orderSeed === undefined && { what: "needs-order-seed" },
  ];
};

/** What still keeps a phase from opening. An empty list is a clear way. */
export const blockersOf = (
  cycle: Cycle,
  phase: Phase,
  { projects, findings = [], count, openBatches = 0, openVoids = 0, ...facts }: ReadinessFacts,
): Blocker[] => {
  const blockers: (Blocker | false)[] = [];
  const { openAppeals = 0, appealsUntil: until, undecidedStatements = 0 } = facts;
  const undecided = undecidedBefore(phase, projects);
  blockers.push(undecided > 0 && { what: "undecided-proposals", count: undecided });
  if (phase === "ballot-frozen") {
    const listed = new Set(projects.filter(({ status }) => status === "on-ballot").map(({ pool }) => pool));
    const empty = cycle.pools.filter(({ id }) => !listed.has(id)).map(({ id }) => id);
    const poor = cycle.pools.filter(({ amountGrosze }) => amountGrosze === 0).map(({ id }) => id);
    blockers.push(
      openAppeals > 0 && { what: "open-appeals", count: openAppeals },
      until !== undefined && { what: "appeals-run", until },
      listed.size === 0 && { what: "no-projects" },
      listed.size > 0 && empty.length > 0 && { what: "empty-pool-list", pools: empty },
      poor.length > 0 && { what: "pool-without-money", pools: poor },
      ...listBlockers(cycle, findings),
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
