import { countInputs } from "../../shared/acts/count-inputs.ts";
import { readiness } from "../../shared/acts/readiness.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { Phase } from "../../shared/domain/cycle/phases.ts";
import { blockedSeconds, hasVoteEnded, secondsUntilEnding } from "../../shared/domain/cycle/schedule.ts";
import { accept } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";

type Closing =
  | { readonly state: "due" | "recount" }
  | { readonly state: "early" | "blocked"; readonly seconds: number };

const blocked = (cycle: Cycle, { system }: Deps) =>
  ({ state: "blocked", seconds: blockedSeconds(cycle, system.now()) }) as const;

/** Whether a phase ends now. The count ends with its signatures; everything else with its date, or when staff say so. */
export const closing = async (cycle: Cycle, phase: Phase, deps: Deps): Promise<Closing> => {
  if (phase === "counting" && cycle.requested?.to !== "cancelled") return await countClosing(cycle, deps);
  const seconds = secondsUntilEnding(cycle, phase, deps.system.now());
  if (phase === "voting" && seconds === 0 && (await hasOpenBatches(cycle, deps))) return blocked(cycle, deps);
  return seconds > 0 ? { state: "early", seconds } : { state: "due" };
};

/** A card that was handed in is settled before the gates are sealed: first nobody can register any more, then the open batches are looked for. */
const hasOpenBatches = async (cycle: Cycle, deps: Deps): Promise<boolean> => {
  const window = entryOf(cycle.calendar, "voting");
  const isDue = cycle.ruleSet.paper && hasVoteEnded(cycle, deps.system.now());
  if (!window || !isDue || cycle.requested?.to === "cancelled") return false;
  accept(await deps.store.batches.endRegistration(cycle.id, window.endsAt));
  return (await readiness(cycle, "sealed", deps)).length > 0;
};

/** Whether a draw or a withdrawal came after the count: it is not the count of what is known now. */
export const isOutdated = async (cycle: Cycle, deps: Deps): Promise<boolean> => {
  const count = await deps.store.counts.get(cycle.id);
  return count?.digest !== undefined && count.inputs !== (await countInputs(cycle, deps)).digest;
};

const countClosing = async (cycle: Cycle, deps: Deps): Promise<Closing> => {
  const count = await deps.store.counts.get(cycle.id);
  if (!count?.digest) return cycle.countKeyGivenAt ? { state: "recount" } : blocked(cycle, deps);
  if (count.differences.length > 0 && cycle.countKeyGivenAt) return { state: "recount" };
  if (await isOutdated(cycle, deps)) return { state: "recount" };
  const blockers = await readiness(cycle, "results", deps);
  return blockers.length > 0 ? blocked(cycle, deps) : { state: "due" };
};
