import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  ResourceInUseException,
  UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { type IndexShape, type TableName, type TableShape, tables } from "./shape.ts";

const attribute = (name: string) => ({ AttributeName: name, AttributeType: "S" as const });

const schema = (partitionKey: string, sortKey?: string) => [
  { AttributeName: partitionKey, KeyType: "HASH" as const },
  ...(sortKey === undefined ? [] : [{ AttributeName: sortKey, KeyType: "RANGE" as const }]),
];

const indexOf = ({ name, partitionKey, sortKey, projection }: IndexShape) => ({
  IndexName: name,
  KeySchema: schema(partitionKey, sortKey),
  Projection:
    projection === "KEYS_ONLY"
      ? { ProjectionType: projection }
      : { ProjectionType: "INCLUDE" as const, NonKeyAttributes: [...projection] },
});

/** Gives a table of an earlier release the indexes that came since, one at a time as DynamoDB wants it. */
const addIndexes = async (client: DynamoDBClient, TableName: string, indexes: readonly IndexShape[]) => {
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  const there = new Set(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  for (const index of indexes.filter(({ name }) => !there.has(name))) {
    await client.send(
      new UpdateTableCommand({
        TableName,
        AttributeDefinitions: [index.partitionKey, index.sortKey].map(attribute),
        GlobalSecondaryIndexUpdates: [{ Create: indexOf(index) }],
      }),
    );
  }
};

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
            GlobalSecondaryIndexes: indexes.map(indexOf),
          }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ResourceInUseException)) throw error;
      await addIndexes(client, names[table as TableName], indexes);
    }
  }
  client.destroy();
};
