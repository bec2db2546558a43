import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { z } from "zod";
import { LIMITS } from "../platform/aws-limits.ts";
import type { Key } from "./keys.ts";
import { pauseUpTo } from "./retry.ts";
import type { Unreadable } from "./unreadable.ts";
import type { Attributes } from "./write.ts";

/** What a batch leaves undone is asked for again after a pause, for as long as it takes: of up to three seconds at last, since the table is short of capacity. */
const pauseBefore = (round: number): Promise<void> => pauseUpTo(25 * 2 ** Math.min(round, 7));

/** Many items in one call. */
export const openBulk = (client: DynamoDBDocumentClient, TableName: string, { readable }: Unreadable) => {
  /** Items in the order of their keys, a hundred in a call: undefined for one that is not there, or is left out since it does not parse. */
  const all = async <S extends z.ZodType>(
    wanted: readonly Key[],
    schema: S,
    { unreadable = "throw" as "skip" | "throw" } = {},
  ): Promise<(z.output<S> | undefined)[]> => {
    const found = new Map<string, z.output<S>>();
    let left: Key[] = [...wanted];
    for (let undone = 0; left.length > 0; ) {
      if (undone > 0) await pauseBefore(undone);
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({
          RequestItems: { [TableName]: { Keys: left.slice(0, LIMITS.batchRead.most), ConsistentRead: true } },
        }),
      );
      for (const item of Responses?.[TableName] ?? []) {
        const [one] = unreadable === "skip" ? readable([item], schema) : [schema.parse(item)];
        if (one !== undefined) found.set(`${item.pk} ${item.sk}`, one);
      }
      const rest = (UnprocessedKeys?.[TableName]?.Keys ?? []) as Key[];
      undone = rest.length > 0 ? undone + 1 : 0;
      left = [...rest, ...left.slice(LIMITS.batchRead.most)];
    }
    return wanted.map(({ pk, sk }) => found.get(`${pk} ${sk}`));
  };

  const inBatches = async <T>(items: readonly T[], requestOf: (item: T) => object): Promise<void> => {
    const batches: T[][] = [];
    for (let start = 0; start < items.length; start += LIMITS.batchWrite.most)
      batches.push(items.slice(start, start + LIMITS.batchWrite.most));
    const worker = async (): Promise<void> => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        let requests = batch.map(requestOf);
        for (let round = 0; requests.length > 0; round++) {
          if (round > 0) await pauseBefore(round);
          const { UnprocessedItems } = await client.send(
            new BatchWriteCommand({ RequestItems: { [TableName]: requests } }),
          );
          requests = UnprocessedItems?.[TableName] ?? [];
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  };

  /** Unconditional puts in bulk, for what nobody reads until a pointer says so. */
  const fill = (items: readonly { readonly key: Key; readonly item: Attributes }[]): Promise<void> =>
    inBatches(items, ({ key, item }) => ({ PutRequest: { Item: { ...item, ...key } } }));

  /** Unconditional removals in bulk, of what nobody reads any more. */
  const clear = (wanted: readonly Key[]): Promise<void> =>
    inBatches(wanted, (key) => ({ DeleteRequest: { Key: key } }));

  return { all, clear, fill };
};
