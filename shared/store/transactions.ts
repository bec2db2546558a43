import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { z } from "zod";
import { ok, type Result, refused } from "../domain/result.ts";
import { BACKOFF, retry } from "./retry.ts";
import type { TableName } from "./shape.ts";
import { type Attributes, expressionOf, reasonOf, type Write } from "./write.ts";

type Returning = "NONE" | "ALL_NEW";
type Answer = Result<Attributes | undefined>;
const TRANSIENT = new Set(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"]);

/** Writes that carry their conditions. */
export const openTransactions = (
  client: DynamoDBDocumentClient,
  names: Readonly<Record<TableName, string>>,
  forget: (writes: readonly Write[]) => void,
) => {
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

  const persist = async (writes: readonly Write[], returning: Returning): Promise<Answer> => {
    try {
      return await retry(BACKOFF.transaction, () => attempt(writes, returning));
    } finally {
      forget(writes);
    }
  };

  const whole = (write: Write): Write[] => [write, ...(write.and ?? []).flatMap(whole)];

  /**
   * All of the writes or none. When a condition fails, the first write whose condition it was says why, with the item it met.
   * Meeting another transaction is tried again with full jitter; then the caller is asked to come back.
   */
  const write = async (writes: readonly Write[]): Promise<Result<void>> => {
    const outcome = await persist(writes.flatMap(whole), "NONE");
    return outcome.ok ? ok(undefined) : outcome;
  };

  /** One update, and the item that it leaves behind. Updates of one item queue up; they turn no one away, as transactions do. */
  const changed = async <S extends z.ZodType>(write: Write, schema: S): Promise<Result<z.output<S>>> => {
    const outcome = await persist([write], "ALL_NEW");
    return outcome.ok ? ok(schema.parse(outcome.value)) : outcome;
  };

  return { write, changed };
};
