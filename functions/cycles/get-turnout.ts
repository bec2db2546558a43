import { z } from "zod";
import { CycleId } from "../../shared/domain/ids.ts";
import { existing } from "../../shared/domain/result.ts";
import { RunningTurnout } from "../../shared/domain/voting/turnout.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

export const getTurnout = endpoint(routes.getTurnout, {
  summary: "How many people have voted so far, rounded down, renewed at most hourly",
  description: "The exact figures come with the results.",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: RunningTurnout },
  cache: "public, max-age=60, s-maxage=60, stale-if-error=3600",
  handle: async ({ params }, { store }) => {
    const turnout = existing(await store.turnouts.get(params.cycleId));
    return json(turnout);
  },
});
