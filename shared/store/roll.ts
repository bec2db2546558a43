import { z } from "zod";
import type { CycleId } from "../domain/ids.ts";
import { EMPTY_SHARD, type RollShard, shardOf } from "../domain/voting/roll.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import { put, type Write } from "./write.ts";

const Bytes = z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array);

const Shard = z.object({ entries: Bytes, others: Bytes.default(new Uint8Array()) });

/**
 * Somebody who was added to the roll after its import: whose entry, in hexadecimal digits; by which entry they stated themselves, where that is
 * another; what must be typed for it, where they live, and which statement it was.
 */
const RollAddition = z.object({
  entry: z.string(),
  by: z.string().optional(),
  proof: Bytes,
  district: z.string(),
  statement: z.string(),
  addition: z.int(),
});
export type RollAddition = z.infer<typeof RollAddition>;

/** What leads from another entry of theirs to their own. */
const Lead = z.object({ entry: z.string(), leadsTo: z.string() });

const AdditionOrLead = z.union([RollAddition, Lead]);

/** What is stored under one entry: an addition, or what leads to one. */
export type Added = z.infer<typeof AdditionOrLead>;

const itemOf = ({ entries, others }: RollShard) => ({ entries, ...(others.length > 0 && { others }) });

/** The packed roll of a cycle. Each import is written whole in a place of its own; a pointer on the cycle names the one in force. */
export const openRoll = (table: Table) => ({
  write: (cycleId: CycleId, importId: string, shards: readonly RollShard[]): Promise<void> =>
    table.fill(
      shards.map((packed, shard) => ({
        key: keys.rollShard(cycleId, importId, shard),
        item: itemOf(packed),
      })),
    ),

  /** Some shards of an import. */
  writeShards: (
    cycleId: CycleId,
    importId: string,
    shards: readonly (RollShard & { readonly shard: number })[],
  ): Promise<void> =>
    table.fill(
      shards.map(({ shard, ...packed }) => ({
        key: keys.rollShard(cycleId, importId, shard),
        item: itemOf(packed),
      })),
    ),

  /** The people of some shards of an import; one that is not there has nobody. */
  shardsAt: async (cycleId: CycleId, importId: string, shards: readonly number[]): Promise<Uint8Array[]> => {
    const found = await table.all(
      shards.map((shard) => keys.rollShard(cycleId, importId, shard)),
      Shard,
    );
    return found.map((shard) => shard?.entries ?? EMPTY_SHARD.entries);
  },

  /** Takes away an import that is not in force. */
  drop: (cycleId: CycleId, importId: string, shards: number): Promise<void> =>
    table.clear(Array.from({ length: shards }, (_, shard) => keys.rollShard(cycleId, importId, shard))),

  /** An addition takes the place of one before: of one person there is one entry, and one vote. */
  add: (cycleId: CycleId, addition: RollAddition, others: readonly string[] = []): Write[] => [
    put({ key: keys.rollAddition(cycleId, addition.entry), item: { ...addition } }),
    ...others.map((entry) =>
      put({ key: keys.rollAddition(cycleId, entry), item: { entry, leadsTo: addition.entry } }),
    ),
  ],

  /** The same read whether or not somebody was added. */
  addition: (cycleId: CycleId, entry: string): Promise<Added | undefined> =>
    table.get(keys.rollAddition(cycleId, entry), AdditionOrLead),

  additions: async (cycleId: CycleId): Promise<RollAddition[]> => {
    const pages = await Promise.all(
      [..."0123456789abcdef"].map((digit) =>
        table.query(keys.rollAddition(cycleId, digit).pk, AdditionOrLead, { consistent: true }),
      ),
    );
    return pages.flatMap(({ items }) => items).filter((one) => "proof" in one);
  },

  /** The shard on which a person would stand. The same read whether or not they do. */
  shard: async (
    cycleId: CycleId,
    roll: { readonly importId: string; readonly shards: number },
    id: Uint8Array,
  ): Promise<RollShard> => {
    const key = keys.rollShard(cycleId, roll.importId, shardOf(id, roll.shards));
    return (await table.get(key, Shard, { consistent: false })) ?? EMPTY_SHARD;
  },
});
