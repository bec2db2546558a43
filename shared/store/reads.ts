import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandOutput,
} from "@aws-sdk/lib-dynamodb";
import type { z } from "zod";
import type { Key } from "./keys.ts";
import type { TableName } from "./shape.ts";
import type { Unreadable } from "./unreadable.ts";

export interface Page<T> {
  readonly items: T[];
  /** Where the next page starts: the sort key of the last item, or null when there is none. */
  readonly next: string | null;
}

export interface QueryOptions {
  readonly prefix?: string;
  readonly after?: string;
  readonly limit?: number;
  readonly newestFirst?: boolean;
  readonly consistent?: boolean;
  /**
   * What becomes of an item that does not parse: left out and noted, or an exception. Lists to look at leave it out, so that one item hides no
   * other; what is read consistently is decided upon, and read whole or not at all.
   */
  readonly unreadable?: "skip" | "throw";
  /** Of those, the items whose attribute is so: the others are read, and cost what they cost, but do not travel. */
  readonly only?: { readonly attribute: string; readonly is: string | number | boolean };
}

/** From one place to another, and how many at most. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly limit: number;
}

/** Reads by key: one item, or a partition in order. */
export const openReads = (
  client: DynamoDBDocumentClient,
  names: Readonly<Record<TableName, string>>,
  { readable }: Unreadable,
) => {
  const get = async <S extends z.ZodType>(
    key: Key,
    schema: S,
    { table = "main" as TableName, consistent = true, unreadable = "throw" as "skip" | "throw" } = {},
  ): Promise<z.output<S> | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: names[table], Key: key, ConsistentRead: consistent }),
    );
    if (Item === undefined) return undefined;
    return unreadable === "skip" ? readable([Item], schema)[0] : schema.parse(Item);
  };

  /** Items of a partition in order of their sort keys: one page with a limit, all of them without. */
  const query = async <S extends z.ZodType>(
    pk: string,
    schema: S,
    options: QueryOptions = {},
  ): Promise<Page<z.output<S>>> => {
    const items: z.output<S>[] = [];
    const { consistent = false, unreadable = consistent ? "throw" : "skip" } = options;
    let start: Record<string, unknown> | undefined =
      options.after === undefined ? undefined : { pk, sk: options.after };
    do {
      const left = options.limit === undefined ? undefined : options.limit - items.length;
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName: names.main,
          KeyConditionExpression:
            options.prefix === undefined ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)",
          ...(options.only && {
            FilterExpression: "#only = :only",
            ExpressionAttributeNames: { "#only": options.only.attribute },
          }),
          ExpressionAttributeValues: {
            ":pk": pk,
            ...(options.prefix === undefined ? {} : { ":prefix": options.prefix }),
            ...(options.only && { ":only": options.only.is }),
          },
          ExclusiveStartKey: start,
          Limit: left,
          ScanIndexForward: !options.newestFirst,
          ConsistentRead: consistent,
        }),
      );
      const found = page.Items ?? [];
      items.push(
        ...(unreadable === "skip" ? readable(found, schema) : found.map((item) => schema.parse(item))),
      );
      start = page.LastEvaluatedKey;
    } while (start && (options.limit === undefined || items.length < options.limit));
    return { items, next: start ? String(start.sk) : null };
  };

  /** The first items between two places of a partition, both of them included: of the table by its sort keys, or of an index by its own. */
  const range = async <S extends z.ZodType>(
    { index, pk, sk }: { readonly index?: string; readonly pk: string; readonly sk: string },
    of: string,
    schema: S,
    { from, to, limit }: Range,
  ): Promise<Page<z.output<S>>> => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: names.main,
        IndexName: index,
        KeyConditionExpression: `${pk} = :pk AND ${sk} BETWEEN :from AND :to`,
        ExpressionAttributeValues: { ":pk": of, ":from": from, ":to": to },
        Limit: limit,
      }),
    );
    return { items: readable(Items, schema), next: LastEvaluatedKey ? String(LastEvaluatedKey[sk]) : null };
  };

  return {
    get,
    query,
    between: <S extends z.ZodType>(pk: string, schema: S, of: Range) =>
      range({ pk: "pk", sk: "sk" }, pk, schema, of),
    /** The same of one list of the list index, which follows its table within moments. */
    listed: <S extends z.ZodType>(list: string, schema: S, of: Range) =>
      range({ index: "list", pk: "listOf", sk: "listKey" }, list, schema, of),
  };
};
