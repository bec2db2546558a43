import { TransactionCanceledException, TransactionConflictException } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { refusal } from "../../shared/domain/refusals.ts";
import { check, create, expressionOf, put, remove, update } from "../../shared/store/write.ts";
import { openTables, type Tables, times } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const Anything = z.record(z.string(), z.unknown());
const Numbered = z.object({ n: z.number() });

let places = 0;
const newPlace = () => ({ pk: `PLACE#${places++}`, sk: "X" });

const stored = async (key: { pk: string; sk: string }) => {
  const item = await tables.table.get(key, Anything);
  if (!item) return undefined;
  const { pk, sk, ...rest } = item;
  return rest;
};

/** Words that DynamoDB keeps to itself. */
const RESERVED = ["status", "name", "size", "value", "count", "order", "year", "date", "state", "name_2"];

describe("a write", () => {
  test("may name an attribute by any word, and change, add to and remove it", async () => {
    const attributes = fc.dictionary(fc.constantFrom(...RESERVED), fc.integer(), { noNullPrototype: true });
    await fc.assert(
      fc.asyncProperty(
        attributes,
        attributes,
        fc.subarray(RESERVED),
        fc.subarray(RESERVED),
        async (before, set, removed, added) => {
          const key = newPlace();
          await tables.table.write([put({ key, item: before })]);
          const gone = removed.filter((name) => !(name in set));
          const add = Object.fromEntries(
            added.filter((name) => !(name in set) && !gone.includes(name)).map((name) => [name, 1]),
          );
          fc.pre(Object.keys(set).length + gone.length + Object.keys(add).length > 0);
          const outcome = await tables.table.write([update({ key, set, remove: gone, add })]);
          expect(outcome.ok).toBe(true);
          const expected: Record<string, number> = { ...before, ...set };
          for (const name of gone) delete expected[name];
          for (const name of Object.keys(add)) expected[name] = (before[name] ?? 0) + 1;
          expect(await stored(key)).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("leaves out what is not there, and says nothing where there is nothing to say", () => {
    const key = newPlace();
    expect(expressionOf(put({ key, item: { a: 1 } }))).toEqual({});
    expect(expressionOf(update({ key, set: { a: 1, b: undefined } }))).toEqual({
      UpdateExpression: "SET #a = :set_a",
      ExpressionAttributeNames: { "#a": "a" },
      ExpressionAttributeValues: { ":set_a": 1 },
    });
    expect(expressionOf(remove({ key, when: { text: "#a = :a", values: { a: 2 } } }))).toEqual({
      ConditionExpression: "#a = :a",
      ExpressionAttributeNames: { "#a": "a" },
      ExpressionAttributeValues: { ":a": 2 },
    });
  });

  test("appends to a list in order, and keeps condition and change apart when they name the same attribute", async () => {
    const key = newPlace();
    await tables.table.write([put({ key, item: { names: ["a"], state: "open" } })]);
    await tables.table.write([
      update({
        key,
        append: { names: ["b", "c"] },
        set: { state: "full" },
        when: { text: "size(#names) = :one AND #state = :state", values: { one: 1, state: "open" } },
      }),
    ]);
    expect(await stored(key)).toEqual({ names: ["a", "b", "c"], state: "full" });
  });

  test("that creates never overwrites; what is absent, changed or refused in its own words says so", async () => {
    const key = newPlace();
    expect((await tables.table.write([create({ key, item: { version: 7 } })])).ok).toBe(true);
    const again = await tables.table.write([create({ key, item: { version: 8 } })]);
    expect(again).toMatchObject({ refusal: { code: "request/changed-since", facts: { version: 7 } } });
    const absent = await tables.table.write([
      update({ key: newPlace(), set: { a: 1 }, when: { text: "attribute_exists(#pk)" } }),
    ]);
    expect(absent).toMatchObject({ refusal: { code: "thing/not-found" } });
    const own = await tables.table.write([
      check({
        key,
        when: { text: "#version = :v", values: { v: 9 } },
        otherwise: (met) => refusal("cycle/locked", { phase: String(met?.version) }),
      }),
    ]);
    expect(own).toMatchObject({ refusal: { code: "cycle/locked", facts: { phase: "7" } } });
    expect(await stored(key)).toEqual({ version: 7 });
  });

  test("of several things does all of them or none, and the first that fails says why", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }), async (holds) => {
        const keys = holds.map(newPlace);
        await tables.table.write(
          keys.map((key, index) => put({ key, item: { n: 0, isThere: holds[index] ?? false } })),
        );
        const outcome = await tables.table.write(
          keys.map((key, index) =>
            update({
              key,
              add: { n: 1 },
              when: { text: "#isThere = :yes", values: { yes: true } },
              otherwise: () => refusal("cycle/locked", { phase: String(index) }),
            }),
          ),
        );
        const first = holds.indexOf(false);
        expect(outcome).toMatchObject(
          first < 0 ? { ok: true } : { refusal: { code: "cycle/locked", facts: { phase: String(first) } } },
        );
        for (const key of keys) expect((await stored(key))?.n).toBe(first < 0 ? 1 : 0);
      }),
      { numRuns: 15 },
    );
  });

  test("answers the item that it leaves behind, where it is asked for", async () => {
    const key = newPlace();
    await tables.table.write([put({ key, item: { n: 4 } })]);
    const counts = await Promise.all(
      times(10, () => tables.table.changed(update({ key, add: { n: 1 } }), Numbered)),
    );
    const seen = counts.map((count) => (count.ok ? count.value.n : 0));
    expect(seen.toSorted((one, other) => one - other)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
  });
});

describe("a write that meets another transaction", () => {
  /** Turns the next writes away, as DynamoDB does when two meet on one item. */
  const conflicts = async <T>(
    count: number,
    act: () => Promise<T>,
  ): Promise<{ answer: T; tries: number }> => {
    let tries = 0;
    tables.table.client.middlewareStack.add(
      (next) => async (args) => {
        const input = args.input as { readonly TransactItems?: readonly object[] };
        tries += 1;
        if (tries > count) return next(args);
        const about = { message: "conflict", $metadata: {} };
        throw input.TransactItems
          ? new TransactionCanceledException({
              ...about,
              CancellationReasons: input.TransactItems.map(() => ({ Code: "TransactionConflict" })),
            })
          : new TransactionConflictException(about);
      },
      { step: "initialize", name: "conflicts" },
    );
    try {
      return { answer: await act(), tries };
    } finally {
      tables.table.client.middlewareStack.remove("conflicts");
    }
  };

  test.each([1, 2])("is tried again, on its own or with others (%i write)", async (count) => {
    const keys = times(count, newPlace);
    const { answer, tries } = await conflicts(2, () =>
      tables.table.write(keys.map((key) => update({ key, add: { n: 1 } }))),
    );
    expect([answer.ok, tries]).toEqual([true, 3]);
    for (const key of keys) expect(await stored(key)).toEqual({ n: 1 });
  });

  test.each([1, 2])("is asked to come back when it never gets through (%i write)", async (count) => {
    const keys = times(count, newPlace);
    const { answer } = await conflicts(99, () =>
      tables.table.write(keys.map((key) => update({ key, add: { n: 1 } }))),
    );
    expect(answer).toMatchObject({ refusal: { code: "service/try-again" } });
    for (const key of keys) expect(await stored(key)).toBeUndefined();
  });
});

describe("a list", () => {
  const COUNT = 57;
  const sk = (n: number) => `N#${String(n).padStart(3, "0")}`;
  beforeAll(() =>
    tables.table.fill([
      ...times(COUNT, (n) => ({ key: { pk: "LIST", sk: sk(n) }, item: { n } })),
      { key: { pk: "LIST", sk: "OTHER" }, item: { n: -1 } },
      { key: { pk: "LIST-2", sk: sk(0) }, item: { n: -2 } },
    ]),
  );

  test("is walked page by page, everything once and in order, whatever the length of a page", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), fc.boolean(), async (limit, newestFirst) => {
        const seen: number[] = [];
        let after: string | undefined;
        do {
          const page = await tables.table.query("LIST", Numbered, {
            prefix: "N#",
            limit,
            newestFirst,
            ...(after !== undefined && { after }),
          });
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items.map(({ n }) => n));
          after = page.next ?? undefined;
        } while (after !== undefined);
        const all = times(COUNT, (n) => n);
        expect(seen).toEqual(newestFirst ? all.reverse() : all);
      }),
      { numRuns: 12 },
    );
  });

  test("without a limit is whole, also past the megabyte that one answer holds", async () => {
    const text = "x".repeat(90_000);
    await tables.table.fill(times(30, (n) => ({ key: { pk: "LONG", sk: sk(n) }, item: { n, text } })));
    const { items, next } = await tables.table.query("LONG", Numbered, { consistent: true });
    expect([items.map(({ n }) => n), next]).toEqual([times(30, (n) => n), null]);
  });

  test("of keys, however many, is in their order, with nothing for what is not there", async () => {
    const { pk } = newPlace();
    const keys = times(250, (n) => ({ pk, sk: `${n}` }));
    await tables.table.fill(keys.flatMap((key, n) => (n % 3 === 0 ? [] : [{ key, item: { n } }])));
    const found = await tables.table.all(keys, Numbered);
    expect(found.map((item) => item?.n)).toEqual(keys.map((_, n) => (n % 3 === 0 ? undefined : n)));
    expect(await tables.table.all([], Numbered)).toEqual([]);
  });

  test("of a whole table is scanned in parts that together are all of it, in either table", async () => {
    const ballots = times(130, (n) => put({ table: "ballots", key: { pk: `box#${n}` }, item: { n } }));
    const stranger = put({ table: "ballots", key: { pk: "boxes#1" }, item: { n: -1 } });
    for (const writes of [ballots.slice(0, 99), [...ballots.slice(99), stranger]])
      await tables.table.write(writes);
    for (const segments of [1, 4, 7]) {
      const found = await tables.table.scan("ballots", "box#", Numbered, segments);
      expect(found.map(({ n }) => n).toSorted((one, other) => one - other)).toEqual(times(130, (n) => n));
    }
    expect(await tables.table.scan("main", "LIST", Numbered)).toHaveLength(COUNT + 2);
  });
});

