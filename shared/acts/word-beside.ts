import type { CycleId } from "../domain/ids.ts";
import type { PendingAct, PendingKind } from "../domain/office/pending.ts";
import { refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import type { Deps } from "../platform/deps.ts";
import { tryAnew } from "./cycle-of.ts";
import { settle } from "./settle.ts";
import type { By, TakesTwo } from "./takes-two.ts";

interface Beside<K extends PendingKind> {
  readonly cycleId: CycleId;
  readonly kind: K;
  /** Which thing of the edition it is about, where there is more than one. */
  readonly thing?: string;
  readonly how: "accept" | "refuse";
  readonly reason?: string;
  readonly by: By<K>;
}

/** Another person's word about what stands on a thing of an edition, said beside it. */
export const wordBeside = async <K extends PendingKind>(
  takesTwo: TakesTwo<K>,
  { cycleId, kind, thing = "", how, reason, by }: Beside<K>,
  deps: Deps,
): Promise<PendingAct> => {
  const { store } = deps;
  const act = await store.pending.standing(cycleId, kind, thing);
  if (!act) throw new Refused(refusal("thing/not-found", {}));
  await tryAnew(() => settle(takesTwo, { act, how, reason, by }, deps));
  return (await store.pending.get(act.id)) ?? act;
};
