import { executionAfter } from "../../shared/acts/wake.ts";
import { plusSeconds } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";

/** How long a hold may be overdue before its execution counts as lost. */
const OVERDUE_SECONDS = 600;

/** Starts an execution for every cycle that has none under way: where it should be is known from the table alone. */
export const reconcile = async ({ store, machine, system }: Deps): Promise<void> => {
  const { items } = await store.cycles.list();
  const overdue = plusSeconds(system.now(), -OVERDUE_SECONDS);
  for (const { id, phase, createdAt } of items) {
    if (phase === "closed" || phase === "cancelled") continue;
    const hold = await store.cycles.hold(id);
    if ((hold?.wakesAt ?? createdAt) < overdue)
      await machine.start(id, executionAfter(id, hold?.token ?? ""));
  }
};
