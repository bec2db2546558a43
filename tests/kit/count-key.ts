import { cycleOf } from "../../shared/acts/cycle-of.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";

/** The commission's key as it lies in the vault for a cycle; undefined when none does. */
export const lyingCountKey = async (cycleId: string, deps: Deps): Promise<string | undefined> =>
  deps.vault.countKey(await cycleOf(cycleId as CycleId, deps));

/** Leaves a key in the vault under the name of the last hand-over, as a run that was cut off does; of none, under a name of its own. */
export const leaveCountKey = async (cycleId: string, privateKey: string, deps: Deps): Promise<void> => {
  const cycle = await cycleOf(cycleId as CycleId, deps);
  const left = { countKeyId: `left-${cycle.version}`, countKeyGivenAt: deps.system.now() };
  await deps.vault.handOverCountKey(accept(await deps.store.cycles.change(cycle, left)), privateKey);
};
