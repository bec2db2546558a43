import { z } from "zod";
import { base32 } from "../../shared/domain/base32.ts";
import { PendingId, VoidId } from "../../shared/domain/ids.ts";
import type { PendingAct } from "../../shared/domain/office/pending.ts";
import { Instant } from "../../shared/domain/time.ts";
import { type VoidCase, VoidReason, VoidState } from "../../shared/domain/voting/void.ts";

const Act = z.object({ name: z.string(), at: Instant });

/** A decision on a ballot as the commission sees it. Who has named a ballot is told, which one is not, until both have. */
export const VoidView = z
  .object({
    id: VoidId,
    state: VoidState,
    reason: VoidReason,
    note: z.string(),
    proposed: Act,
    accepted: Act.nullable(),
    declined: Act.extend({ why: z.string() }).nullable(),
    /** The sealed link in base 32, for `npm run keys -- link`; only while an accepted decision waits for its ballot. */
    link: z.string().nullable(),
    isNamedByOne: z.boolean(),
    ballot: z.string().nullable(),
    /** The proposal while it waits for a second person, and until when it does. */
    pendingId: PendingId.nullable(),
    until: Instant.nullable(),
  })
  .meta({ id: "VoidDecision" });
export type VoidView = z.infer<typeof VoidView>;

export const voidView = (
  one: VoidCase,
  proposal?: Pick<PendingAct<"void-ballot">, "id" | "until">,
): VoidView => ({
  id: one.id,
  state: one.state,
  reason: one.reason,
  note: one.note,
  proposed: one.proposed,
  accepted: one.accepted ?? null,
  declined: one.declined ?? null,
  link: one.state === "accepted" && one.link ? base32(one.link).toLowerCase() : null,
  isNamedByOne: one.named !== undefined,
  ballot: one.ballot ?? null,
  pendingId: proposal?.id ?? null,
  until: proposal?.until ?? null,
});
