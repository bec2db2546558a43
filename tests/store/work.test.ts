import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startDynamoDb } from "../../infra/local/dynamodb.ts";
import { type Owner, queuesOf, waitsForOf } from "../../shared/domain/office/work.ts";
import { createTables } from "../../shared/store/create-tables.ts";
import { openTable } from "../../shared/store/table.ts";
import { WAITS_NO_MORE, waits } from "../../shared/store/work.ts";
import { put, update } from "../../shared/store/write.ts";
import { openTables, type Tables, times } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const dueOn = (day: number) => `2027-09-${String(day).padStart(2, "0")}T12:00:00.000Z`;
const waiting = (owner: Owner, day: number, id: string, by?: string) =>
  waits({
    kind: "clear-way",
    id,
    owner,
    dueAt: dueOn(day),
    about: { cycleId: "cyc_7k3m9x2qav5d8r1t", edition: "XIV", phase: "voting", blockers: ["no-roll"] },
    by,
  });

const idsOf = async (owners: Owner[], page: { after?: string; upTo?: string } = {}) => {
  const found: string[] = [];
  for await (const { id } of await tables.store.work.of(owners, page)) found.push(id);
  return found;
};

test("whatever waits for whomever is one list by when it is due, cut anywhere and gone on with", async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ owner: fc.nat(3), day: fc.integer({ min: 1, max: 28 }) }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 28 }),
      fc.nat(30),
      async (items, day, cut) => {
        round += 1;
        const ownerOf = (n: number): Owner => `person#${round}-${n}`;
        const all = items.map((item, n) => ({ ...item, id: String(n).padStart(2, "0") }));
        await tables.table.fill(
          all.map((item) => ({
            key: { pk: `ROUND#${round}`, sk: item.id },
            item: waiting(ownerOf(item.owner), item.day, item.id),
          })),
        );
        const owners = [0, 1, 2].map(ownerOf);
        const expected = all
          .filter(({ owner }) => owner < 3)
          .sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
        expect(await idsOf(owners)).toEqual(expected.map(({ id }) => id));
        expect(await idsOf(owners, { upTo: dueOn(day) })).toEqual(
          expected.filter((item) => item.day <= day).map(({ id }) => id),
        );
        const places: string[] = [];
        for await (const { place } of await tables.store.work.of(owners)) places.push(place);
        const after = places[cut];
        if (after !== undefined)
          expect(await idsOf(owners, { after })).toEqual(expected.slice(cut + 1).map(({ id }) => id));
      },
    ),
    { numRuns: 25 },
  );
});

test("what is done waits no more, and what is long is read to its end", async () => {
  const key = { pk: "DONE", sk: "1" };
  await tables.table.write([put({ key, item: { n: 1, ...waiting("queue#commission", 1, "only") } })]);
  expect(await idsOf(["queue#commission"])).toEqual(["only"]);
  await tables.table.write([update({ key, remove: [...WAITS_NO_MORE] })]);
  expect(await idsOf(["queue#commission"])).toEqual([]);

  await tables.table.fill(
    times(230, (n) => ({
      key: { pk: "LONG", sk: String(n) },
      item: waiting("unit#long", 1 + (n % 28), String(n)),
    })),
  );
  expect(await idsOf(["unit#long"])).toHaveLength(230);
});

test("an item that no longer parses hides no other", async () => {
  const odd = { ...waiting("unit#odd", 1, "odd"), work: { kind: "of-another-release", id: "odd" } };
  await tables.table.write([put({ key: { pk: "ODD", sk: "1" }, item: odd })]);
  await tables.table.write([put({ key: { pk: "ODD", sk: "2" }, item: waiting("unit#odd", 2, "even") })]);
  expect(await idsOf(["unit#odd"])).toEqual(["even"]);
});

test("a queue is read by each of its roles, and what takes two waits for the other", () => {
  expect(queuesOf(["commission"])).toEqual(["queue#commission", "queue#cycle", "queue#points"]);
  expect(queuesOf(["auditor"])).toEqual([]);
  expect(waitsForOf({ by: "anna" }, "anna")).toBe("second");
  expect(waitsForOf({ by: "anna" }, "jan")).toBe("me");
  expect(waitsForOf({}, "jan")).toBe("me");
});

test("a table of an earlier release is given the index, and keeps what is in it", async () => {
  const database = await startDynamoDb({ folder: null, onGone: () => undefined });
  const config = {
    ...database.reach,
    region: "eu-central-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  };
  const client = new DynamoDBClient(config);
  const names = { main: "old-main", ballots: "old-ballots" };
  await client.send(
    new CreateTableCommand({
      TableName: names.main,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S" as const,
      })),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    }),
  );
  const table = openTable(names, config);
  await table.write([put({ key: { pk: "OLD", sk: "1" }, item: waiting("unit#old", 1, "old") })]);
  await createTables(names, config);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: names.main }));
  expect(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual([
    "pending",
    "work",
    "list",
  ]);
  const found: string[] = [];
  for await (const { work } of table.work("unit#old")) found.push(String(work.id));
  expect(found).toEqual(["old"]);
  client.destroy();
  await database.stop();
});
