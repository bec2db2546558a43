import type { z } from "zod";
import type { CycleId } from "../domain/ids.ts";
import type { EditionKind, PendingAct, PendingKind } from "../domain/office/pending.ts";
import { refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";
import { type Endpoint, endpointsFor } from "../platform/endpoint.ts";
import { json } from "../platform/http.ts";
import type { Route, StaffRoute } from "../platform/route.ts";
import { tryAnew } from "./cycle-of.ts";
import { PendingRefusal, PendingView, pendingView } from "./pending-view.ts";
import { settle } from "./settle.ts";
import type { By, TakesTwo } from "./takes-two.ts";

interface Beside<K extends PendingKind> {
  readonly cycleId: CycleId;
  readonly kind: K;
  /** Which thing of the edition it is about, where there is more than one. */
  readonly thing: string;
  readonly how: "accept" | "refuse";
  readonly reason?: string;
  readonly by: By<K>;
}

/** Another person's word about what stands on a thing of an edition, said beside it. */
const wordBeside = async <K extends PendingKind>(
  takesTwo: TakesTwo<K>,
  { cycleId, kind, thing, how, reason, by }: Beside<K>,
  deps: Deps,
): Promise<PendingAct> => {
  const { store } = deps;
  const act = await store.pending.standing(cycleId, kind, thing);
  if (!act) throw new Refused(refusal("thing/not-found", {}));
  await tryAnew(() => settle(takesTwo, { act, how, reason, by }, deps));
  return (await store.pending.get(act.id)) ?? act;
};

const ofStaff = endpointsFor<StaffRoute>();

/** The rows below a thing of an edition, by which another person says the second word about what stands on it. */
interface Doors<K extends EditionKind, A extends Route, R extends Route, P> {
  readonly kind: K;
  readonly rows: { readonly accept: A & StaffRoute; readonly refuse: R & StaffRoute };
  readonly summaries: Readonly<Record<"accept" | "refuse", string>>;
  readonly params: z.ZodType<P>;
  /** Which thing of the edition, where there is more than one. */
  readonly thing?: (params: P) => string;
}

/** The endpoints of these rows. */
export const wordsBeside = <
  K extends EditionKind,
  A extends Route,
  R extends Route,
  P extends { readonly cycleId: CycleId },
>(
  takesTwo: TakesTwo<K>,
  { kind, rows, summaries, params, thing = () => "" }: Doors<K, A, R, P>,
): { readonly accept: Endpoint<A>; readonly refuse: Endpoint<R> } => {
  const standing = (asked: P) => ({ kind, cycleId: asked.cycleId, thing: thing(asked) });
  return {
    accept: ofStaff(rows.accept, {
      summary: summaries.accept,
      params,
      replies: { 200: PendingView },
      handle: async (request, deps) => {
        const said = { ...standing(request.params), how: "accept", by: request as By<K> } as const;
        return json(pendingView(await wordBeside(takesTwo, said, deps), request.receivedAt));
      },
    }),
    refuse: ofStaff(rows.refuse, {
      summary: summaries.refuse,
      params,
      body: PendingRefusal,
      replies: { 200: PendingView },
      handle: async (request, deps) => {
        const { reason } = request.body;
        const said = { ...standing(request.params), how: "refuse", reason, by: request as By<K> } as const;
        return json(pendingView(await wordBeside(takesTwo, said, deps), request.receivedAt));
      },
    }),
  };
};
