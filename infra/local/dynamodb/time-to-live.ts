import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { type TableName, tables } from "../../../shared/store/shape.ts";

/**
 * Deletes the items whose time to live is over: DynamoDB does it by itself, within two days, and the engines of this machine do not. `now` is
 * in milliseconds.
 */
export const openTimeToLive = (
  names: Readonly<Record<TableName, string>>,
  config: DynamoDBClientConfig,
): ((now: number) => Promise<void>) => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(config));
  const { partitionKey, sortKey, ttl } = tables.main;
  const over = (now: number) => ({
    ExpressionAttributeNames: { "#ttl": ttl },
    ExpressionAttributeValues: { ":now": Math.floor(now / 1000) },
  });
  return async (now) => {
    const pages = paginateScan(
      { client },
      {
        TableName: names.main,
        ...over(now),
        FilterExpression: "#ttl < :now",
        ProjectionExpression: `${partitionKey}, ${sortKey}`,
      },
    );
    for await (const { Items: keys = [] } of pages)
      for (const Key of keys)
        await client
          .send(
            new DeleteCommand({
              TableName: names.main,
              Key,
              ...over(now),
              ConditionExpression: "#ttl < :now",
            }),
          )
          .catch((error: unknown) => {
            // Its time was prolonged, or somebody deleted it, meanwhile.
            if (!(error instanceof ConditionalCheckFailedException)) throw error;
          });
  };
};
