import { z } from "zod";
import type { CycleId } from "../domain/ids.ts";
import { shardOf } from "../domain/voting/roll.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, type Write } from "./write.ts";

const Shard = z.object({ entries: z.instanceof(Uint8Array) });

/** Somebody who was added to the roll after its import: which entry in hexadecimal digits, what must be typed, and where they live. */
const RollAddition = z.object({
  entry: z.string(),
  proof: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array),
  district: z.string(),
});
type RollAddition = z.infer<typeof RollAddition>;

const NOBODY = new Uint8Array();

/** The packed roll of a cycle. Each import is written whole in a place of its own; a pointer on the cycle names the one in force. */
export const openRoll = (table: Table) => ({
  write: (cycleId: CycleId, importId: string, shards: readonly Uint8Array[]): Promise<void> =>
    table.fill(
      shards.map((entries, shard) => ({ key: keys.rollShard(cycleId, importId, shard), item: { entries } })),
    ),

  /** Some shards of an import. */
  writeShards: (
    cycleId: CycleId,
    importId: string,
    shards: readonly { readonly shard: number; readonly entries: Uint8Array }[],
  ): Promise<void> =>
    table.fill(
      shards.map(({ shard, entries }) => ({
        key: keys.rollShard(cycleId, importId, shard),
        item: { entries },
      })),
    ),

  /** Some shards of an import; one that is not there has nobody. */
  shardsAt: async (cycleId: CycleId, importId: string, shards: readonly number[]): Promise<Uint8Array[]> => {
    const found = await table.all(
      shards.map((shard) => keys.rollShard(cycleId, importId, shard)),
      Shard,
    );
    return found.map((shard) => shard?.entries ?? NOBODY);
  },

  /** Takes away an import that is not in force. */
  drop: (cycleId: CycleId, importId: string, shards: number): Promise<void> =>
    table.clear(Array.from({ length: shards }, (_, shard) => keys.rollShard(cycleId, importId, shard))),

  /** An addition takes the place of one before: of one person there is one entry, and one vote. */
  add: (
    cycleId: CycleId,
    addition: RollAddition & { readonly statement: string; readonly addition: number },
  ): Write => put({ key: keys.rollAddition(cycleId, addition.entry), item: { ...addition } }),

  /** The same read whether or not somebody was added. */
  addition: (cycleId: CycleId, entry: string): Promise<RollAddition | undefined> =>
    table.get(keys.rollAddition(cycleId, entry), RollAddition),

  additions: async (cycleId: CycleId): Promise<RollAddition[]> => {
    const pages = await Promise.all(
      [..."0123456789abcdef"].map((digit) =>
        table.query(keys.rollAddition(cycleId, digit).pk, RollAddition, { consistent: true }),
      ),
    );
    return pages.flatMap(({ items }) => items);
  },

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
