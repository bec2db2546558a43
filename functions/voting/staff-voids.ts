import { z } from "zod";
import { actOn, cycleOf } from "../../shared/acts/cycle-of.ts";
import { CycleId, VoidId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import {
  acceptVoid,
  Declined,
  declineVoid,
  NamedBallot,
  NewVoid,
  nameBallot,
  proposeVoid,
  withdrawVoid,
} from "./void-acts.ts";
import { VoidView, voidView } from "./void-view.ts";

const InCycle = z.object({ cycleId: CycleId });
const OneCase = InCycle.extend({ voidId: VoidId });

const shown = async (cycleId: CycleId, id: VoidId, { store }: Deps) => {
  const found = await store.voids.get(cycleId, id);
  if (!found) throw new Refused(refusal("thing/not-found", {}));
  return json(voidView(found, await store.pending.standing(cycleId, "void-ballot", id)));
};

export const getVoids = endpoint(routes.getVoids, {
  summary: "The commission's decisions on void ballots",
  params: InCycle,
  replies: { 200: z.object({ items: z.array(VoidView), next: z.null() }).meta({ id: "VoidDecisions" }) },
  handle: async ({ params: { cycleId } }, deps) => {
    await cycleOf(cycleId, deps);
    const { pending, voids } = deps.store;
    const items = await Promise.all(
      (await voids.list(cycleId)).map(async (one) =>
        voidView(one, await pending.standing(cycleId, "void-ballot", one.id)),
      ),
    );
    return json({ items, next: null });
  },
});

export const postVoid = endpoint(routes.postVoid, {
  summary: "Propose that a vote be left out of the count",
  description:
    "After the close and before the key is handed over. What says whose vote it is is not kept. Another member of the commission has to accept.",
  params: InCycle,
  body: NewVoid,
  replies: { 200: VoidView },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const id = await actOn(
      cycleId,
      (cycle) => proposeVoid({ by: request, cycle, typed: request.body }, deps),
      deps,
    );
    return await shown(cycleId, id, deps);
  },
});

export const postVoidAcceptance = endpoint(routes.postVoidAcceptance, {
  summary: "Accept a proposal of somebody else; from then on the sealed link is shown",
  params: OneCase,
  replies: { 200: VoidView },
  handle: async (request, deps) => {
    const { cycleId, voidId: id } = request.params;
    await actOn(cycleId, (cycle) => acceptVoid({ by: request, cycle, id }, deps), deps);
    return await shown(cycleId, id, deps);
  },
});

export const postVoidRefusal = endpoint(routes.postVoidRefusal, {
  summary: "Close a case without a change: the vote stays in the count",
  params: OneCase,
  body: Declined,
  replies: { 200: VoidView },
  handle: async (request, deps) => {
    const { cycleId, voidId: id } = request.params;
    const why = request.body.reason;
    await actOn(cycleId, (cycle) => declineVoid({ by: request, cycle, id, why }, deps), deps);
    return await shown(cycleId, id, deps);
  },
});

export const postVoidWithdrawal = endpoint(routes.postVoidWithdrawal, {
  summary: "Take back what you proposed: the vote stays in the count",
  params: OneCase,
  replies: { 200: VoidView },
  handle: async (request, deps) => {
    const { cycleId, voidId: id } = request.params;
    await actOn(cycleId, (cycle) => withdrawVoid({ by: request, cycle, id }, deps), deps);
    return await shown(cycleId, id, deps);
  },
});

export const postVoidBallot = endpoint(routes.postVoidBallot, {
  summary: "Name the ballot that the opened link leads to; both people of the case must name the same",
  params: OneCase,
  body: NamedBallot,
  replies: { 200: VoidView },
  handle: async (request, deps) => {
    const { cycleId, voidId: id } = request.params;
    const { ballot } = request.body;
    await actOn(cycleId, (cycle) => nameBallot({ by: request, cycle, id, ballot }, deps), deps);
    return await shown(cycleId, id, deps);
  },
});
