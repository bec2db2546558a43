import { z } from "zod";
import { PendingId } from "../../../shared/domain/ids.ts";
import { type PendingAct, PendingState, PROPOSALS } from "../../../shared/domain/office/pending.ts";
import { paragraphs } from "../../../shared/domain/text.ts";
import { Instant } from "../../../shared/domain/time.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { json } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { pendingOf, settlePending } from "./settle-pending.ts";

const Path = z.object({ pendingId: PendingId });

const Said = z.object({ name: z.string(), at: Instant });

const PendingView = z
  .object({
    pendingId: PendingId,
    kind: z.enum(Object.keys(PROPOSALS) as [PendingAct["kind"], ...PendingAct["kind"][]]),
    state: PendingState,
    proposed: Said,
    until: Instant,
    proposal: z
      .record(z.string(), z.unknown())
      .meta({ description: "What was proposed, by the kind: all that acceptance will do" }),
    settled: Said.extend({ reason: z.string().nullable() }).nullable(),
  })
  .meta({
    id: "PendingAct",
    description: "An act that one person proposed and another accepts or turns down, until it lapses",
  });

const viewOf = (act: PendingAct, now: Instant): z.infer<typeof PendingView> => ({
  pendingId: act.id,
  kind: act.kind,
  state: act.state === "proposed" && act.until <= now ? "lapsed" : act.state,
  proposed: { name: act.byName, at: act.at },
  until: act.until,
  proposal: act.proposal,
  settled: act.settled
    ? { name: act.settled.byName, at: act.settled.at, reason: act.settled.reason ?? null }
    : null,
});

export const getPending = endpoint(routes.getPending, {
  summary: "An act that takes two people, as it was proposed and as it stands",
  params: Path,
  replies: { 200: PendingView },
  handle: async ({ params, receivedAt }, deps) =>
    json(viewOf(await pendingOf(params.pendingId, deps), receivedAt)),
});

export const postPendingAcceptance = endpoint(routes.postPendingAcceptance, {
  summary: "Accept what another person proposed; it is done at once",
  description:
    "By one of the roles whose work it is, and never by its author. Sent again it changes nothing.",
  params: Path,
  replies: { 200: PendingView },
  handle: async (request, deps) => {
    const { pendingId: id } = request.params;
    return json(viewOf(await settlePending({ by: request, id, how: "accept" }, deps), request.receivedAt));
  },
});

export const postPendingRefusal = endpoint(routes.postPendingRefusal, {
  summary: "Turn down what another person proposed",
  params: Path,
  body: z.strictObject({ reason: paragraphs(1000) }).meta({ id: "PendingRefusal" }),
  replies: { 200: PendingView },
  handle: async (request, deps) => {
    const { params, body } = request;
    const named = { id: params.pendingId, how: "refuse", reason: body.reason } as const;
    return json(viewOf(await settlePending({ by: request, ...named }, deps), request.receivedAt));
  },
});

export const postPendingWithdrawal = endpoint(routes.postPendingWithdrawal, {
  summary: "Take back what you proposed",
  params: Path,
  replies: { 200: PendingView },
  handle: async (request, deps) => {
    const { pendingId: id } = request.params;
    return json(viewOf(await settlePending({ by: request, id, how: "withdraw" }, deps), request.receivedAt));
  },
});
