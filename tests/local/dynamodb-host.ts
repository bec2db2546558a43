/** A host that starts DynamoDB in the folder it is given, says where, and lives until it is killed. */
import { startDynamoDb } from "../../infra/local/dynamodb.ts";

const { endpoint } = await startDynamoDb({
  folder: process.argv[2] ?? null,
  onGone: ({ message }) => {
    console.log(message);
    process.exit(1);
  },
});
console.log(endpoint);
setInterval(() => undefined, 60_000);
