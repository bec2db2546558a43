import { AsyncLocalStorage } from "node:async_hooks";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { FunctionName } from "../../../shared/platform/route.ts";
import type { TableName } from "../../../shared/store/shape.ts";
import { tableGrantsOf } from "../../aws/functions.ts";
import { type Asked, isGranted, type TableGrant } from "../../aws/table-grants.ts";

type Keyed = Readonly<Record<string, unknown>>;

interface Input {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly Key?: Keyed;
  readonly Item?: Keyed;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Keyed;
  readonly TransactItems?: readonly Readonly<Record<string, Input>>[];
  readonly RequestItems?: Readonly<Record<string, unknown>>;
}

/** A part of a BatchWriteItem. */
interface Part {
  readonly PutRequest?: { readonly Item: Keyed };
  readonly DeleteRequest?: { readonly Key: Keyed };
}

type Tables = Readonly<Record<TableName, string>>;

const acting = new AsyncLocalStorage<FunctionName>();

/** Runs work in the role of a function: what it asks of the tables is held to that function's grants. */
export const inRole = <T>(name: FunctionName, work: () => T): T => acting.run(name, work);

/** Words of DynamoDB's expressions that are no attributes: its own, and the names of values. */
const NO_ATTRIBUTE = /:\w+|\b(?:SET|REMOVE|ADD|DELETE|AND|OR|NOT|IN|BETWEEN|[a-z_]+(?=\())\b/g;

const attributesOf = ({ Key, Item, ExpressionAttributeNames: names = {}, ...input }: Input): string[] => {
  const text = `${input.UpdateExpression ?? ""} ${input.ConditionExpression ?? ""}`.replace(NO_ATTRIBUTE, "");
  const named = text.match(/#?\w+/g) ?? [];
  return [...Object.keys(Key ?? Item ?? {}), ...named.map((name) => names[name] ?? name)];
};

/** The partition of the table that is queried, and how the sort keys begin, by the names that the reads give them. */
const queried = (action: string, { IndexName, ExpressionAttributeValues: values = {} }: Input): Keyed =>
  action === "Query" && IndexName === undefined ? { pk: values[":pk"], sk: values[":prefix"] } : {};

/** What a command asks for, item by item, as DynamoDB authorises it. */
const askedBy = (action: string, input: Input, names: Tables): Asked[] => {
  const one = (action: string, part: Input, inTransaction = false): Asked => {
    const { pk, sk } = part.Key ?? part.Item ?? queried(action, part);
    return {
      table: part.TableName === names.ballots ? "ballots" : "main",
      action,
      index: part.IndexName,
      ...(pk !== undefined && { key: { pk: String(pk), ...(sk !== undefined && { sk: String(sk) }) } }),
      attributes: attributesOf(part),
      inTransaction,
    };
  };
  const { TransactItems, RequestItems } = input;
  if (TransactItems)
    return TransactItems.flatMap((item) =>
      Object.entries(item).map(([kind, part]) =>
        one(kind === "ConditionCheck" ? "ConditionCheckItem" : `${kind}Item`, part, true),
      ),
    );
  if (RequestItems === undefined) return [one(action, input)];
  return Object.entries(RequestItems).flatMap(([TableName, parts]) =>
    Array.isArray(parts)
      ? (parts as Part[]).map(({ PutRequest, DeleteRequest }) =>
          one(action, { TableName, ...PutRequest, ...DeleteRequest }),
        )
      : (parts as { readonly Keys: readonly Keyed[] }).Keys.map((Key) => one(action, { TableName, Key })),
  );
};

/** Refuses, as DynamoDB would, what the function in whose role a call is made is not granted. Nobody is asked: it costs no call. */
export const enforceGrants = (client: DynamoDBDocumentClient, names: Tables): void => {
  const known = new Map<FunctionName, readonly TableGrant[]>();
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        const role = acting.getStore();
        if (role === undefined) return next(args);
        const granted = known.get(role) ?? tableGrantsOf(role);
        known.set(role, granted);
        for (const asked of askedBy(commandName.replace(/Command$/, ""), args.input as Input, names)) {
          if (isGranted(granted, asked)) continue;
          const { pk, sk } = asked.key ?? {};
          const error = new Error(
            `${role} is not granted dynamodb:${asked.action} on ${asked.table}: ${pk ?? ""} ${sk ?? ""}`,
          );
          throw Object.assign(error, { name: "AccessDeniedException" });
        }
        return next(args);
      },
    { step: "initialize", name: "grants" },
  );
};
