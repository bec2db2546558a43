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

/** Ends an open vote now, because staff said so: the window closes first, and the seals follow when the last ballot has had its time. */
const endVoteNow = async (cycle: Cycle, deps: Deps): Promise<void> => {
  const window = entryOf(cycle.calendar, "voting");
  const now = deps.system.now();
  if (!window || now >= window.endsAt) return;
  const calendar = cycle.calendar.map((entry) =>
    entry.name === "voting" ? { ...entry, endsAt: now } : entry,
  );
  accept(await deps.store.cycles.change(cycle, { calendar }));
  accept(await deps.store.cycles.setGates(cycle.id, { openAt: window.startsAt, closeAt: now }));
};

/** Closes a phase if its end has come. Done again it changes nothing. */
export const close = step(
  "close",
  z.object({ cycleId: CycleId, phase: Phase }),
  async ({ cycleId, phase }, deps) => {
    const cycle = await cycleOf(cycleId, deps);
    if (cycle.phase !== phase) return { state: "closed", phase, seconds: 0 };
    const decided = await closing(cycle, phase, deps);
    if ("seconds" in decided) return { state: decided.state, phase, seconds: decided.seconds };
    if (decided.state === "recount") return { state: "recount", phase, seconds: 0 };
    if (phase === "voting") {
      const window = entryOf(cycle.calendar, "voting");
      if (window && deps.system.now() < window.endsAt) {
        await endVoteNow(cycle, deps);
        return { state: "early", phase, seconds: SEALING_DELAY_SECONDS };
      }
      accept(await deps.store.cycles.sealGates(cycleId));
    }
    return { state: "closed", phase, seconds: 0 };
  },
);
