import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { type Cycle, PoolId } from "../../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { PointId } from "../../../shared/domain/voting/voting-point.ts";
import { blankCardView } from "../../../shared/pages/points/blank-card.ts";
import type { BlankCardLink } from "../../../shared/pages/points/point.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { ownPools, placeOf } from "../pages/own-pools.ts";
import { shownOf } from "../pages/shown-form.ts";
import { pointOf } from "../points/help-voter.ts";

/**
 * The cards of an edition that takes paper, once its lists are frozen: one for each district, and the citywide list alone where a district has
 * none of its own.
 */
export const blankCardsOf = async (
  cycle: Cycle,
  { language, words }: Pick<Request, "language" | "words">,
  { store }: Deps,
): Promise<BlankCardLink[]> => {
  if (cycle.ruleSet.paper === undefined) return [];
  const pools = (await store.ballotLists.get(cycle.id))?.pools ?? [];
  const listed = pools.filter(({ projects }) => projects.length > 0).map(({ id }) => id);
  const isEverywhere = cycle.ruleSet.pools.every(({ id }) => listed.includes(id));
  return listed
    .filter((pool) => pool !== "M" || !isEverywhere)
    .map((pool) => ({ pool, place: placeOf(cycle, pool, language) ?? words.points.card.citywide }));
};

export const getDeskBlankCard = endpoint(routes.getDeskBlankCard, {
  summary: "A blank paper card of one district, to be printed",
  params: z.object({ cycleId: CycleId, pointId: PointId, pool: PoolId }),
  handle: async (request, deps) => {
    const { cycleId, pointId, pool } = request.params;
    const [cycle, point] = await Promise.all([cycleOf(cycleId, deps), pointOf(cycleId, pointId, deps)]);
    const cards = await blankCardsOf(cycle, request, deps);
    const list = await deps.store.ballotLists.get(cycleId);
    if (!list || !cards.some((card) => card.pool === pool)) throw new Refused(refusal("thing/not-found", {}));
    return view(
      blankCardView(frameOf(request), {
        cycleId,
        edition: request.words.edition(cycle.name, cycle.edition),
        point,
        shown: shownOf(cycle.ruleSet),
        policy: cycle.ruleSet.identity.paper,
        pools: ownPools(cycle, list, { district: pool, language: request.language }),
      }),
    );
  },
});
