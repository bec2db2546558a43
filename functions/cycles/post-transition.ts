import { z } from "zod";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { accepted, ok } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import {
  acceptTransition,
  ProposedTransition,
  requestTransition,
  Transition,
  withdrawTransition,
} from "./request-transition.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const postTransition = endpoint(routes.postTransition, {
  summary: "Trigger the next phase of a cycle now",
  description:
    "The move is noted and made by the cycle's state machine at once; what blocks it is refused here. One that ends an open vote before its time, or cancels an edition from the vote on, is proposed: another person has to accept it.",
  params: z.object({ cycleId: CycleId }),
  body: Transition,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    await actOn(
      cycleId,
      (cycle) => requestTransition({ by: request, cycle, move: request.body }, deps),
      deps,
    );
    return accepted(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});

export const postTransitionAcceptance = endpoint(routes.postTransitionAcceptance, {
  summary: "Accept the move that another person proposed; it is made at once",
  params: z.object({ cycleId: CycleId }),
  body: ProposedTransition,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => {
    const { params, body: proposal } = request;
    const { cycleId } = params;
    await actOn(cycleId, (cycle) => acceptTransition({ by: request, cycle, proposal }, deps), deps);
    return accepted(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});

export const postTransitionWithdrawal = endpoint(routes.postTransitionWithdrawal, {
  summary: "Take back or turn down the move that was proposed",
  params: z.object({ cycleId: CycleId }),
  body: ProposedTransition,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const { params, body: proposal } = request;
    const { cycleId } = params;
    await actOn(cycleId, (cycle) => withdrawTransition({ by: request, cycle, proposal }, deps), deps);
    return ok(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});