describe("what waits", () => {
  const waiting = async (of: string, upTo?: string) => {
    const found: string[] = [];
    for await (const { pk } of tables.table.waiting(of, upTo)) found.push(pk);
    return found;
  };

  test("is found oldest first, page by page, and up to a moment", async () => {
    await tables.table.fill(
      times(230, (n) => ({
        key: { pk: `WAITS#${n}`, sk: "X" },
        item: { pendingOf: "many", pendingKey: String(n).padStart(4, "0") },
      })),
    );
    expect(await waiting("many")).toEqual(times(230, (n) => `WAITS#${n}`));
    expect(await waiting("many", "0009")).toEqual(times(10, (n) => `WAITS#${n}`));
    expect((await tables.table.pending("many", 5)).map(({ pk }) => pk)).toEqual(
      times(5, (n) => `WAITS#${n}`),
    );
    expect(await waiting("nobody")).toEqual([]);
  });

  test("is claimed by one alone, and then waits no longer", async () => {
    const key = newPlace();
    await tables.table.write([put({ key, item: { pendingOf: "one", pendingKey: "1", n: 3 } })]);
    const claims = await Promise.all(times(20, () => tables.table.claim(key)));
    expect(claims.filter((claim) => claim !== undefined)).toEqual([
      { ...key, n: 3, pendingOf: "one", pendingKey: "1" },
    ]);
    expect(await waiting("one")).toEqual([]);
    expect(await tables.table.claim(newPlace())).toBeUndefined();
  });

  test("is taken away by one alone", async () => {
    const key = newPlace();
    await tables.table.write([put({ key, item: { n: 3 } })]);
    const taken = await Promise.all(times(20, () => tables.table.take(key, Numbered)));
    expect(taken.filter((one) => one !== undefined)).toEqual([{ n: 3 }]);
    expect(await stored(key)).toBeUndefined();
  });
});
