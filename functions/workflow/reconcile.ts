import { executionAfter } from "../../shared/acts/wake.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { plusSeconds } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { eachAlone } from "../../shared/platform/each-alone.ts";
import type { Hold } from "../../shared/store/cycles.ts";
import { isHoldOver } from "./hold-over.ts";

/** How long a hold may be overdue before its execution counts as lost. */
const OVERDUE_SECONDS = 600;

const reconcileOne = async (cycle: Cycle, hold: Hold | undefined, deps: Deps): Promise<void> => {
  const { machine, system } = deps;
  if ((hold?.wakesAt ?? cycle.createdAt) < plusSeconds(system.now(), -OVERDUE_SECONDS))
    await machine.start(cycle.id, executionAfter(cycle.id, hold?.token ?? ""));
  else if (hold && (await isHoldOver(cycle, hold, deps))) await machine.wake(hold.token);
};

/**
 * Brings every cycle to where it should be, which is known from the table alone: one that has no execution under way gets one, and a hold
 * that is over but that nobody woke (whoever changed the table was cut off before) is woken.
 */
export const reconcile = async (cycles: readonly Cycle[], deps: Deps): Promise<void> => {
  const underWay = cycles.filter(({ phase }) => phase !== "closed" && phase !== "cancelled");
  const holds = await deps.store.cycles.holds(underWay.map(({ id }) => id));
  await eachAlone(underWay.entries(), async ([index, cycle]) =>
    // One that is missing among all of them may be there and unreadable: asked for by itself, it says so.
    reconcileOne(cycle, holds[index] ?? (await deps.store.cycles.hold(cycle.id)), deps),
  );
};
