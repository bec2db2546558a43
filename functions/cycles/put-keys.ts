import { z } from "zod";
import { CommissionKeys, isLocked } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { audited } from "../../shared/platform/audited.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const putKeys = endpoint(routes.putKeys, {
  summary: "Set the public keys that ballots will be sealed to",
  params: z.object({ cycleId: CycleId }),
  body: CommissionKeys,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    if (isLocked(cycle) && cycle.phase !== "ballot-frozen")
      throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
    const facts = { ballots: request.body.ballots, links: request.body.links };
    return ok(
      await staffCycle(
        accept(
          await deps.store.cycles.change(cycle, { keys: request.body }, [
            audited(request, cycle.id, { facts }),
          ]),
        ),
        deps,
      ),
    );
  },
});
