import { z } from "zod";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { Phase } from "../../shared/domain/cycle/phases.ts";
import { SEALING_DELAY_SECONDS } from "../../shared/domain/cycle/schedule.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { step } from "../../shared/platform/step.ts";
import { closing } from "./closing.ts";

type Window = NonNullable<ReturnType<typeof entryOf>>;

/**
 * Shuts an open vote: now, when staff said so, and at the gates too. The calendar comes first, and a try that was cut off after it is made
 * good by the next. The seals follow when the last ballot has had its time.
 */
const shutVote = async (
  cycle: Cycle,
  { startsAt, endsAt }: Window,
  { store, system }: Deps,
): Promise<void> => {
  const now = system.now();
  const closeAt = now < endsAt ? now : endsAt;
  const calendar = cycle.calendar.map((entry) =>
    entry.name === "voting" ? { ...entry, endsAt: closeAt } : entry,
  );
  if (closeAt !== endsAt) accept(await store.cycles.change(cycle, { calendar }));
  accept(await store.cycles.setGates(cycle.id, { openAt: startsAt, closeAt }));
};

/** Closes a phase if its end has come. Done again it changes nothing. */
export const close = step(
  "close",
  z.object({ cycleId: CycleId, phase: Phase }),
  async ({ cycleId, phase }, deps) => {
    const cycle = await cycleOf(cycleId, deps);
    if (cycle.phase !== phase) return { state: "closed", phase, seconds: 0 };
    const decided = await closing(cycle, phase, deps);
    const window = phase === "voting" ? entryOf(cycle.calendar, "voting") : undefined;
    const hasEnded = window !== undefined && deps.system.now() >= window.endsAt;
    if ("seconds" in decided) {
      if (hasEnded) await shutVote(cycle, window, deps);
      return { state: decided.state, phase, seconds: decided.seconds };
    }
    if (decided.state === "recount") return { state: "recount", phase, seconds: 0 };
    if (window && !hasEnded) {
      await shutVote(cycle, window, deps);
      return { state: "early", phase, seconds: SEALING_DELAY_SECONDS };
    }
    if (window) accept(await deps.store.cycles.sealGates(cycleId));
    return { state: "closed", phase, seconds: 0 };
  },
);
