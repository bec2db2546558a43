import { z } from "zod";
import { moveCycle, requestTransition, Transition } from "../../shared/acts/cycle/move-cycle.ts";
import { standingOn } from "../../shared/acts/cycle/standing.ts";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { settle } from "../../shared/acts/settle.ts";
import { wake } from "../../shared/acts/wake.ts";
import { Phase } from "../../shared/domain/cycle/phases.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../shared/platform/endpoint.ts";
import { accepted, json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

const InCycle = z.object({ cycleId: CycleId });

/** Names the proposal: one that took its place meanwhile is not accepted unseen. */
const ProposedTransition = z
  .strictObject({ to: Phase, proposedAt: Instant })
  .meta({ id: "ProposedTransition", description: "`to` and `at` of `proposedMove`" });

export const postTransition = endpoint(routes.postTransition, {
  summary: "Trigger the next phase of a cycle now",
  description:
    "The move is noted and made by the cycle's state machine at once; what blocks it is refused here. One that ends an open vote before its time, or cancels an edition from the vote on, is proposed: another person has to accept it.",
  params: InCycle,
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

type Named = StaffRequest<z.infer<typeof InCycle>, unknown, z.infer<typeof ProposedTransition>>;

/** Settles the proposal that the request names; what was made already is not made twice. */
const settleNamed = async (request: Named, how: "accept" | "end", deps: Deps): Promise<StaffCycle> => {
  const { params, body, actor } = request;
  await actOn(
    params.cycleId,
    async (cycle) => {
      const { move: act } = await standingOn(cycle, request.receivedAt, deps);
      if (act?.proposal.to === body.to && act.at === body.proposedAt) {
        const ended = act.by === actor.id ? "withdraw" : "refuse";
        return await settle(moveCycle, { act, how: how === "end" ? ended : how, by: request }, deps);
      }
      const isMade = cycle.phase === body.to || cycle.requested?.to === body.to;
      if (how === "accept" && act === undefined && isMade) return await wake(cycle, deps);
      if (how === "end" && act === undefined) return;
      throw new Refused(refusal("request/changed-since", { version: cycle.version }, "/to"));
    },
    deps,
  );
  return await staffCycle(await cycleOf(params.cycleId, deps), deps);
};

export const postTransitionAcceptance = endpoint(routes.postTransitionAcceptance, {
  summary: "Accept the move that another person proposed; it is made at once",
  params: InCycle,
  body: ProposedTransition,
  replies: { 202: StaffCycle },
  handle: async (request, deps) => accepted(await settleNamed(request, "accept", deps)),
});

export const postTransitionWithdrawal = endpoint(routes.postTransitionWithdrawal, {
  summary: "Take back or turn down the move that was proposed",
  params: InCycle,
  body: ProposedTransition,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => json(await settleNamed(request, "end", deps)),
});
