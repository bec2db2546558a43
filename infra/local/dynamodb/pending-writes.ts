import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { PendingOf } from "../../../shared/store/notices.ts";

/** What the consumer of notices works off; a meeting's announcements and sign-ups wait for the sweep. */
const TOLD: ReadonlySet<unknown> = new Set([
  "codes",
  "notices",
  "markers",
  "reminders",
  "bulk",
] satisfies PendingOf[]);

interface Written {
  readonly Item?: { readonly pendingOf?: unknown };
  readonly TransactItems?: readonly Readonly<Record<string, Written>>[];
}

/** Whether a write puts an item that somebody is to be told of. What the consumer itself puts off waits for its time, and the sweep. */
const waitsToBeTold = ({ Item, TransactItems = [] }: Written): boolean =>
  TOLD.has(Item?.pendingOf) || TransactItems.some((item) => Object.values(item).some(waitsToBeTold));

/** Calls `wake` after each write by this client that leaves something to tell, as the stream does on AWS: a read wakes nobody. */
export const onPendingWrite = (client: DynamoDBDocumentClient, wake: () => void): void =>
  client.middlewareStack.add(
    (next) => async (args) => {
      const done = await next(args);
      if (waitsToBeTold(args.input as Written)) wake();
      return done;
    },
    { step: "initialize", name: "pending-writes" },
  );
