import type { Cycle } from "../domain/cycle/cycle.ts";
import type { CycleId } from "../domain/ids.ts";
import { refusal } from "../domain/refusals.ts";
import { existing, type Result } from "../domain/result.ts";
import { StoredCycle, stored } from "./cycles.ts";
import { GATES, keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { create, remove } from "./write.ts";

/** The canary's votes as a whole: one of them is read as any cycle. */
export const openProbes = (table: Table) => ({
  /** The present one, for minutes beside the next or the last. */
  list: async (): Promise<Cycle[]> =>
    (await table.query(keys.probe("cyc_").pk, StoredCycle, { consistent: true })).items,

  /** Begun once: done again it finds its first self. */
  begin: async (cycle: Cycle & { readonly probe: true }): Promise<Cycle> => {
    const key = keys.probe(cycle.id);
    const begun = await table.write([
      create({ key, item: stored(cycle), otherwise: () => refusal("request/key-reused", {}) }),
    ]);
    return begun.ok ? cycle : existing(await table.get(key, StoredCycle));
  },

  /** Takes its gates and its list away: from then on nobody votes in it. */
  close: (cycleId: CycleId): Promise<Result<void>> =>
    table.write([
      remove({ key: keys.ballotList(cycleId) }),
      ...Array.from({ length: GATES }, (_, gate) => remove({ key: keys.gate(cycleId, gate) })),
    ]),

  /** The last that goes of it: as long as it is there, whatever else is left is found. */
  forget: (cycleId: CycleId): Promise<Result<void>> => table.write([remove({ key: keys.probe(cycleId) })]),
});
