import type { z } from "zod";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import type { Key } from "./keys.ts";
import type { Page, QueryOptions } from "./reads.ts";
import type { Table } from "./table.ts";
import { type Attributes, type Condition, create, put, remove, type Write } from "./write.ts";

/** A thing with its version; of one that a request makes, also that request, by which the same one finds it again. */
export interface Thing {
  readonly id: string;
  readonly version: number;
  readonly fingerprint?: string | undefined;
}

/** That a thing is still as it was read. */
export const asRead = (version: number): Condition => ({
  text: "#version = :version",
  values: { version },
});

/** Things of one kind, all in one partition: each is written over the version that was read, with what is written beside it. */
export const kept = <T extends Thing & Attributes>(
  table: Pick<Table, "get" | "query" | "write">,
  keyOf: (id: T["id"]) => Key,
  schema: z.ZodType<T>,
) => {
  const get = (id: T["id"]): Promise<T | undefined> => table.get(keyOf(id), schema);
  const page = (how: QueryOptions = {}): Promise<Page<T>> => table.query(keyOf("").pk, schema, how);

  return {
    get,
    /** As many of them as are asked for, in the order of their ids. */
    page,
    all: async (how: Pick<QueryOptions, "consistent"> = {}): Promise<T[]> => (await page(how)).items,

    /** A new thing; a request that is repeated finds what the first try made. `more` are attributes beside it. */
    create: async (thing: T, also: readonly Write[], more: Attributes = {}): Promise<Result<T>> => {
      const otherwise = () => refusal("request/key-reused", {});
      const outcome = await table.write([
        create({ key: keyOf(thing.id), item: { ...thing, ...more }, otherwise }),
        ...also,
      ]);
      if (outcome.ok) return ok(thing);
      const made = await get(thing.id);
      const isSame = made?.fingerprint !== undefined && made.fingerprint === thing.fingerprint;
      return isSame ? ok(made) : outcome;
    },

    /** A thing as it is to be, in the place of the version that was read. */
    change: async (
      before: T,
      after: T,
      also: readonly Write[],
      more: Attributes = {},
    ): Promise<Result<T>> => {
      const next = { ...after, version: before.version + 1 };
      const outcome = await table.write([
        put({ key: keyOf(before.id), item: { ...next, ...more }, when: asRead(before.version) }),
        ...also,
      ]);
      return outcome.ok ? ok(next) : outcome;
    },

    remove: ({ id, version }: T, also: readonly Write[]): Promise<Result<void>> =>
      table.write([remove({ key: keyOf(id), when: asRead(version) }), ...also]),
  };
};
