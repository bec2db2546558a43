import { z } from "zod";
import type { CycleId } from "../domain/ids.ts";
import { ProjectId } from "../domain/ids.ts";
import { Draft } from "../domain/project/draft.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { epochSeconds, type Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { create, put, remove, update, type Write } from "./write.ts";

/** What is a draft goes by itself; what was submitted is found as long as its authors are known. */
const Owned = z.object({ id: ProjectId, expiresAtSeconds: z.int().optional() });

/** Proposals that are being written. Nobody but the holder of the mailed link ever reads one. */
export const openDrafts = (table: Table) => {
  /** One whose time is over is gone, even where the table has not removed it yet. */
  const get = async (cycleId: CycleId, id: ProjectId, now: Instant): Promise<Draft | undefined> => {
    const draft = await table.get(keys.draft(cycleId, id), Draft);
    return draft && draft.expiresAtSeconds > epochSeconds(now) ? draft : undefined;
  };

  return {
    get,

    /** A new one of a mailbox, by its keyed hash; a request that is repeated finds what the first try made. */
    begin: async (draft: Draft, mailbox: string): Promise<Result<Draft>> => {
      const { cycleId, id, expiresAtSeconds } = draft;
      const outcome = await table.write([
        create({
          key: keys.draft(cycleId, id),
          item: draft,
          otherwise: () => refusal("request/key-reused", {}),
        }),
        create({ key: keys.authored(cycleId, mailbox, id), item: { id, expiresAtSeconds } }),
      ]);
      if (outcome.ok) return ok(draft);
      const made = await table.get(keys.draft(cycleId, id), Draft);
      return made?.fingerprint === draft.fingerprint ? ok(made) : outcome;
    },

    /** That a mailbox finds what it has a part in: until then, or as long as its authors are known. Two authors of one mailbox are one. */
    found: (cycleId: CycleId, mailbox: string, id: ProjectId, until?: Instant): Write =>
      put({
        key: keys.authored(cycleId, mailbox, id),
        item: { id, ...(until !== undefined && { expiresAtSeconds: epochSeconds(until) }) },
      }),
    foundNoMore: (cycleId: CycleId, mailbox: string, id: ProjectId): Write =>
      remove({ key: keys.authored(cycleId, mailbox, id) }),

    /** What a mailbox began to write in a call, or stands behind, however that came in. */
    ofMailbox: async (cycleId: CycleId, mailbox: string, now: Instant): Promise<ProjectId[]> => {
      const { pk } = keys.authored(cycleId, mailbox, "" as ProjectId);
      const { items } = await table.query(pk, Owned, { consistent: true });
      const isThere = (until = Number.POSITIVE_INFINITY): boolean => until > epochSeconds(now);
      return items.flatMap(({ id, expiresAtSeconds }) => (isThere(expiresAtSeconds) ? [id] : []));
    },

    /** Saved from the version in which it was read, or not at all. */
    save: async (
      { cycleId, id, version }: Pick<Draft, "cycleId" | "id" | "version">,
      set: Pick<Draft, "answers" | "saved" | "expiresAtSeconds" | "language">,
    ): Promise<Result<void>> =>
      await table.write([
        update({
          key: keys.draft(cycleId, id),
          set: { ...set, version: version + 1 },
          when: { text: "#version = :seen", values: { seen: version } },
          otherwise: (met) =>
            met === undefined
              ? refusal("thing/gone", {})
              : refusal("request/changed-since", { version: Number(met.version) }),
        }),
      ]),

    /** It is submitted, or thrown away: as it was read, so that nothing is lost that was saved meanwhile. */
    drop: ({ cycleId, id, version }: Pick<Draft, "cycleId" | "id" | "version">): Write =>
      remove({
        key: keys.draft(cycleId, id),
        when: { text: "#version = :seen", values: { seen: version } },
        otherwise: (met) => refusal("request/changed-since", { version: Number(met?.version ?? 0) }),
      }),
  };
};
