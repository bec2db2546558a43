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

/** A line of the work index. */
export interface WorkLine {
  readonly key: Key;
  readonly workKey: string;
  readonly work: Attributes;
}

/** What the sparse indexes of a table are for: what waits, for a consumer or for people, and to be the only one who takes it. */
export const openWaiting = (client: DynamoDBDocumentClient, TableName: string) => ({
  /** Keys of the items that wait for a consumer, oldest first, at most a page. The index is sparse and eventually consistent. */
  pending: async (of: string, limit: number): Promise<Key[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: "pending",
        KeyConditionExpression: "pendingOf = :of",
        ExpressionAttributeValues: { ":of": of },
        Limit: limit,
      }),
    );
    return Items.map((item) => ({ pk: String(item.pk), sk: String(item.sk) }));
  },

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

  /** What waits for one owner in the work index, after a place and up to a moment where they are given, page by page. */
  work: async function* (
    owner: string,
    { after, upTo }: { readonly after?: string | undefined; readonly upTo?: string | undefined } = {},
  ): AsyncGenerator<WorkLine> {
    // A place begins with its moment: `$` is the next character after the `#` that follows it.
    const from = after ?? "0";
    const to = upTo === undefined ? "9999" : `${upTo}$`;
    // The place is a stranger's to write: one beyond the last moment has nothing after it, and DynamoDB refuses the question.
    if (Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0) return;
    let start: Record<string, unknown> | undefined;
    do {
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName,
          IndexName: "work",
          KeyConditionExpression: "workOf = :owner AND workKey BETWEEN :from AND :to",
          ExpressionAttributeValues: {
            ":owner": owner,
            ":from": from,
            ":to": to,
          },
          ExclusiveStartKey: start,
          Limit: PAGE,
        }),
      );
      for (const { pk, sk, workKey, work } of page.Items ?? [])
        if (workKey !== after)
          yield { key: { pk: String(pk), sk: String(sk) }, workKey: String(workKey), work: work ?? {} };
      start = page.LastEvaluatedKey;
    } while (start);
  },

  /**
   * Takes an item out of what waits and answers it as it was, to one caller alone: whoever else tries gets nothing. Where `held` is given it waits
   * from then on as that, so that what its caller does not live to finish is found.
   */
  claim: async (
    key: Key,
    held?: { readonly as: string; readonly at: string },
  ): Promise<Attributes | undefined> => {
    const how = held
      ? {
          UpdateExpression: "SET pendingOf = :as, pendingKey = :at",
          ConditionExpression: "attribute_exists(pendingOf) AND pendingOf <> :as",
          ExpressionAttributeValues: { ":as": held.as, ":at": held.at },
        }
      : {
          UpdateExpression: "REMOVE pendingOf, pendingKey",
          ConditionExpression: "attribute_exists(pendingOf)",
        };
    try {
      const { Attributes } = await client.send(
        new UpdateCommand({ TableName, Key: key, ...how, ReturnValues: "ALL_OLD" }),
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
