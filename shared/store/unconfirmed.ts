import type { CycleId, ProjectId } from "../domain/ids.ts";
import { Project } from "../domain/project/project.ts";
import { Unconfirmed } from "../domain/project/proposal.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { epochSeconds, type Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { check, create, remove, type Write } from "./write.ts";

const reused = () => refusal("request/key-reused", {});

/** Proposals that wait for their author's click. Nobody but the holder of the mailed link ever sees one. */
export const openUnconfirmed = (table: Table) => {
  /** A draft whose time is over is gone, even where the table has not removed it yet. */
  const get = async (cycleId: CycleId, id: ProjectId, now: Instant): Promise<Unconfirmed | undefined> => {
    const draft = await table.get(keys.unconfirmed(cycleId, id), Unconfirmed);
    return draft && draft.expiresAtSeconds > epochSeconds(now) ? draft : undefined;
  };

  return {
    get,

    /**
     * Keeps a draft once, by a write that takes what its sender may use up; the same creation again finds it, or the project that it has
     * become, and takes nothing.
     */
    keep: async (
      draft: Unconfirmed,
      write: (writes: readonly Write[]) => Promise<Result<unknown>>,
    ): Promise<Result<Unconfirmed | Project>> => {
      const { cycleId, id, fingerprint } = draft;
      const outcome = await write([
        check({
          key: keys.project(cycleId, id),
          when: { text: "attribute_not_exists(#pk)" },
          otherwise: reused,
        }),
        create({ key: keys.unconfirmed(cycleId, id), item: draft, otherwise: reused }),
      ]);
      if (outcome.ok) return ok(draft);
      const made =
        (await table.get(keys.project(cycleId, id), Project)) ??
        (await table.get(keys.unconfirmed(cycleId, id), Unconfirmed));
      return made?.fingerprint === fingerprint ? ok(made) : outcome;
    },

    drop: (cycleId: CycleId, id: ProjectId): Write => remove({ key: keys.unconfirmed(cycleId, id) }),
  };
};
