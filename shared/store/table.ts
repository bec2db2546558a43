import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { openBulk } from "./bulk.ts";
import { openReads } from "./reads.ts";
import { openRemembered } from "./remembered.ts";
import { openScans } from "./scans.ts";
import type { TableName } from "./shape.ts";
import { openTransactions } from "./transactions.ts";
import { type OnUnreadable, openUnreadable } from "./unreadable.ts";
import { openWaiting } from "./waiting.ts";

export type Table = ReturnType<typeof openTable>;

/** Three tries that hang still end before the gateway gives up; the SDK by itself would wait for ever. */
const LIMITS = { connectionTimeout: 2000, requestTimeout: 5000, throwOnRequestTimeout: true };

/** What the SDK does besides at each call, and nobody reads: its log, which copies whatever is written and read, and a header on itself. */
const UNREAD = ["loggerMiddleware", "getUserAgentMiddleware"];

/** The two tables of one deployment. Reads are parsed by a schema, writes carry their conditions; nothing else knows DynamoDB. */
export const openTable = (
  names: Readonly<Record<TableName, string>>,
  config: DynamoDBClientConfig = {},
  onUnreadable: OnUnreadable = () => undefined,
) => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ requestHandler: LIMITS, ...config }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  for (const name of UNREAD) client.middlewareStack.remove(name);
  const unreadable = openUnreadable(onUnreadable);
  const { remember, forget } = openRemembered();
  return {
    client,
    /** Items that lists left out of late, by their keys. */
    unreadable: unreadable.known,
    ...openReads(client, names, unreadable),
    ...openBulk(client, names.main, unreadable),
    ...openScans(client, names),
    ...openTransactions(client, names, forget),
    remember,
    forget,
    ...openWaiting(client, names.main),
  };
};
