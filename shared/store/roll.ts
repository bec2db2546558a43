import { z } from "zod";
import type { CycleId } from "../domain/ids.ts";
import { shardOf } from "../domain/voting/roll.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

const Shard = z.object({ entries: z.instanceof(Uint8Array) });

const NOBODY = new Uint8Array();

/** The packed roll of a cycle. Each import is written whole in a place of its own; a pointer on the cycle names the one in force. */
export const openRoll = (table: Table) => ({
  write: (cycleId: CycleId, importId: string, shards: readonly Uint8Array[]): Promise<void> =>
    table.fill(
      shards.map((entries, shard) => ({ key: keys.rollShard(cycleId, importId, shard), item: { entries } })),
    ),

  /** The shard on which a person would stand. The same read whether or not they do. */
  shard: async (
    cycleId: CycleId,
    roll: { readonly importId: string; readonly shards: number },
    id: Uint8Array,
  ): Promise<Uint8Array> => {
    const key = keys.rollShard(cycleId, roll.importId, shardOf(id, roll.shards));
    return (await table.get(key, Shard, { consistent: false }))?.entries ?? NOBODY;
  },
});
