import { isDrawn } from "../ballot/order.ts";
import type { Cycle } from "./cycle.ts";
import { isBefore, type Phase } from "./phases.ts";
import {
  findingsInTheWay,
  goesByProjects,
  type ReadinessFacts,
  SIGN_OFFS_NEEDED,
  undecidedBefore,
} from "./readiness.ts";
import { nextPhase } from "./schedule.ts";

/** Work that people must have done before a phase can end, and that no date does for them. */
export interface Task {
  readonly what:
    | "decide-proposals"
    | "fill-lists"
    | "fund-pools"
    | "check-list"
    | "draw-order"
    | "import-roll"
    | "set-keys"
    | "settle-voids"
    | "decide-statements"
    | "hand-over-key"
    | "compare-counts"
    | "compare-counters"
    | "draw-ties"
    | "sign-result";
  readonly isDone: boolean;
  /** How much is left, or how much was done. */
  readonly count?: number;
  readonly pools?: readonly string[];
}

const listTasks = (cycle: Cycle, { projects, findings }: ReadinessFacts): Task[] => {
  const listed = new Set(projects.filter(({ status }) => status === "on-ballot").map(({ pool }) => pool));
  const empty = cycle.pools.filter(({ id }) => !listed.has(id)).map(({ id }) => id);
  const left = findingsInTheWay(cycle, findings ?? []).length;
  const poor = cycle.pools.filter(({ amountGrosze }) => amountGrosze === 0).map(({ id }) => id);
  return [
    { what: "fill-lists", isDone: empty.length === 0, pools: empty },
    ...(poor.length > 0 ? [{ what: "fund-pools", isDone: false, pools: poor } as const] : []),
    ...(left > 0 ? [{ what: "check-list", isDone: false, count: left } as const] : []),
    ...(isDrawn(cycle) ? [{ what: "draw-order", isDone: cycle.orderSeed !== undefined } as const] : []),
  ];
};

const countTasks = (cycle: Cycle, { count }: ReadinessFacts): Task[] => {
  const undecided = count?.undecidedPools ?? [];
  const disputed = count?.disputedPools ?? [];
  const signed = count?.signOffs ?? 0;
  return [
    ...(!count && !cycle.countKeyGivenAt ? [{ what: "hand-over-key", isDone: false } as const] : []),
    ...(count && count.differences.length > 0 ? [{ what: "compare-counts", isDone: false } as const] : []),
    ...(disputed.length > 0 ? [{ what: "compare-counters", isDone: false, pools: disputed } as const] : []),
    ...(undecided.length > 0 ? [{ what: "draw-ties", isDone: false, pools: undecided } as const] : []),
    { what: "sign-result", isDone: signed >= SIGN_OFFS_NEEDED, count: SIGN_OFFS_NEEDED - signed },
  ];
};

/**
 * What people must do in a phase, and whether it is done. When all tasks of the phase that a cycle is in are done, nothing blocks the next
 * (`blockersOf`). Of a phase to come only what can be done ahead of it counts as done.
 */
export const tasksOf = (cycle: Cycle, phase: Phase, facts: ReadinessFacts): Task[] => {
  const { openVoids = 0, undecidedStatements = 0 } = facts;
  const hasBegun = !isBefore(cycle.phase, phase);
  const next = nextPhase({ ...cycle, phase });
  if (next !== undefined && goesByProjects(next)) {
    const count = undecidedBefore(next, facts.projects);
    const decide: Task = { what: "decide-proposals", isDone: count === 0, count };
    const tasks = next === "ballot-frozen" ? [decide, ...listTasks(cycle, facts)] : [decide];
    return tasks.map((task) => (hasBegun ? task : { what: task.what, isDone: false }));
  }
  if (phase === "ballot-frozen")
    return [
      {
        what: "import-roll",
        isDone: cycle.roll !== undefined,
        ...(cycle.roll && { count: cycle.roll.entries }),
      },
      { what: "set-keys", isDone: cycle.keys !== undefined },
    ];
  // A phase behind us had its work done, even where the record of it is gone with the key.
  if (phase === "sealed")
    return [
      ...(openVoids > 0 ? [{ what: "settle-voids", isDone: false, count: openVoids } as const] : []),
      ...(undecidedStatements > 0
        ? [{ what: "decide-statements", isDone: false, count: undecidedStatements } as const]
        : []),
      { what: "hand-over-key", isDone: cycle.countKeyGivenAt !== undefined || isBefore(phase, cycle.phase) },
    ];
  if (phase === "counting")
    return hasBegun ? countTasks(cycle, facts) : [{ what: "sign-result", isDone: false }];
  return [];
};

/** The phases that a cycle with this calendar goes through, in order. */
export const courseOf = (cycle: Pick<Cycle, "phase" | "calendar">): Phase[] => {
  const course: Phase[] = [];
  for (let phase: Phase | undefined = "draft"; phase !== undefined; phase = nextPhase({ ...cycle, phase }))
    course.push(phase);
  return course;
};
