import { z } from "zod";
import { audited, type Deed } from "../../../shared/acts/audited.ts";
import { actOn, cycleOf } from "../../../shared/acts/cycle-of.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { isBefore } from "../../../shared/domain/cycle/phases.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { accept, Refused } from "../../../shared/domain/result.ts";
import { checkPoints, type VotingPoint, VotingPoints } from "../../../shared/domain/voting/voting-point.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { json } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";

const Points = z.strictObject({ points: VotingPoints }).meta({ id: "VotingPoints" });

/** Sets the voting points of an edition, all of them, until its vote is sealed. The same again changes nothing. */
export const setPoints = async (
  {
    by,
    cycle,
    points,
  }: { readonly by: Deed; readonly cycle: Cycle; readonly points: readonly VotingPoint[] },
  { store }: Deps,
): Promise<void> => {
  if (!isBefore(cycle.phase, "sealed")) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  const before = await store.votingPoints.get(cycle.id);
  const checked = accept(checkPoints(before.points, points, cycle.phase === "voting"));
  if (JSON.stringify(checked) === JSON.stringify(before.points)) return;
  const record = audited({ ...by, route: routes.putPoints }, cycle.id, { facts: { points: points.length } });
  accept(await store.votingPoints.replace(cycle.id, before, [...checked], record));
};

export const putPoints = endpoint(routes.putPoints, {
  summary: "Set the voting points of an edition",
  description:
    "All of them at once. Once the vote is on, points may be added and corrected, and none left out.",
  params: z.object({ cycleId: CycleId }),
  body: Points,
  replies: { 200: Points },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const { points } = request.body;
    await actOn(cycleId, (cycle) => setPoints({ by: request, cycle, points }, deps), deps);
    return json({ points });
  },
});

export const getPoints = endpoint(routes.getPoints, {
  summary: "The voting points of an edition: where, and when they are open",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: Points },
  cache: "public, max-age=60",
  handle: async ({ params: { cycleId } }, deps) => {
    await cycleOf(cycleId, deps);
    return json({ points: (await deps.store.votingPoints.get(cycleId)).points });
  },
});
