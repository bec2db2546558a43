import { inBallotOrder, isDrawn } from "../../shared/domain/ballot/order.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { leftOutOf } from "../../shared/domain/procedure/left-out.ts";
import type { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { Write } from "../../shared/store/write.ts";

/** The list of the vote, as it will stand on every ballot: by pool, in the order of the numbers or in that which was drawn. */
export const freezeList = async (cycle: Cycle, at: Instant, { store }: Deps): Promise<Write[]> => {
  const frozen = await store.projects.freezing(
    cycle.id,
    cycle.pools.map(({ id }) => id),
  );
  const { items } = await store.projects.list(cycle.id, { consistent: true });
  const { orderSeed: seed, orderCommitment: commitment } = cycle;
  const order =
    isDrawn(cycle) && seed !== undefined && commitment !== undefined ? { seed, commitment } : undefined;
  const listed = inBallotOrder(
    items.filter(({ status }) => status === "on-ballot"),
    order?.seed,
  );
  const asked = cycle.requested?.to === "ballot-frozen" ? cycle.requested.by : undefined;
  const leftOut = await store.leftOut.parts(
    { cycleId: cycle.id, list: "ballot", version: 1 },
    leftOutOf(items),
  );
  const list = await store.ballotLists.freeze({
    cycleId: cycle.id,
    frozen: { at, ...(asked !== undefined && { by: asked }) },
    ...(order && { order }),
    leftOutParts: leftOut.length,
    pools: cycle.pools.map(({ id }) => ({
      id,
      projects: listed
        .filter(({ pool }) => pool === id)
        .map(({ id: project, number, title, costGrosze, estimatedCostGrosze }) => ({
          id: project,
          number,
          title,
          costGrosze: costGrosze ?? estimatedCostGrosze,
        })),
    })),
  });
  return [list, ...leftOut, ...frozen];
};
