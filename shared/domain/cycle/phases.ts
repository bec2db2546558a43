import { z } from "zod";

/** The phases of a budget cycle, in their order. `cancelled` may follow any phase before the results. */
export const PHASES = [
  "draft",
  "submission",
  "formal-review",
  "merit-review",
  "appeals",
  "ballot-frozen",
  "voting",
  "sealed",
  "counting",
  "results",
  "implementation",
  "closed",
  "cancelled",
] as const;

export const Phase = z.enum(PHASES).meta({ id: "Phase" });
export type Phase = z.infer<typeof Phase>;

/** Phases that every cycle goes through, whether or not its calendar names them: without them there is no vote. */
const ALWAYS: ReadonlySet<Phase> = new Set([
  "ballot-frozen",
  "voting",
  "sealed",
  "counting",
  "results",
  "implementation",
  "closed",
]);

/** Phases that open as soon as the one before has ended: what waits there is work, not a date. */
const AT_ONCE: ReadonlySet<Phase> = new Set(["sealed", "counting"]);

const CANCELLABLE: ReadonlySet<Phase> = new Set(PHASES.slice(0, PHASES.indexOf("results")));

export const mayBeCancelled = (phase: Phase): boolean => CANCELLABLE.has(phase);

export const opensAtOnce = (phase: Phase): boolean => AT_ONCE.has(phase);

/** Whether a phase comes before another in the order of every cycle. */
export const isBefore = (phase: Phase, other: Phase): boolean =>
  PHASES.indexOf(phase) < PHASES.indexOf(other);

/** The phase after this one, for a cycle whose calendar names these phases; undefined at the end. */
export const phaseAfter = (phase: Phase, named: ReadonlySet<Phase>): Phase | undefined => {
  if (phase === "closed" || phase === "cancelled") return undefined;
  return PHASES.slice(PHASES.indexOf(phase) + 1).find((next) => ALWAYS.has(next) || named.has(next));
};
