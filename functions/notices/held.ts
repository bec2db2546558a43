import { z } from "zod";
import { laneOf } from "../../shared/domain/notice/lanes.ts";
import { noticeKind } from "../../shared/domain/notice/notice.ts";
import { plusSeconds } from "../../shared/domain/time.ts";
import { log } from "../../shared/platform/log.ts";
import { HELD, lost } from "../../shared/store/notices.ts";
import { outboxOf } from "./outbox.ts";
import { rowOf } from "./record.ts";
import type { Run } from "./run.ts";
import { forTheOffice } from "./tell.ts";

/** So long after a claim nobody holds a letter any more: a run ends within a minute. */
const HELD_SECONDS = 300;

const Item = z.looseObject({
  kind: noticeKind,
  to: z.string(),
  pendingOf: z.string().optional(),
  pendingKey: z.string().optional(),
  letterTries: z.int().optional(),
});

/**
 * Letters whose teller was killed between the claim and what became of them. They may have left, so they are not sent again: of each it is written
 * that nobody knows, and what tells of a decision is somebody's work.
 */
export const settleHeld = async (run: Run): Promise<void> => {
  const { store, system, meter } = run.deps;
  const before = plusSeconds(system.now(), -HELD_SECONDS);
  for await (const key of store.table.waiting(HELD, before)) {
    const item = await store.table.get(key, Item, { unreadable: "skip" });
    const { pendingOf, pendingKey = "", kind, to, letterTries = 0 } = item ?? {};
    if (!item || !kind || !to || pendingOf !== HELD || pendingKey > before) continue;
    const claimed = { key, item };
    const outcome = { state: "unknown", tries: letterTries + 1, reason: "killed" } as const;
    const written = await store.table.write([
      lost(key, pendingKey),
      ...forTheOffice(claimed, "unknown", system),
      await rowOf(claimed, { kind, to }, outcome, outboxOf(laneOf(kind)), run),
    ]);
    if (!written.ok) continue;
    log.error({ event: "notice/held", refusal: "killed", count: letterTries + 1 });
    await meter.note("letter", { Broken: 1 });
  }
};
