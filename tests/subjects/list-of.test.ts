import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Deps } from "../../shared/platform/deps.ts";
import { pageAfter } from "../../shared/platform/lists.ts";
import { named } from "../../shared/platform/route.ts";
import { anyone, api } from "../../shared/platform/row.ts";
import { type Invoke, serve } from "../../shared/platform/serve.ts";
import { listOf } from "../../shared/subjects/list-of.ts";
import { runs } from "../kit/chance.ts";
import { answered, httpEvent } from "../kit/event.ts";
import { openPlace, type Place } from "../kit/place.ts";

const Bench = z.object({ id: z.string(), name: z.string(), places: z.int() });
/** Kept of a bench, and nobody's business. */
const SECRET = "under the third plank";
type Bench = z.infer<typeof Bench>;

const rows = named({
  getBenches: api("GET /v1/benches", "site", anyone),
  getAllBenches: api("GET /v1/all-benches", "site", anyone),
  getBenchesFile: api("GET /v1/benches.csv", "site", anyone),
});

let place: Place;
let ask: Invoke;
/** What the list has. */
let benches: readonly Bench[] = [];
/** How many items were asked for, each time that it was read. */
let asked: number[] = [];

beforeAll(async () => {
  place = await openPlace();
  const list = listOf({
    id: "Benches",
    item: Bench,
    filters: { places: z.coerce.number().int().optional() },
    passes: ({ places }, filters) => filters.places === undefined || places === filters.places,
    read: async (_asked, page) => {
      asked.push(page.limit);
      return pageAfter(
        benches.map((one) => ({ ...one, key: SECRET })),
        page,
      );
    },
    columns: [
      { head: ({ frame }) => frame.form.optional, cell: ({ name }) => name },
      { head: () => "miejsca", cell: ({ places }) => places },
    ],
    cache: "public, max-age=60",
  });
  const whole = listOf({
    id: "AllBenches",
    item: Bench,
    pageSize: 3,
    read: async (_asked, page) => pageAfter(benches, page),
  });
  const endpoints = [
    whole.json(rows.getAllBenches, "All benches"),
    list.json(rows.getBenches, "Benches", "Of the whole city."),
    list.csv(rows.getBenchesFile, "Benches as a table", "lawki.csv"),
  ];
  const deps: Deps = place.deps;
  ask = serve({ endpoints: endpoints.map((one) => ({ route: one.route, load: async () => one })) }, deps);
});
afterAll(() => place?.close());

const get = async (target: string) => {
  const answer = answered(await ask(httpEvent({ ask: `GET ${target}`, isOfTest: true })));
  expect(answer.status).toBe(200);
  return answer;
};

const Page = z.object({ items: z.array(Bench), next: z.string().nullable() });

/** Every page of the list, by following it to its end. */
const pagesOf = async (query: Readonly<Record<string, string>>) => {
  const pages: Bench[][] = [];
  let next: string | null = null;
  do {
    const of: URLSearchParams = new URLSearchParams({ ...query, ...(next !== null && { cursor: next }) });
    const page = Page.parse((await get(`/v1/benches?${of}`)).json());
    pages.push(page.items);
    next = page.next;
  } while (next !== null);
  return pages;
};

/** Every part of the file, by following the header that names the next. */
const partsOf = async (path: string): Promise<string[][][]> => {
  const { text, headers } = await get(path);
  const part = parse(text, { delimiter: ";", bom: true }) as string[][];
  const next = /^<([^>]+)>; rel="next"$/.exec(headers.link ?? "")?.[1];
  if (next === undefined) return [part];
  const { pathname, search } = new URL(next, `https://test.invalid${path}`);
  return [part, ...(await partsOf(pathname + search))];
};

const SOME_BENCHES = fc
  .array(fc.record({ name: fc.string({ maxLength: 8 }), places: fc.integer({ min: 1, max: 3 }) }), {
    maxLength: 40,
  })
  .map((all) => all.map((one, index) => ({ id: `ławka-${index}`, ...one })));

