import { ConsultationId } from "../../domain/ids.ts";
import type { Deps } from "../../platform/deps.ts";
import { eachAlone } from "../../platform/each-alone.ts";
import { log } from "../../platform/log.ts";
import { idFrom } from "../../platform/system.ts";
import { auditWrite } from "../../store/audit.ts";
import { keys } from "../../store/keys.ts";
import { WAITS_NO_MORE } from "../../store/work.ts";
import { update } from "../../store/write.ts";
import { inOffice } from "./pages.ts";
import { consultationsOf, dueOf } from "./writing.ts";

/**
 * A consultation whose time for remarks is over: that is written down, and its report is its unit's work. Each stands alone; doors know the time
 * by themselves, whenever this comes.
 */
export const takeDue = async (deps: Deps): Promise<void> => {
  const now = deps.system.now();
  await eachAlone(await deps.store.work.of(["queue#clock"], { upTo: now }), async ({ id, dueAt, place }) => {
    const consultationId = ConsultationId.safeParse(id).data;
    const consultation = consultationId && (await consultationsOf(deps).get(consultationId));
    if (!consultation || now < consultation.endsAt) return;
    const due = dueOf(consultation, now, deps.site);
    const outcome = await deps.store.table.write([
      update({
        key: keys.consultation(consultation.id),
        set: due,
        ...(Object.keys(due).length === 0 && { remove: WAITS_NO_MORE }),
        when: {
          text: "#version = :version AND #workKey = :place",
          values: { version: consultation.version, place },
        },
      }),
      auditWrite(consultation.id, idFrom("aud", deps.system.random(10)), {
        at: dueAt,
        by: "clock",
        byName: "Rynek",
        act: "clock",
        said: inOffice(deps.site.city, ({ office }) => office.ended),
        facts: {},
      }),
    ]);
    if (!outcome.ok) log.info({ event: "consultation/due", refusal: outcome.refusal.code });
  });
};
