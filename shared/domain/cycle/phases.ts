import { z } from "zod";
import type { Lifecycle } from "../lifecycle.ts";

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

const ON = PHASES.filter((phase) => phase !== "cancelled");

/** Where a cycle may go from each phase: on, past phases that its calendar may leave out but no others, or to its end before the results. */
export const CYCLE_STAGES = Object.fromEntries(
  PHASES.map((phase) => {
    const later = ON.slice(phase === "cancelled" ? ON.length : ON.indexOf(phase) + 1);
    const next = later.slice(0, later.findIndex((one) => ALWAYS.has(one)) + 1);
    const ends = phase !== "cancelled" && ON.indexOf(phase) < ON.indexOf("results") ? ["cancelled"] : [];
    return [phase, Object.fromEntries([...next, ...ends].map((to) => [to, to]))];
  }),
) as Lifecycle<Phase, Phase>;

export const mayBeCancelled = (phase: Phase): boolean => CYCLE_STAGES[phase].cancelled !== undefined;

export const opensAtOnce = (phase: Phase): boolean => AT_ONCE.has(phase);

/** Whether a phase comes before another in the order of every cycle. */
export const isBefore = (phase: Phase, other: Phase): boolean =>
  PHASES.indexOf(phase) < PHASES.indexOf(other);

/** The phase after this one, for a cycle whose calendar names these phases; undefined at the end. */
export const phaseAfter = (phase: Phase, named: ReadonlySet<Phase>): Phase | undefined => {
  const { cancelled: _, ...onward } = CYCLE_STAGES[phase];
  return Object.values(onward).find((next) => ALWAYS.has(next) || named.has(next));
};