const AN_ASK = fc.record({
  all: SOME_BENCHES,
  limit: fc.integer({ min: 1, max: 12 }),
  places: fc.option(fc.integer({ min: 1, max: 4 })),
});

const queryOf = ({ limit, places }: { readonly limit: number; readonly places: number | null }) => ({
  limit: String(limit),
  ...(places !== null && { places: String(places) }),
});

describe("a list", () => {
  it("has every item that passes once, in its order, however long its pages are, and none of them is empty", () =>
    fc.assert(
      fc.asyncProperty(AN_ASK, async ({ all, ...query }) => {
        benches = all;
        const pages = await pagesOf(queryOf(query));
        const { places, limit } = query;
        expect(pages.flat()).toEqual(all.filter((one) => places === null || one.places === places));
        for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit);
        if (pages.length > 1 && places === null) expect(pages.at(-1)).not.toEqual([]);
      }),
      { numRuns: runs(60) },
    ));

  it("is as long as its reader asks, and reads no more than it has to show", async () => {
    benches = Array.from({ length: 120 }, (_, n) => ({ id: `${n}`, name: "Lipa", places: 1 }));
    asked = [];
    expect((await pagesOf({})).map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(asked).toEqual([50, 50, 50]);
    const { headers } = await get("/v1/benches");
    expect(headers["cache-control"]).toBe("public, max-age=60");
  });

  it("of which nothing more is said has all there is, in pages as long as it says", async () => {
    benches = Array.from({ length: 7 }, (_, n) => ({ id: `${n}`, name: "Lipa", places: 1 }));
    const found = Page.parse((await get("/v1/all-benches")).json());
    expect(found.items).toEqual(benches.slice(0, 3));
    const more = Page.parse((await get(`/v1/all-benches?limit=9&cursor=${found.next}`)).json());
    expect(more).toEqual({ items: benches.slice(3), next: null });
  });

  it("shows of its items what it declares", async () => {
    benches = [{ id: "0", name: "Lipa", places: 1 }];
    expect((await get("/v1/benches")).text).not.toContain(SECRET);
  });

  it("takes no page and no filter that it does not know", async () => {
    for (const query of ["limit=0", "limit=201", "cursor=*", "places=x"]) {
      const answer = answered(await ask(httpEvent({ ask: `GET /v1/benches?${query}`, isOfTest: true })));
      expect([query, answer.status]).toEqual([query, 400]);
    }
  });
});

describe("its file", () => {
  it("has the lines of the list in its parts together, with the same filters, and no cell that starts a formula", () =>
    fc.assert(
      fc.asyncProperty(AN_ASK, async ({ all, ...query }) => {
        benches = all;
        const parts = await partsOf(`/v1/benches.csv?${new URLSearchParams(queryOf(query))}`);
        const found = (await pagesOf(queryOf(query))).flat();
        for (const [head] of parts) expect(head).toEqual(["(nieobowiązkowe)", "miejsca"]);
        const lines = parts.flatMap(([_head, ...rest]) => rest);
        expect(lines.map(([name = "", places]) => [name.replace(/^'/, ""), places])).toEqual(
          found.map(({ name, places }) => [name.replace(/^'/, ""), String(places)]),
        );
        for (const [name = ""] of lines) expect(name).not.toMatch(/^\s*[=+\-@]/);
      }),
      { numRuns: runs(60) },
    ));

  it("comes in parts of two thousand lines, of which each but the last names the next", async () => {
    benches = Array.from({ length: 4001 }, (_, n) => ({
      id: `${n}`,
      name: `Ławka ${n}`,
      places: 1 + (n % 2),
    }));
    const parts = await partsOf("/v1/benches.csv?places=1");
    expect(parts.map(({ length }) => length)).toEqual([2001, 2]);
    expect(new Set(parts.flat().map(([name]) => name)).size).toBe(2002);
    const { headers } = await get("/v1/benches.csv");
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(headers["content-disposition"]).toContain("lawki.csv");
  });
});
