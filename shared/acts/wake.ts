import { base32 } from "../domain/base32.ts";
import { entryOf } from "../domain/cycle/calendar.ts";
import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Instant } from "../domain/time.ts";
import type { Deps } from "../platform/deps.ts";
import { sha256 } from "../platform/keyed.ts";
import { log } from "../platform/log.ts";

/**
 * Lets the state machine look at the table again, after something changed there. Where nothing holds any more, a fresh execution starts: it
 * finds its place from the table. What changed is written by then, so an accident here is not the caller's: the sweep wakes within a minute.
 */
export const wake = async (
  { id }: Pick<Cycle, "id">,
  { store, machine }: Pick<Deps, "store" | "machine">,
): Promise<void> => {
  try {
    const hold = await store.cycles.hold(id);
    if (hold && !(await machine.wake(hold.token))) await machine.start(id, executionAfter(id, hold.token));
  } catch (error) {
    log.error({ event: "wake-lost", cycleId: id, error });
  }
};

/** The same once the phase that a cycle is in should be over: what kept the next from opening may just have been done. */
export const wakeOverdue = async (
  cycle: Pick<Cycle, "id" | "phase" | "calendar">,
  now: Instant,
  deps: Pick<Deps, "store" | "machine">,
): Promise<void> => {
  const endsAt = entryOf(cycle.calendar, cycle.phase)?.endsAt;
  if (endsAt !== undefined && endsAt <= now) await wake(cycle, deps);
};

/** The execution that a cycle begins with. */
export const firstExecution = (id: string): string => `${id}-1`;

/**
 * The execution that follows one whose hold was lost. It is named by that hold: two who miss the same start the same, and the name of one
 * that was stopped, which is not free again for 90 days, never stands in the way.
 */
export const executionAfter = (id: string, token: string): string =>
  `${id}-${base32(sha256(token).subarray(0, 10)).toLowerCase()}`;
