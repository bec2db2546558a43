import { z } from "zod";
import { nextPhase, secondsUntilOpening } from "../../shared/domain/cycle/schedule.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { step } from "../../shared/platform/step.ts";

/** Which phase is next, and how long until it opens. From the table alone: an execution can start anywhere. */
export const plan = step("plan", z.object({ cycleId: CycleId }), async ({ cycleId }, deps) => {
  const cycle = await cycleOf(cycleId, deps);
  const phase = cycle.requested?.to === "cancelled" ? "cancelled" : nextPhase(cycle);
  if (phase === undefined) return { done: true, phase: cycle.phase, seconds: 0 };
  return { done: false, phase, seconds: secondsUntilOpening(cycle, phase, deps.system.now()) };
});
