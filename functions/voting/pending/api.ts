import { z } from "zod";
import { PendingRefusal, PendingView, pendingView } from "../../../shared/acts/pending-view.ts";
import { PendingId } from "../../../shared/domain/ids.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { json } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { pendingOf, settlePending } from "./settle-pending.ts";

const Path = z.object({ pendingId: PendingId });

export const getPending = endpoint(routes.getPending, {
  summary: "An act that takes two people, as it was proposed and as it stands",
  params: Path,
  replies: { 200: PendingView },
  handle: async ({ params, receivedAt }, deps) =>
    json(pendingView(await pendingOf(params.pendingId, deps), receivedAt)),
});

export const postPendingAcceptance = endpoint(routes.postPendingAcceptance, {
  summary: "Accept what another person proposed; it is done at once",
  description:
    "By one of the roles whose work it is, and never by its author. Sent again it changes nothing.",
  params: Path,
  replies: { 200: PendingView },
  handle: async (request, deps) => {
    const { pendingId: id } = request.params;
    return json(
      pendingView(await settlePending({ by: request, id, how: "accept" }, deps), request.receivedAt),
    );
  },
});

export const postPendingRefusal = endpoint(routes.postPendingRefusal, {
  summary: "Turn down what another person proposed",
  params: Path,
  body: PendingRefusal,
  replies: { 200: PendingView },
  handle: async (request, deps) => {
    const { params, body } = request;
    const named = { id: params.pendingId, how: "refuse", reason: body.reason } as const;
    return json(pendingView(await settlePending({ by: request, ...named }, deps), request.receivedAt));
  },
});

export const postPendingWithdrawal = endpoint(routes.postPendingWithdrawal, {
  summary: "Take back what you proposed",
  params: Path,
  replies: { 200: PendingView },
  handle: async (request, deps) => {
    const { pendingId: id } = request.params;
    return json(
      pendingView(await settlePending({ by: request, id, how: "withdraw" }, deps), request.receivedAt),
    );
  },
});
