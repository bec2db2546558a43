import { z } from "zod";
import { mayBeCancelled, Phase } from "../../shared/domain/cycle/phases.ts";
import { nextPhase } from "../../shared/domain/cycle/schedule.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { audited } from "../../shared/platform/audited.ts";
import { cycleOf } from "../../shared/platform/cycle-of.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted } from "../../shared/platform/http.ts";
import { readiness } from "../../shared/platform/readiness.ts";
import { wake } from "../../shared/platform/wake.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const Transition = z.strictObject({ to: Phase, reason: paragraphs(1000) }).meta({ id: "Transition" });

export const postTransition = endpoint(routes.postTransition, {
  summary: "Trigger the next phase of a cycle now",
  description:
    "The move is noted and made by the cycle's state machine at once; what blocks it is refused here.",
  params: z.object({ cycleId: CycleId }),
  body: Transition,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { params, body, actor, receivedAt } = request;
    const cycle = await cycleOf(params.cycleId, deps);
    const isNext = nextPhase(cycle) === body.to;
    if (cycle.phase !== body.to && cycle.requested?.to !== body.to) {
      if (!isNext && !(body.to === "cancelled" && mayBeCancelled(cycle.phase))) {
        throw new Refused(refusal("cycle/move-not-allowed", { from: cycle.phase, to: body.to }, "/to"));
      }
      const blockers = isNext ? await readiness(cycle, body.to, deps) : [];
      if (blockers.length > 0) throw new Refused(refusal("cycle/blocked", { blockers }));
      const requested = { ...body, by: actor.kind === "staff" ? actor.name : "", at: receivedAt };
      const move = audited(request, cycle.id, {
        reason: body.reason,
        facts: { from: cycle.phase, to: body.to },
      });
      accept(await deps.store.cycles.change(cycle, { requested }, [move]));
    }
    await wake(cycle, deps);
    return accepted(await staffCycle(await cycleOf(cycle.id, deps), deps));
  },
});
