import { readiness } from "../../shared/acts/readiness.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { secondsUntilOpening } from "../../shared/domain/cycle/schedule.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Hold } from "../../shared/store/cycles.ts";
import { closing, isOutdated } from "./closing.ts";

/** Whether what a hold waits for has come, by the table as it is now: the step after it would not hold again. */
export const isHoldOver = async (
  cycle: Cycle,
  { phase, until }: Pick<Hold, "phase" | "until">,
  deps: Deps,
): Promise<boolean> => {
  if (until === "ending") {
    const { state } = await closing(cycle, phase, deps);
    return state === "due" || state === "recount";
  }
  // What ends waits out its minute even then: `closing` knows of it.
  if (cycle.requested?.to === "cancelled" && phase !== "cancelled") return true;
  if (phase === "results" && (await isOutdated(cycle, deps))) return true;
  if (secondsUntilOpening(cycle, phase, deps.system.now()) > 0) return false;
  return (await readiness(cycle, phase, deps)).length === 0;
};
