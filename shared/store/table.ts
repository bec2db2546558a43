import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { z } from "zod";
import { ok, type Result, refused } from "../domain/result.ts";
import type { Key } from "./keys.ts";
import { BACKOFF, pauseUpTo, retry } from "./retry.ts";
import type { TableName } from "./shape.ts";
import { openWaiting } from "./waiting.ts";
import { type Attributes, expressionOf, reasonOf, type Write } from "./write.ts";

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
}

export type Table = ReturnType<typeof openTable>;

interface Found {
  readonly Items?: Record<string, unknown>[] | undefined;
  readonly LastEvaluatedKey?: Record<string, unknown> | undefined;
}

/** Keys in one BatchGetItem, at most. */
const BATCH = 100;

/** What a batch leaves undone is asked for again after a pause, for as long as it takes: of up to three seconds at last, since the table is short of capacity. */
const pauseBefore = (round: number): Promise<void> => pauseUpTo(25 * 2 ** Math.min(round, 7));

type Returning = "NONE" | "ALL_NEW";
type Answer = Result<Attributes | undefined>;
const TRANSIENT = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/** Three tries that hang still end before the gateway gives up; the SDK by itself would wait for ever. */
const LIMITS = { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true };

/** The two tables of one deployment. Reads are parsed by a schema, writes carry their conditions; nothing else knows DynamoDB. */
export const openTable = (names: Readonly<Record<TableName, string>>, config: DynamoDBClientConfig = {}) => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler: LIMITS, ...config }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  // The SDK's own log of each call, which nobody reads, copies whatever is written and read.
  client.middlewareStack.remove("loggerMiddleware");

  const get = async <S extends z.ZodType>(
    key: Key,
    schema: S,
    { table = "main" as TableName, consistent = true } = {},
  ): Promise<z.output<S> | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: names[table], Key: key, ConsistentRead: consistent }),
    );
    return Item === undefined ? undefined : schema.parse(Item);
  };

  /** Items in the order of their keys, a hundred in a call: undefined for one that is not there. */
  const all = async <S extends z.ZodType>(
    wanted: readonly Key[],
    schema: S,
  ): Promise<(z.output<S> | undefined)[]> => {
    const found = new Map<string, z.output<S>>();
    let left: Key[] = [...wanted];
    for (let undone = 0; left.length > 0; ) {
      if (undone > 0) await pauseBefore(undone);
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({
          RequestItems: { [names.main]: { Keys: left.slice(0, BATCH), ConsistentRead: true } },
        }),
      );
      for (const item of Responses?.[names.main] ?? [])
        found.set(`${item.pk} ${item.sk}`, schema.parse(item));
      const rest = (UnprocessedKeys?.[names.main]?.Keys ?? []) as Key[];
      undone = rest.length > 0 ? undone + 1 : 0;
      left = [...rest, ...left.slice(BATCH)];
    }
    return wanted.map(({ pk, sk }) => found.get(`${pk} ${sk}`));
  };

  /** Items of a partition in order of their sort keys: one page with a limit, all of them without. */
  const query = async <S extends z.ZodType>(
    pk: string,
    schema: S,
    options: QueryOptions = {},
  ): Promise<Page<z.output<S>>> => {
    const items: z.output<S>[] = [];
    let start: Record<string, unknown> | undefined =
      options.after === undefined ? undefined : { pk, sk: options.after };
    do {
      const left = options.limit === undefined ? undefined : options.limit - items.length;
      const page: Found = await client.send(
        new QueryCommand({
          TableName: names.main,
          KeyConditionExpression:
            options.prefix === undefined ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)",
          ExpressionAttributeValues: {
            ":pk": pk,
            ...(options.prefix === undefined ? {} : { ":prefix": options.prefix }),
          },
          ExclusiveStartKey: start,
          Limit: left,
          ScanIndexForward: !options.newestFirst,
          ConsistentRead: options.consistent ?? false,
        }),
      );
      for (const item of page.Items ?? []) items.push(schema.parse(item));
      start = page.LastEvaluatedKey;
    } while (start && (options.limit === undefined || items.length < options.limit));
    return { items, next: start ? String(start.sk) : null };
  };

  /** Keys of the items that wait for a consumer, oldest first, at most a page. The index is sparse and eventually consistent. */
  const pending = async (of: string, limit: number): Promise<Key[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: names.main,
        IndexName: "pending",
        KeyConditionExpression: "pendingOf = :of",
        ExpressionAttributeValues: { ":of": of },
        Limit: limit,
      }),
    );
    return Items.map((item) => ({ pk: String(item.pk), sk: String(item.sk) }));
  };

  /**
   * Hands over every item of a table whose key starts so, or in one of several ways, a page at a time, read consistently in parallel
   * segments. A page is let go when it was looked at: what is in memory does not grow with the table. Never for a request.
   */
  const scanPages = async <S extends z.ZodType>(
    table: TableName,
    prefix: string | readonly string[],
    schema: S,
    look: (items: z.output<S>[]) => Promise<void> | void,
    segments = 4,
  ): Promise<void> => {
    const prefixes = [prefix].flat();
    const segment = async (index: number): Promise<void> => {
      let start: Record<string, unknown> | undefined;
      do {
        const page: Found = await client.send(
          new ScanCommand({
            TableName: names[table],
            FilterExpression: prefixes.map((_, n) => `begins_with(pk, :prefix${n})`).join(" OR "),
            ExpressionAttributeValues: Object.fromEntries(prefixes.map((one, n) => [`:prefix${n}`, one])),
            ConsistentRead: true,
            Segment: index,
            TotalSegments: segments,
            ExclusiveStartKey: start,
          }),
        );
        await look((page.Items ?? []).map((item) => schema.parse(item)));
        start = page.LastEvaluatedKey;
      } while (start);
    };
    await Promise.all(Array.from({ length: segments }, (_, index) => segment(index)));
  };

  /** All of them at once, where there are few. */
  const scan = async <S extends z.ZodType>(
    table: TableName,
    prefix: string,
    schema: S,
    segments = 4,
  ): Promise<z.output<S>[]> => {
    const items: z.output<S>[] = [];
    await scanPages(table, prefix, schema, (page) => void items.push(...page), segments);
    return items;
  };

  const one = (write: Write) => {
    const TableName = names[write.table ?? "main"];
    const expression = { ...expressionOf(write), ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const };
    switch (write.kind) {
      case "put":
        return { Put: { TableName, Item: { ...write.item, ...write.key }, ...expression } };
      case "update":
        return { Update: { TableName, Key: write.key, UpdateExpression: "", ...expression } };
      case "remove":
        return { Delete: { TableName, Key: write.key, ...expression } };
      case "check":
        return { ConditionCheck: { TableName, Key: write.key, ConditionExpression: "", ...expression } };
    }
  };

  /** One write on its own costs half of what it costs in a transaction. */
  const alone = async (write: Write, returning: Returning): Promise<Attributes | undefined> => {
    const request = one(write);
    const updating = request.Update && new UpdateCommand({ ...request.Update, ReturnValues: returning });
    if (updating) return (await client.send(updating)).Attributes;
    if (request.Put) await client.send(new PutCommand(request.Put));
    else if (request.Delete) await client.send(new DeleteCommand(request.Delete));
    else await client.send(new TransactWriteCommand({ TransactItems: [request] }));
    return undefined;
  };

  const attempt = async (writes: readonly Write[], returning: Returning): Promise<Answer | "again"> => {
    try {
      const [only] = writes;
      if (only && writes.length === 1) return ok(await alone(only, returning));
      await client.send(new TransactWriteCommand({ TransactItems: writes.map(one) }));
      return ok(undefined);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException && writes[0]) {
        return refused(reasonOf(writes[0], error.Item && unmarshall(error.Item)));
      }
      // A write on its own that met a transaction on the same item.
      if (error instanceof TransactionConflictException) return "again";
      if (!(error instanceof TransactionCanceledException)) throw error;
      for (const [index, reason] of (error.CancellationReasons ?? []).entries()) {
        const write = writes[index];
        if (write && reason.Code === "ConditionalCheckFailed") {
          return refused(reasonOf(write, reason.Item && unmarshall(reason.Item)));
        }
      }
      if (error.CancellationReasons?.some(({ Code }) => Code !== undefined && TRANSIENT.has(Code)))
        return "again";
      throw error;
    }
  };

  const persist = (writes: readonly Write[], returning: Returning): Promise<Answer> =>
    retry(BACKOFF.transaction, () => attempt(writes, returning));

  /**
   * All of the writes or none. When a condition fails, the first write whose condition it was says why, with the item it met.
   * Meeting another transaction is tried again with full jitter; then the caller is asked to come back.
   */
  const write = async (writes: readonly Write[]): Promise<Result<void>> => {
    const outcome = await persist(writes, "NONE");
    return outcome.ok ? ok(undefined) : outcome;
  };

  /** One update, and the item that it leaves behind. Updates of one item queue up; they turn no one away, as transactions do. */
  const changed = async <S extends z.ZodType>(write: Write, schema: S): Promise<Result<z.output<S>>> => {
    const outcome = await persist([write], "ALL_NEW");
    return outcome.ok ? ok(schema.parse(outcome.value)) : outcome;
  };

  /** Unconditional puts in bulk, for what nobody reads until a pointer says so. */
  const fill = async (items: readonly { readonly key: Key; readonly item: Attributes }[]): Promise<void> => {
    const batches: (typeof items)[] = [];
    for (let start = 0; start < items.length; start += 25) batches.push(items.slice(start, start + 25));
    const worker = async (): Promise<void> => {
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        let requests = batch.map(({ key, item }) => ({ PutRequest: { Item: { ...item, ...key } } }));
        for (let round = 0; requests.length > 0; round++) {
          if (round > 0) await pauseBefore(round);
          const { UnprocessedItems } = await client.send(
            new BatchWriteCommand({ RequestItems: { [names.main]: requests } }),
          );
          requests = (UnprocessedItems?.[names.main] ?? []) as typeof requests;
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  };

  return {
    get,
    all,
    query,
    pending,
    scan,
    scanPages,
    write,
    changed,
    fill,
    client,
    ...openWaiting(client, names.main),
  };
};
