import { z } from "zod";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { CountKey, handOverCountKey } from "./hand-over-count-key.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const postCountKey = endpoint(routes.postCountKey, {
  summary: "Hand the commission's private key over for the count",
  description:
    "Only after the ballot box is sealed. The key goes to the count alone, never into the database, and is dropped when it is done.",
  params: z.object({ cycleId: CycleId }),
  body: CountKey,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    await actOn(
      cycleId,
      (cycle) => handOverCountKey({ by: request, cycle, privateKey: request.body.privateKey }, deps),
      deps,
    );
    return accepted(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});
