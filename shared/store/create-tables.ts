import {
  CreateTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  ResourceInUseException,
} from "@aws-sdk/client-dynamodb";
import { type TableName, type TableShape, tables } from "./shape.ts";

const attribute = (name: string) => ({ AttributeName: name, AttributeType: "S" as const });

const schema = (partitionKey: string, sortKey?: string) => [
  { AttributeName: partitionKey, KeyType: "HASH" as const },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: "RANGE" as const }]),
];

/** Creates the tables where they are not there yet: for the laptop and the tests. On AWS the stacks do it, from the same shapes. */
export const createTables = async (
  names: Readonly<Record<TableName, string>>,
  config: DynamoDBClientConfig,
): Promise<void> => {
  const client = new DynamoDBClient(config);
  for (const [table, { partitionKey, sortKey, indexes }] of Object.entries<TableShape>(tables)) {
    const attributes = new Set([
      partitionKey,
      sortKey,
      ...indexes.flatMap((index) => [index.partitionKey, index.sortKey]),
    ]);
    try {
      await client.send(
        new CreateTableCommand({
          TableName: names[table as TableName],
          BillingMode: "PAY_PER_REQUEST",
          AttributeDefinitions: [...attributes].filter((name) => name !== undefined).map(attribute),
          KeySchema: schema(partitionKey, sortKey),
          ...(indexes.length > 0 && {
            GlobalSecondaryIndexes: indexes.map((index) => ({
              IndexName: index.name,
              KeySchema: schema(index.partitionKey, index.sortKey),
              Projection: { ProjectionType: index.projection },
            })),
          }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
    }
  }
  client.destroy();
};
