import { z } from "zod";
import { extendVote, NewExtension, proposeExtension } from "../../shared/acts/cycle/extend-vote.ts";
import { standingOn } from "../../shared/acts/cycle/standing.ts";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { settle } from "../../shared/acts/settle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { Instant } from "../../shared/domain/time.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

/** Names the proposal: one that took its place meanwhile is not accepted unseen. */
const AcceptedExtension = z
  .strictObject({ endsAt: Instant, proposedAt: Instant })
  .meta({ id: "AcceptedExtension", description: "`endsAt` and `at` of `extension`" });

const params = z.object({ cycleId: CycleId });

export const postExtension = endpoint(routes.postExtension, {
  summary: "Propose a later end of the open vote; another person has to accept it",
  params,
  body: NewExtension,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    await actOn(
      cycleId,
      (cycle) => proposeExtension({ by: request, cycle, asked: request.body }, deps),
      deps,
    );
    return json(await staffCycle(await cycleOf(cycleId, deps), deps));
  },
});

export const postExtensionAcceptance = endpoint(routes.postExtensionAcceptance, {
  summary: "Accept the later end that another person proposed; it is in force at once",
  params,
  body: AcceptedExtension,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const { params, body } = request;
    await actOn(
      params.cycleId,
      async (cycle) => {
        const { extension: act } = await standingOn(cycle, request.receivedAt, deps);
        if (act?.proposal.endsAt === body.endsAt && act.at === body.proposedAt)
          return await settle(extendVote, { act, how: "accept", by: request }, deps);
        if (act === undefined && cycle.extensions?.at(-1)?.endsAt === body.endsAt) return;
        throw new Refused(refusal("request/changed-since", { version: cycle.version }, "/endsAt"));
      },
      deps,
    );
    return json(await staffCycle(await cycleOf(params.cycleId, deps), deps));
  },
});
