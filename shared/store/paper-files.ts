import type { BatchId, CycleId } from "../domain/ids.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { epochSeconds, type Instant, plusSeconds } from "../domain/time.ts";
import type { UploadId } from "../domain/upload/upload.ts";
import { isAtWork, isOver, PaperFile } from "../domain/voting/paper-file.ts";
import { keys } from "./keys.ts";
import { pendingSince } from "./notices.ts";
import type { Table } from "./table.ts";
import { create, update, type Write } from "./write.ts";

/** What is on cards is not kept any longer for somebody who does not say what is to become of it. */
const WAITS_SECONDS = 86_400;
/** What was noted of a file goes when nobody asks for it any more. */
const KEPT_SECONDS = 30 * 86_400;

const changedSince = (): Refusal => refusal("request/changed-since", { version: 0 });

/** A file at work waits for whoever goes on with it, one that was read for a word, and one that is over for its end. */
const waits = (file: Pick<PaperFile, "state">, now: Instant) =>
  isOver(file)
    ? { expiresAtSeconds: epochSeconds(plusSeconds(now, KEPT_SECONDS)) }
    : pendingSince("paper-files", isAtWork(file) ? now : plusSeconds(now, WAITS_SECONDS));

type Change = Partial<Pick<PaperFile, "state" | "rows" | "done" | "found" | "entered" | "noted" | "failed">>;

/** Files of paper cards: how far each is, and what was noted of it. */
export const openPaperFiles = (table: Table) => ({
  get: (cycleId: CycleId, batchId: BatchId, id: UploadId): Promise<PaperFile | undefined> =>
    table.get(keys.paperFile(cycleId, batchId, id), PaperFile),

  list: async (cycleId: CycleId, batchId: BatchId): Promise<PaperFile[]> => {
    const { pk, sk = "" } = keys.paperFile(cycleId, batchId, "" as UploadId);
    return (await table.query(pk, PaperFile, { prefix: sk, consistent: true })).items;
  },

  /** Files with which something is to be done by now. */
  due: async function* (now: Instant): AsyncGenerator<PaperFile> {
    for await (const key of table.waiting("paper-files", now)) {
      const file = await table.get(key, PaperFile, { unreadable: "skip" });
      if (file) yield file;
    }
  },

  begin: (file: PaperFile): Write =>
    create({
      key: keys.paperFile(file.cycleId, file.batchId, file.id),
      item: { ...file, ...waits(file, file.at) },
      otherwise: () => refusal("file/used", {}),
    }),

  /** A file goes on from where it was read: two who work at it do not both go on. */
  goOn: ({ cycleId, batchId, id, state, done }: PaperFile, change: Change, now: Instant): Write => {
    const after = { state: change.state ?? state };
    return update({
      key: keys.paperFile(cycleId, batchId, id),
      set: { ...change, ...waits(after, now) },
      remove: isOver(after) ? ["pendingOf", "pendingKey"] : [],
      when: { text: "#state = :state AND #done = :done", values: { state, done } },
      otherwise: changedSince,
    });
  },
});
