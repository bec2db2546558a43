import { z } from "zod";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { audited } from "../../shared/platform/audited.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { wake } from "../../shared/platform/wake.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

/** The digest is what is signed: it stands for every tally of the count. */
export const NewSignOff = z
  .strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: "NewSignOff" });

export const postSignOff = endpoint(routes.postSignOff, {
  summary: "Sign the result of the count; two different people must",
  params: z.object({ cycleId: CycleId }),
  body: NewSignOff,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { params, body, actor, receivedAt } = request;
    if (actor.kind !== "staff") throw new Refused(refusal("identity/missing", {}));
    const cycle = await cycleOf(params.cycleId, deps);
    const count = await deps.store.counts.get(cycle.id);
    if (cycle.phase !== "counting" || !count?.digest) {
      throw new Refused(refusal("cycle/wrong-phase", { phase: cycle.phase, needed: ["counting"] }));
    }
    if (count.digest !== body.digest)
      throw new Refused(refusal("request/changed-since", { version: cycle.version }, "/digest"));
    const already = count.signOffs.find(({ by }) => by === actor.id);
    if (already && count.signOffs.length === 1) throw new Refused(refusal("identity/same-person", {}));
    if (!already) {
      const signOff = { by: actor.id, name: actor.name, at: receivedAt, digest: body.digest };
      const deed = audited(request, cycle.id, { facts: { digest: body.digest } });
      accept(await deps.store.counts.signOff(count, signOff, deed));
      await wake(cycle, deps);
    }
    return accepted(await staffCycle(await cycleOf(cycle.id, deps), deps));
  },
});
