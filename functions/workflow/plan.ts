import { z } from "zod";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { Phase } from "../../shared/domain/cycle/phases.ts";
import { nextPhase, secondsUntilOpening } from "../../shared/domain/cycle/schedule.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { step } from "../../shared/platform/step.ts";
import { GATES } from "../../shared/store/keys.ts";
import { closing } from "./closing.ts";

/** Whether the phase that a cycle is in is over, and what its end brings is done. */
const isOver = async (cycle: Cycle, deps: Deps): Promise<boolean> => {
  const { state } = await closing(cycle, cycle.phase, deps);
  if (state !== "due") return false;
  return cycle.phase !== "voting" || (await deps.store.cycles.sealedGates(cycle.id)) === GATES;
};

const Answer = z.strictObject({ done: z.boolean(), phase: Phase, seconds: z.number().min(0) });

/**
 * Which phase is next, and how long until it opens: the one that the cycle is in, until it is over; then the one after it. From the table
 * alone: an execution can start anywhere.
 */
export const plan = step("plan", z.object({ cycleId: CycleId }), Answer, async ({ cycleId }, deps) => {
  const cycle = await cycleOf(cycleId, deps);
  const phase = cycle.requested?.to === "cancelled" ? "cancelled" : nextPhase(cycle);
  if (phase === undefined) return { done: true, phase: cycle.phase, seconds: 0 };
  if (!(await isOver(cycle, deps))) return { done: false, phase: cycle.phase, seconds: 0 };
  return { done: false, phase, seconds: secondsUntilOpening(cycle, phase, deps.system.now()) };
});
