import { z } from "zod";
import { CycleId } from "../../../shared/domain/ids.ts";
import { accept } from "../../../shared/domain/result.ts";
import { PointId } from "../../../shared/domain/voting/voting-point.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { ok } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { ConfirmedVoter } from "../post-code.ts";
import { helpVoter, VoterAtPoint } from "./help-voter.ts";

const PointPath = z.object({ cycleId: CycleId, pointId: PointId });

export const postPointVoter = endpoint(routes.postPointVoter, {
  summary: "Let a voter in to the ballot whose document a clerk has seen",
  description:
    "The token casts one ballot, as after a code. Facts that only prove who somebody is are not asked for, since the document does. How often somebody was looked for is counted by clerk and day.",
  params: PointPath,
  body: VoterAtPoint,
  replies: { 200: ConfirmedVoter },
  handle: async (request, deps) => {
    const { cycleId, pointId: point } = request.params;
    const { token, district, pools } = accept(
      await helpVoter({ by: request, cycleId, point, typed: request.body }, deps),
    );
    return ok({ token, district, pools, voted: false });
  },
});
