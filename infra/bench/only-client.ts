/** The least that a function of this house could be: what the start of every other one is compared with. */
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";

/** Its first answer is one read. What it does not call it says, so that it is there. */
export const handler = async (): Promise<{ statusCode: number; more: unknown }> => {
  await new DynamoDBClient({}).send(new GetItemCommand({ TableName: "main", Key: { pk: { S: "" } } }));
  return {
    statusCode: 200,
    more: [PutItemCommand, QueryCommand, TransactWriteItemsCommand, UpdateItemCommand],
  };
};
