import { z } from "zod";
import { actOn } from "../../shared/acts/cycle-of.ts";
import { CommissionKeys } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { setKeys } from "./set-keys.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const putKeys = endpoint(routes.putKeys, {
  summary: "Set the public keys that ballots will be sealed to",
  params: z.object({ cycleId: CycleId }),
  body: CommissionKeys,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const changed = await actOn(
      cycleId,
      (cycle) => setKeys({ by: request, cycle, keys: request.body }, deps),
      deps,
    );
    return ok(await staffCycle(changed, deps));
  },
});
