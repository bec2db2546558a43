import type { CycleId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import type { PointId, VotingPoint } from "../../../shared/domain/voting/voting-point.ts";
import type { Deps } from "../../../shared/platform/deps.ts";

export const pointOf = async (
  cycleId: CycleId,
  point: PointId,
  { store }: Pick<Deps, "store">,
): Promise<VotingPoint> => {
  const { points } = await store.votingPoints.get(cycleId);
  const found = points.find(({ id }) => id === point);
  if (!found) throw new Refused(refusal("thing/not-found", {}));
  return found;
};
