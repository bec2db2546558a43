import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { figuresOf } from "../../../shared/domain/voting/paper.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { batchView } from "../../../shared/pages/voting-points/batch.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import { pointOf } from "../voting-points/point-of.ts";
import { BatchPath, batchOf } from "./batch-of.ts";
import { closeBatch } from "./close-batch.ts";
import { BatchCorrection, proposeCorrection } from "./correct-batch.ts";
import { nextCards } from "./next-cards.ts";

/** The form as it is typed: an empty field is no zero. */
const CorrectionForm = z.object({
  cards: z
    .string()
    .trim()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(BatchCorrection.shape.cards),
  reason: BatchCorrection.shape.reason,
});

const page = async (request: StaffRequest<BatchPath>, state: FormState, deps: Deps) => {
  const path = request.params;
  const batch = await batchOf(path, deps);
  const { batches, paperFiles, pending } = deps.store;
  const [point, cards, files, correction] = await Promise.all([
    pointOf(path.cycleId, batch.point, deps),
    batches.cards(path.cycleId, batch.id),
    paperFiles.list(path.cycleId, batch.id),
    pending.standing(path.cycleId, "correct-batch", batch.id),
  ]);
  const { actor, receivedAt } = request;
  const { roles } = actor;
  return batchView(frameOf(request), {
    cycleId: path.cycleId,
    id: batch.id,
    point,
    receivedOn: batch.receivedOn,
    state: batch.state,
    figures: figuresOf(batch, cards),
    mayKey: roles.includes("clerk"),
    mayCorrect: batch.state === "open" && (roles.includes("clerk") || roles.includes("commission")),
    correction: correction && receivedAt < correction.until ? correction : undefined,
    ...nextCards(batch, cards, actor),
    files,
    form: state,
  });
};

export const getOfficeBatch = endpoint(routes.getOfficeBatch, {
  summary: "A batch of paper cards",
  params: BatchPath,
  handle: async (request, deps) => view(await page(request, formState(request.words), deps)),
});

export const postOfficeBatchClosing = endpoint(routes.postOfficeBatchClosing, {
  summary: "Close a batch of paper cards",
  params: BatchPath,
  body: z.object({}),
  handle: async (request, deps) => {
    const { cycleId, batchId } = request.params;
    const [cycle, batch] = await Promise.all([cycleOf(cycleId, deps), batchOf(request.params, deps)]);
    try {
      await closeBatch({ by: request, cycle, batch }, deps);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const text = detailOf(error.refusal, request.words);
      const state = formState(request.words, { faults: [{ field: "main", text }] });
      return view(await page(request, state, deps), statusOf(error.refusal));
    }
    return seeOther(link(request, pathTo("batch", { cycleId: cycleId, batchId: batchId })));
  },
});

export const postOfficeBatchCorrection = endpoint(routes.postOfficeBatchCorrection, {
  summary: "Correct how many cards a batch has",
  params: BatchPath,
  body: CorrectionForm,
  invalid: async (issues, typed, request, deps) => {
    const { cardsWrong, reasonWrong } = request.words.votingPoints.batch.correction;
    const say = { "/cards": cardsWrong, "/reason": reasonWrong };
    return view(await page(request, formState(request.words, { typed, issues, say }), deps), 422);
  },
  handle: async (request, deps) => {
    const { params, body: correction, words } = request;
    const [cycle, batch] = await Promise.all([cycleOf(params.cycleId, deps), batchOf(params, deps)]);
    try {
      await proposeCorrection({ by: request, cycle, batch, correction }, deps);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const typed = { ...correction, cards: String(correction.cards) };
      const faults = [{ field: "cards", text: detailOf(error.refusal, words) }];
      return view(await page(request, formState(words, { typed, faults }), deps), statusOf(error.refusal));
    }
    return seeOther(link(request, pathTo("batch", { cycleId: params.cycleId, batchId: params.batchId })));
  },
});
