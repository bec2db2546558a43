import { z } from "zod";
import { Destruction } from "../domain/cycle/retention.ts";
import type { CycleId, ProjectId } from "../domain/ids.ts";
import { refusal } from "../domain/refusals.ts";
import { accept, type Result } from "../domain/result.ts";
import { type Key, keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { create, remove, type Write } from "./write.ts";

const Placed = z.object({ pk: z.string(), sk: z.string(), cycleId: z.string().optional() });

/** What is destroyed of an edition when its time is over. Ballots, markers and the roll are not touched: their key goes. */
export const openRetention = (table: Table) => {
  /** Removes what a scan finds, a page at a time. What came in between, or was removed meanwhile, changes nothing. */
  const removeAll = async (
    prefix: string,
    isMeant: (item: z.infer<typeof Placed>) => boolean,
  ): Promise<number> => {
    let removed = 0;
    await table.scanPages("main", prefix, Placed, async (page) => {
      for (const { pk, sk } of page.filter(isMeant)) {
        accept(await table.write([remove({ key: { pk, sk } satisfies Key })]));
        removed += 1;
      }
    });
    return removed;
  };

  return {
    destroyed: async (cycleId: CycleId): Promise<Destruction[]> => {
      const { pk } = keys.destruction(cycleId, "");
      const prefix = "DESTRUCTION#";
      return (await table.query(pk, Destruction, { prefix, consistent: true })).items;
    },

    /** The fact, with its audit record. Who comes second finds it written. */
    note: (cycleId: CycleId, destruction: Destruction, audit: Write): Promise<Result<void>> =>
      table.write([
        create({
          key: keys.destruction(cycleId, destruction.what),
          item: destruction,
          otherwise: () => refusal("request/key-reused", {}),
        }),
        audit,
      ]),

    /** Addresses and sessions of voters that are still there; nearly all have gone by their own time. */
    forgetVoters: async (cycleId: CycleId): Promise<Record<string, number>> => ({
      contacts: await removeAll(keys.voterContact(cycleId, "").pk, () => true),
      sessions: await removeAll(keys.voterSession("").pk, (session) => session.cycleId === cycleId),
    }),

    /** Names of the supporters of these projects; how many they were stays on each. */
    forgetSupporters: async (projects: readonly ProjectId[]): Promise<Record<string, number>> => {
      let supporters = 0;
      for (const project of projects) {
        const { items } = await table.query(keys.support(project, "").pk, Placed, { consistent: true });
        for (const { pk, sk } of items) accept(await table.write([remove({ key: { pk, sk } })]));
        supporters += items.length;
      }
      return { supporters };
    },
  };
};
