import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { kept } from "../../shared/store/kept.ts";
import { put } from "../../shared/store/write.ts";
import { openTables, type Tables } from "./tables.ts";

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const Thing = z.object({
  id: z.string(),
  version: z.int(),
  fingerprint: z.string(),
  title: z.string(),
  note: z.string().optional(),
});
type Thing = z.infer<typeof Thing>;

let runs = 0;
const open = () => {
  const pk = `KEPT#${runs++}`;
  const beside = (n: number) => put({ key: { pk: `${pk}#BESIDE`, sk: String(n) }, item: { n } });
  const count = async () => (await tables.table.query(`${pk}#BESIDE`, z.object({ n: z.int() }))).items.length;
  return { things: kept(tables.table, (id: string) => ({ pk, sk: id }), Thing), beside, count };
};

const step = fc.record({
  does: fc.constantFrom("create", "change", "remove"),
  id: fc.constantFrom("a", "b", "c"),
  /** How many changes ago somebody read it. */
  behind: fc.nat(2),
  request: fc.constantFrom("r1", "r2"),
  title: fc.string({ minLength: 1, maxLength: 5 }),
  note: fc.option(fc.constantFrom("x", "y"), { nil: undefined }),
});

/** What somebody holds who read it that many changes ago. */
const asSeen = (thing: Thing, behind: number): Thing => ({ ...thing, version: thing.version - behind });

test("things are as the last of those wrote them who had read them as they were, with what was written beside", () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const { things, beside, count } = open();
      const model = new Map<string, Thing>();
      let written = 0;
      for (const [n, { does, id, behind, request, title, note }] of steps.entries()) {
        const was = model.get(id);
        const also = [beside(n)];
        if (does === "create") {
          const thing = { id, version: 1, fingerprint: request, title, ...(note && { note }) };
          const done = await things.create(thing, also);
          // The same request finds what it made, whatever became of it.
          expect(done.ok ? done.value : done.refusal.code).toEqual(
            was === undefined ? thing : was.fingerprint === request ? was : "request/key-reused",
          );
          if (was) continue;
          model.set(id, thing);
        } else {
          const read = asSeen(was ?? { id, version: 1, fingerprint: request, title }, was ? behind : 0);
          const isFresh = was !== undefined && behind === 0;
          const after = { ...read, title, note };
          const done =
            does === "change" ? await things.change(read, after, also) : await things.remove(read, also);
          const otherwise = was ? "request/changed-since" : "thing/not-found";
          expect(done.ok || done.refusal.code).toBe(isFresh || otherwise);
          if (!isFresh) continue;
          const { note: said, ...rest } = { ...after, version: was.version + 1 };
          if (does === "change") model.set(id, { ...rest, ...(said && { note: said }) });
          else model.delete(id);
        }
        written++;
      }
      const all = [...model.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      expect(await things.all({ consistent: true })).toEqual(all);
      const first = await things.page({ limit: 1, consistent: true });
      expect(first.items).toEqual(all.slice(0, 1));
      if (first.next !== null)
        expect((await things.page({ after: first.next, consistent: true })).items).toEqual(all.slice(1));
      for (const id of ["a", "b", "c"]) expect(await things.get(id)).toEqual(model.get(id));
      expect(await count()).toBe(written);
    }),
    { numRuns: 30 },
  ));
