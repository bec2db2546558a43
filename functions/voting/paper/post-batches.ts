import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { accept } from "../../../shared/domain/result.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { created, json } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { BatchPath, batchOf, CardPath, PaperBatch, paperBatch } from "./batch-of.ts";
import { closeBatch } from "./close-batch.ts";
import { CardContent, contentOf, keyCard } from "./key-card.ts";
import { NewBatch, registerBatch } from "./register-batch.ts";

export const postBatch = endpoint(routes.postBatch, {
  summary: "Register a batch of paper cards under its control total",
  params: z.object({ cycleId: CycleId }),
  body: NewBatch,
  replies: { 201: PaperBatch },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const cycle = await cycleOf(cycleId, deps);
    const made = await registerBatch({ by: request, cycle, batch: request.body }, deps);
    return created(routes.getBatch, { cycleId, batchId: made.id }, await paperBatch(made, cycleId, deps));
  },
});

export const getBatch = endpoint(routes.getBatch, {
  summary: "A batch of paper cards: how many of its cards are settled, and how",
  params: BatchPath,
  replies: { 200: PaperBatch },
  handle: async ({ params }, deps) =>
    json(await paperBatch(await batchOf(params, deps), params.cycleId, deps)),
});

const CardKeyed = z
  .object({ state: z.enum(["keyed", "accepted", "rejected"]) })
  .meta({ id: "CardKeyed", description: "`keyed` waits for another person; then the card is settled" });

export const postCard = endpoint(routes.postCard, {
  summary: "Key one paper card; a second person who keys the same settles it",
  description:
    "A ballot with the facts of its voter by which the edition's roll finds them, as at a voting point, and `guardian` of a child's card with that statement signed; or the reason why the card is no ballot. The same person cannot settle a card that they keyed. Idempotency-Key: at least 128 random bits for a ballot. `replaces` lets a keying stand that differs from another person's; it waits for a second person anew.",
  params: CardPath,
  query: z.strictObject({ replaces: z.literal("yes").optional() }),
  body: CardContent,
  replies: { 200: CardKeyed },
  handle: async (request, deps) => {
    const { params, query, body, key } = request;
    const [cycle, batch] = await Promise.all([cycleOf(params.cycleId, deps), batchOf(params, deps)]);
    const content = accept(await contentOf({ cycle, batch }, body, deps));
    const { number } = params;
    const replaces = query.replaces === "yes";
    const state = accept(await keyCard({ by: request, cycle, batch, number, content, key, replaces }, deps));
    return json({ state });
  },
});

export const postBatchClosing = endpoint(routes.postBatchClosing, {
  summary: "Close a batch whose cards are all settled",
  params: BatchPath,
  replies: { 200: PaperBatch },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const [cycle, batch] = await Promise.all([cycleOf(cycleId, deps), batchOf(request.params, deps)]);
    return json(await paperBatch(await closeBatch({ by: request, cycle, batch }, deps), cycleId, deps));
  },
});
