import { tryAnew } from "../../../shared/acts/cycle-of.ts";
import { settle } from "../../../shared/acts/settle.ts";
import type { Word } from "../../../shared/acts/takes-two.ts";
import type { PendingId } from "../../../shared/domain/ids.ts";
import { type PendingAct, waitsIn } from "../../../shared/domain/office/pending.ts";
import { rolesOf } from "../../../shared/domain/office/work.ts";
import { refusal } from "../../../shared/domain/refusals.ts";
import { Refused } from "../../../shared/domain/result.ts";
import type { Staff } from "../../../shared/platform/actor.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import type { StaffRequest } from "../../../shared/platform/endpoint.ts";
import { takesTwoOf } from "./kinds.ts";

export const pendingOf = async (id: PendingId, { store }: Pick<Deps, "store">): Promise<PendingAct> => {
  const act = await store.pending.get(id);
  if (!act) throw new Refused(refusal("thing/not-found", {}));
  return act;
};

/** Whether somebody's role is one whose work the second word is. */
export const isTheirs = (act: PendingAct, { roles }: Staff): boolean =>
  rolesOf(waitsIn(act)).some((role) => roles.includes(role));

interface Named {
  readonly id: PendingId;
  readonly how: Word;
  readonly reason?: string | undefined;
}

/** One person's word about the very act that it names; answers it as it stands then. */
export const settlePending = async (
  { by, id, how, reason }: Named & { readonly by: StaffRequest },
  deps: Deps,
): Promise<PendingAct> => {
  await tryAnew(async () => {
    const act = await pendingOf(id, deps);
    if (how !== "withdraw" && !isTheirs(act, by.actor))
      throw new Refused(refusal("identity/role", { needed: rolesOf(waitsIn(act)) }));
    await settle(await takesTwoOf(act, deps), { act, how, by, reason }, deps);
  });
  return await pendingOf(id, deps);
};
