import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { afterEach, expect, test, vi } from "vitest";
import { type LocalDynamoDb, startDynamoDb } from "../../infra/local/dynamodb.ts";
import type { StartFault } from "../../infra/local/start-fault.ts";

let database: LocalDynamoDb | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await database?.stop();
  database = undefined;
});

const folder = () => mkdtempSync(join(tmpdir(), "rynek-dynamodb-"));

const clientOf = ({ reach }: LocalDynamoDb) =>
  new DynamoDBClient({
    ...reach,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 10,
  });

const makeTable = (client: DynamoDBClient) =>
  client.send(
    new CreateTableCommand({
      TableName: "main",
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
    }),
  );

const key = { pk: { S: "a" } };

/** The process that listens on the port of an address, or undefined. */
const listenerOf = (endpoint: string): number | undefined => {
  const port = new URL(endpoint).port;
  const lines = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
  const line = lines.find((each) => each.includes("serve") && each.includes(`--port ${port}`));
  return line === undefined ? undefined : Number.parseInt(line, 10);
};

const kill = (endpoint: string): void => {
  const pid = listenerOf(endpoint);
  if (pid === undefined) throw new Error("the engine is not running");
  process.kill(pid, "SIGKILL");
};

const gone = () => Promise.withResolvers<StartFault>();

test("what was written outlives the engine's sudden death and a stop", async () => {
  const data = folder();
  const lines: string[] = [];
  const fail = (fault: StartFault) => expect.unreachable(fault.message);
  database = await startDynamoDb({ folder: data, onGone: fail, say: (line) => lines.push(line) });
  const client = clientOf(database);
  await makeTable(client);
  await client.send(new PutItemCommand({ TableName: "main", Item: { ...key, n: { N: "1" } } }));

  kill(database.endpoint);
  const after = await client.send(new GetItemCommand({ TableName: "main", Key: key }));
  expect(after.Item).toEqual({ ...key, n: { N: "1" } });
  expect(lines.join()).toContain("SIGKILL");

  await database.stop();
  expect(listenerOf(database.endpoint)).toBeUndefined();
  database = await startDynamoDb({ folder: data, onGone: fail });
  const again = await clientOf(database).send(new GetItemCommand({ TableName: "main", Key: key }));
  expect(again.Item).toBeDefined();
});

test("an engine that keeps dying stops the host with a reason", async () => {
  const { promise, resolve } = gone();
  let dead = 0;
  database = await startDynamoDb({ folder: folder(), onGone: resolve, say: () => (dead += 1) });
  for (let round = 0; round < 4; round += 1) {
    await vi.waitFor(() => kill(database?.endpoint ?? ""), { interval: 20, timeout: 5_000 });
    if (round < 3) await vi.waitFor(() => expect(dead).toBe(round + 1), { interval: 20 });
  }
  expect(await promise).toMatchObject({ code: "engine-gone" });
});

test("data in memory is not silently begun anew", async () => {
  const { promise, resolve } = gone();
  database = await startDynamoDb({ folder: null, onGone: resolve });
  kill(database.endpoint);
  expect((await promise).message).toContain("in memory");
});

test("the engine does not outlive a host that is killed", async () => {
  const host = spawn(process.execPath, [join(import.meta.dirname, "dynamodb-host.ts"), folder()]);
  const [endpoint] = (await once(createInterface(host.stdout), "line")) as [string];
  expect(listenerOf(endpoint)).toBeDefined();
  host.kill("SIGKILL");
  await vi.waitFor(() => expect(listenerOf(endpoint)).toBeUndefined(), { interval: 20, timeout: 5_000 });
});

test("an endpoint of the environment is used as it is, or missed by name", async () => {
  database = await startDynamoDb({ folder: null, onGone: () => undefined });
  vi.stubEnv("RYNEK_DYNAMODB_ENDPOINT", database.endpoint);
  const given = await startDynamoDb({ folder: null, onGone: () => undefined });
  expect(given.endpoint).toBe(database.endpoint);
  await given.stop();
  await makeTable(clientOf(database));
  vi.stubEnv("RYNEK_DYNAMODB_ENDPOINT", "http://127.0.0.1:1");
  await expect(startDynamoDb({ folder: null, onGone: () => undefined })).rejects.toThrow(
    "http://127.0.0.1:1",
  );
});
