import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { District } from "../../../shared/domain/district.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { districtsIn } from "../../../shared/domain/rule-set.ts";
import { PointId } from "../../../shared/domain/voting/voting-point.ts";
import { blankCardView } from "../../../shared/pages/voting-points/blank-card.ts";
import type { BlankCardLink } from "../../../shared/pages/voting-points/point.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { listTitle } from "../../../shared/words/list-name.ts";
import { routes } from "../../routes.ts";
import { ownPools } from "../pages/own-pools.ts";
import { shownOf } from "../pages/shown-form.ts";
import { pointOf } from "../voting-points/point-of.ts";

/** The cards of an edition that takes paper, once its lists are frozen: one for all districts whose residents have the same lists, under the first. */
export const blankCardsOf = async (
  cycle: Cycle,
  { language, words }: Pick<Request, "language" | "words">,
  { store }: Deps,
): Promise<BlankCardLink[]> => {
  if (cycle.ruleSet.paper === undefined) return [];
  const list = await store.ballotLists.get(cycle.id);
  if (!list) return [];
  const cards = new Map<string, BlankCardLink>();
  for (const { id: district } of districtsIn(cycle.ruleSet)) {
    const lists = ownPools(cycle, list, { district, language });
    const [nearest] = lists;
    const key = lists.map(({ id }) => id).join();
    if (nearest && !cards.has(key))
      cards.set(key, { district, name: listTitle(nearest.name, words.votingPoints.card.citywide) });
  }
  return [...cards.values()];
};

export const getOfficeBlankCard = endpoint(routes.getOfficeBlankCard, {
  summary: "A blank paper card of one district, to be printed",
  params: z.object({ cycleId: CycleId, pointId: PointId, district: District }),
  handle: async (request, deps) => {
    const { cycleId, pointId, district } = request.params;
    const [cycle, point] = await Promise.all([cycleOf(cycleId, deps), pointOf(cycleId, pointId, deps)]);
    const list = await deps.store.ballotLists.get(cycleId);
    const isKnown = districtsIn(cycle.ruleSet).some(({ id }) => id === district);
    const pools = list && isKnown ? ownPools(cycle, list, { district, language: request.language }) : [];
    if (pools.length === 0 || cycle.ruleSet.paper === undefined)
      throw new Refused(refusal("thing/not-found", {}));
    return view(
      blankCardView(frameOf(request), {
        cycleId,
        edition: request.words.edition(cycle.name, cycle.edition),
        point,
        shown: shownOf(cycle.ruleSet),
        policy: cycle.ruleSet.identity.paper,
        pools,
      }),
    );
  },
});
