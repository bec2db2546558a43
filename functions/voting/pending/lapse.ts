import { lapse } from "../../../shared/acts/lapse.ts";
import { SETTLERS } from "../../../shared/domain/office/pending.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { log } from "../../../shared/platform/log.ts";
import { takesTwoOf } from "./kinds.ts";

/** Takes what nobody accepted in its time off the lists. Each stands alone; doors know by the clock what has lapsed, whenever this comes. */
export const lapseOverdue = async (deps: Deps): Promise<void> => {
  const { store, system } = deps;
  const now = system.now();
  for await (const { about, ...work } of await store.work.of(SETTLERS, { upTo: now })) {
    if (work.kind !== "pending-act" || !("pendingId" in about)) continue;
    try {
      const act = await store.pending.get(about.pendingId);
      if (act?.state !== "proposed" || now < act.until) continue;
      const outcome = await lapse(await takesTwoOf(act, deps), act, deps);
      if (!outcome.ok) log.info({ event: "pending/lapse", refusal: outcome.refusal.code });
    } catch (error) {
      log.error({ event: "pending/lapse", error });
    }
  }
};
