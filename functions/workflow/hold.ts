import { z } from "zod";
import { Phase } from "../../shared/domain/cycle/phases.ts";
import { decideOpening } from "../../shared/domain/cycle/schedule.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { plusSeconds } from "../../shared/domain/time.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { readiness } from "../../shared/platform/readiness.ts";
import { step } from "../../shared/platform/step.ts";
import { closing, isOutdated } from "./closing.ts";

const Input = z.object({
  cycleId: CycleId,
  phase: Phase,
  until: z.enum(["opening", "ending"]),
  seconds: z.number(),
  token: z.string(),
});

/**
 * Keeps the token by which this hold can be woken before its time. What changed in the table between the step before and this moment woke
 * nobody, so the table is read once more, and a hold that is over already wakes itself.
 */
export const hold = step("hold", Input, async ({ cycleId, phase, until, seconds, token }, deps) => {
  const { store, machine, system } = deps;
  accept(
    await store.cycles.setHold(cycleId, { token, phase, until, wakesAt: plusSeconds(system.now(), seconds) }),
  );
  const cycle = await cycleOf(cycleId, deps);
  const { state } =
    until === "ending"
      ? await closing(cycle, phase, deps)
      : decideOpening(cycle, phase, system.now(), await readiness(cycle, phase, deps));
  const isOver =
    (until === "opening" && phase === "results" && (await isOutdated(cycle, deps))) ||
    state === "opened" ||
    state === "due" ||
    state === "recount" ||
    // What ends waits out its minute even then: `closing` knows of it.
    (until === "opening" && cycle.requested?.to === "cancelled" && phase !== "cancelled");
  if (isOver) await machine.wake(token);
});
