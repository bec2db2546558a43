import { z } from "zod";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { audited } from "../../shared/platform/audited.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { isPair } from "../../shared/platform/seal.ts";
import { wake } from "../../shared/platform/wake.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const CountKey = z
  .strictObject({ privateKey: z.string().regex(/^[\w-]{43}$/) })
  .meta({ id: "CountKey" });

export const postCountKey = endpoint(routes.postCountKey, {
  summary: "Hand the commission's private key over for the count",
  description:
    "Only after the ballot box is sealed. The key goes to the count alone, never into the database, and is dropped when it is done.",
  params: z.object({ cycleId: CycleId }),
  body: CountKey,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { params, body, receivedAt } = request;
    const cycle = await cycleOf(params.cycleId, deps);
    if (cycle.phase !== "sealed" && cycle.phase !== "counting") {
      throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["sealed", "counting"] }));
    }
    if (!cycle.keys || !(await isPair(cycle.keys.ballots, body.privateKey))) {
      throw new Refused(refusal("count/key-wrong", {}, "/privateKey"));
    }
    await deps.vault.handOverCountKey(cycle.id, body.privateKey);
    accept(
      await deps.store.cycles.change(cycle, { countKeyGivenAt: receivedAt }, [audited(request, cycle.id)]),
    );
    await wake(cycle, deps);
    return accepted(await staffCycle(await cycleOf(cycle.id, deps), deps));
  },
});
