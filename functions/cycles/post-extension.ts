import { z } from "zod";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { AcceptedExtension, acceptExtension, NewExtension, proposeExtension } from "./extend-vote.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const postExtension = endpoint(routes.postExtension, {
  summary: "Propose a later end of the open vote; another person has to accept it",
  params: z.object({ cycleId: CycleId }),
  body: NewExtension,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    await actOn(
      cycleId,
      (cycle) => proposeExtension({ by: request, cycle, asked: request.body }, deps),
      deps,
    );
    return ok(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});

export const postExtensionAcceptance = endpoint(routes.postExtensionAcceptance, {
  summary: "Accept the later end that another person proposed; it is in force at once",
  params: z.object({ cycleId: CycleId }),
  body: AcceptedExtension,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const { params, body: proposal } = request;
    const { cycleId } = params;
    await actOn(cycleId, (cycle) => acceptExtension({ by: request, cycle, proposal }, deps), deps);
    return ok(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});
