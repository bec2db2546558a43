import type { CycleId, ProjectId } from "../../domain/ids.ts";
import type { RegisterEntry } from "../../domain/intake/register.ts";
import { refusal } from "../../domain/refusals.ts";
import { ok, type Result } from "../../domain/result.ts";
import { keys } from "../../store/keys.ts";
import { type NextEntry, openRegister } from "../../store/register.ts";
import { BACKOFF, orAgain, retry } from "../../store/retry.ts";
import type { Table } from "../../store/table.ts";
import { create, type Write } from "../../store/write.ts";
import { LateProposal } from "./rules.ts";

/** Proposals that came after the call. */
export const openLate = (table: Pick<Table, "get" | "query" | "write">) => {
  const register = openRegister(table);
  const get = (cycleId: CycleId, id: ProjectId): Promise<LateProposal | undefined> =>
    table.get(keys.lateProposal(cycleId, id), LateProposal);

  return {
    get,

    /** Keeps one under the next number of the register; the same creation again finds its first self. */
    keep: async (
      late: Omit<LateProposal, "register">,
      entryOf: NextEntry,
      also: (entry: RegisterEntry) => Promise<readonly Write[]>,
    ): Promise<Result<LateProposal>> => {
      const { cycleId, id, fingerprint } = late;
      const outcome = await retry(BACKOFF.reading, async () => {
        const { entry, writes } = await register.next(cycleId, entryOf);
        const kept: LateProposal = { ...late, register: { number: entry.number, mark: entry.mark } };
        const written = await table.write([
          create({
            key: keys.lateProposal(cycleId, id),
            item: kept,
            otherwise: () => refusal("request/key-reused", {}),
          }),
          ...writes,
          ...(await also(entry)),
        ]);
        return orAgain(written.ok ? ok(kept) : written);
      });
      if (outcome.ok || outcome.refusal.code !== "request/key-reused") return outcome;
      const made = await get(cycleId, id);
      return made?.fingerprint === fingerprint ? ok(made) : outcome;
    },
  };
};
