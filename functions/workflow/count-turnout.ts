import { type Cycle, eligibleOf, residentsWithList } from "../../shared/domain/cycle/cycle.ts";
import { isRenewedNow, runningTurnout } from "../../shared/domain/voting/turnout.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { eachAlone } from "../../shared/platform/each-alone.ts";

/** Counts who has voted so far, off the way of the votes: the markers of each open vote, at most once an hour. */
export const countTurnout = async (cycles: readonly Cycle[], { store, system }: Deps): Promise<void> => {
  await eachAlone(cycles, async (cycle) => {
    const { id, phase, roll } = cycle;
    const countedAt = system.now();
    if (phase !== "voting" || !isRenewedNow(await store.turnouts.get(id), countedAt)) return;
    const voters: Record<string, number> = {};
    await store.ballots.eachMarker(id, (markers) => {
      for (const { district } of markers) voters[district] = (voters[district] ?? 0) + 1;
    });
    await store.turnouts.renew(
      id,
      runningTurnout({ voters, onRoll: eligibleOf(roll), residents: residentsWithList(cycle), countedAt }),
    );
  });
};
