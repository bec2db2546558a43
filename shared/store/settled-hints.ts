import { Settled } from "../domain/ballot/findings.ts";
import type { CycleId } from "../domain/ids.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, type Write } from "./write.ts";

/** What people said of hints on a list that is to be frozen. The last word of several stands. */
export const openSettledHints = (table: Table) => ({
  of: async (cycleId: CycleId): Promise<Settled[]> => {
    const { pk, sk: prefix = "" } = keys.settledHint(cycleId, "");
    return (await table.query(pk, Settled, { prefix, consistent: true })).items;
  },
  settle: (cycleId: CycleId, said: Settled): Write =>
    put({ key: keys.settledHint(cycleId, said.id), item: said }),
});
