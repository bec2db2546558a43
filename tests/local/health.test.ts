import { DeleteTableCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { NAMES } from "../../infra/local/local-deps.ts";
import { keepLogs } from "../kit/logged.ts";
import { openPlace, type Place } from "../kit/place.ts";

const logged = keepLogs();
let place: Place;

beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

test("the sign of life is written once, however many ask at a time", async () => {
  const { client } = place.deps.store.table;
  let writes = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName === "PutItemCommand" || commandName === "PutCommand") writes += 1;
        return next(args);
      },
    { step: "initialize", name: "countsWrites" },
  );
  const answers = await Promise.all(Array.from({ length: 20 }, () => place.call("GET /health")));
  client.middlewareStack.remove("countsWrites");
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
    new Set([`200 ${JSON.stringify({ status: "ok" })}`]),
  );
  expect(writes).toBe(1);
});

test("a database that keeps nothing is said, and when to ask again", async () => {
  const lost = await openPlace();
  await lost.deps.store.table.client.send(new DeleteTableCommand({ TableName: NAMES.main }));
  const answer = await lost.call("GET /health");
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("10");
  expect(answer.body).not.toHaveProperty("stack");
  expect(logged.join("")).toContain('"health/failed"');
  await lost.close();
});
