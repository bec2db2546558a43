import { z } from "zod";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { PendingId } from "../../../shared/domain/ids.ts";
import { checkSettling, type PendingAct } from "../../../shared/domain/office/pending.ts";
import { Refused } from "../../../shared/domain/result.ts";
import { paragraphs } from "../../../shared/domain/text.ts";
import { formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import { pendingView } from "../../../shared/pages/office/pending.ts";
import type { Progress } from "../../../shared/pages/office/roll-preview.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { routes } from "../../routes.ts";
import { isTheirs, pendingOf, settlePending } from "./settle-pending.ts";

const Path = z.object({ pendingId: PendingId });

/** How far the reading of a roll has come; undefined of all else, and once it is read. */
const progressOf = async (act: PendingAct, { store }: Pick<Deps, "store">): Promise<Progress | undefined> => {
  if (act.kind !== "import-roll" || act.state !== "proposed" || act.proposal.preview) return undefined;
  const one = await store.rollImports.get(act.proposal.importId);
  if (!one) return undefined;
  const [parts, buckets] = await Promise.all([store.rollImports.parts(one), store.rollImports.buckets(one)]);
  return {
    rows: parts.reduce((sum, { rows }) => sum + rows, 0),
    done: parts.length + buckets.length,
    of: one.plan && one.plan.parts.length + one.plan.buckets,
  };
};

const page = async (
  request: StaffRequest<z.infer<typeof Path>>,
  deps: Deps,
  state = formState(request.words),
) => {
  const { actor, receivedAt: now } = request;
  const act = await pendingOf(request.params.pendingId, deps);
  const isPossible = (how: "accept" | "withdraw"): boolean =>
    checkSettling(act, how, { me: actor.id, now }) === undefined;
  return pendingView(frameOf(request), state, {
    progress: await progressOf(act, deps),
    act: act.state === "proposed" && act.until <= now ? { ...act, state: "lapsed" } : act,
    may: { settle: isPossible("accept") && isTheirs(act, actor), withdraw: isPossible("withdraw") },
  });
};

export const getOfficePending = endpoint(routes.getOfficePending, {
  summary: "One act that takes two people",
  params: Path,
  handle: async (request, deps) => view(await page(request, deps)),
});

export const postOfficePending = endpoint(routes.postOfficePending, {
  summary: "Accept an act that somebody else proposed, turn it down, or take one's own back",
  params: Path,
  body: z.discriminatedUnion("act", [
    z.object({ act: z.literal("accept") }),
    z.object({ act: z.literal("refuse"), reason: paragraphs(1000) }),
    z.object({ act: z.literal("withdraw") }),
  ]),
  invalid: async (issues, typed, request, deps) =>
    view(await page(request, deps, formState(request.words, { typed, issues })), 422),
  handle: async (request, deps) => {
    const { params, body, words } = request;
    const { pendingId: id } = params;
    const reason = body.act === "refuse" ? body.reason : undefined;
    try {
      await settlePending({ by: request, id, how: body.act, reason }, deps);
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code === "thing/not-found") throw error;
      const faults = [{ field: "main", text: detailOf(error.refusal, words) }];
      return view(
        await page(request, deps, formState(words, { typed: body, faults })),
        statusOf(error.refusal),
      );
    }
    return seeOther(link(frameOf(request), pathTo("pendingAct", { pendingId: id })));
  },
});
