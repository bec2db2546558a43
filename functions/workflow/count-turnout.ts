import { type Cycle, eligibleOf, residentsWithList } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { isRenewedNow, type PerDistrict, runningTurnout } from "../../shared/domain/voting/turnout.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { eachAlone } from "../../shared/platform/each-alone.ts";

/** Who has voted so far, by markers: of a vote whose gates do not know. */
const marked = async (cycleId: CycleId, { store }: Pick<Deps, "store">): Promise<PerDistrict> => {
  const voted: Record<string, number> = {};
  await store.ballots.eachMarker(cycleId, (markers) => {
    for (const { district } of markers) voted[district] = (voted[district] ?? 0) + 1;
  });
  return voted;
};

/** Says who has voted so far in each open vote, at most once an hour, by what its gates have counted. */
export const countTurnout = async (cycles: readonly Cycle[], { store, system }: Deps): Promise<void> => {
  await eachAlone(cycles, async (cycle) => {
    const { id, phase, roll } = cycle;
    const countedAt = system.now();
    if (phase !== "voting" || !isRenewedNow(await store.turnouts.get(id), countedAt)) return;
    const voters = (await store.cycles.votedByDistrict(id)) ?? (await marked(id, { store }));
    await store.turnouts.renew(
      id,
      runningTurnout({ voters, onRoll: eligibleOf(roll), residents: residentsWithList(cycle), countedAt }),
    );
  });
};
