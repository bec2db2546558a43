import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  QueryCommand,
  type QueryCommandOutput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { z } from "zod";
import type { Key } from "./keys.ts";
import type { Attributes } from "./write.ts";

const PAGE = 100;

/** What a consumer needs of a table: the keys of what waits, and to be the only one who takes it. */
export const openWaiting = (client: DynamoDBDocumentClient, TableName: string) => ({
  /**
   * Keys of the items that wait, in the order of their pending keys, up to one where it is given: one pass, page by page. The index is
   * eventually consistent: a key may come that waits no longer, and one that waits may come with the next pass.
   */
  waiting: async function* (of: string, upTo?: string): AsyncGenerator<Key> {
    let start: Record<string, unknown> | undefined;
    do {
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName,
          IndexName: "pending",
          KeyConditionExpression:
            upTo === undefined ? "pendingOf = :of" : "pendingOf = :of AND pendingKey <= :upTo",
          ExpressionAttributeValues: { ":of": of, ...(upTo === undefined ? {} : { ":upTo": upTo }) },
          ExclusiveStartKey: start,
          Limit: PAGE,
        }),
      );
      for (const { pk, sk } of page.Items ?? []) yield { pk: String(pk), sk: String(sk) };
      start = page.LastEvaluatedKey;
    } while (start);
  },

  /** Takes an item out of the pending index and answers it, to one caller alone: whoever else tries gets nothing. */
  claim: async (key: Key): Promise<Attributes | undefined> => {
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName,
          Key: key,
          UpdateExpression: "REMOVE pendingOf, pendingKey",
          ConditionExpression: "attribute_exists(pendingOf)",
          ReturnValues: "ALL_NEW",
        }),
      );
      return Attributes;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  },

  /** Removes an item and answers what it was, if it was there. */
  take: async <S extends z.ZodType>(key: Key, schema: S): Promise<z.output<S> | undefined> => {
    const { Attributes } = await client.send(
      new DeleteCommand({ TableName, Key: key, ReturnValues: "ALL_OLD" }),
    );
    return Attributes === undefined ? undefined : schema.parse(Attributes);
  },
});
