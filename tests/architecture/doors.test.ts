import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { allEndpoints, functions } from "../../functions/all.ts";
import { endpointsOf } from "../../functions/endpoints.ts";
import { type Route, routes } from "../../functions/routes.ts";
import { openapiNow } from "../../infra/openapi.ts";
import { ROOT } from "./house.ts";

interface Doors {
  /** Rows of the route table by name. */
  readonly rows: Readonly<Record<string, Pick<Route, "key" | "fn" | "page">>>;
  /** Keys that the endpoints of a function answer. */
  readonly answered: Readonly<Record<string, readonly string[]>>;
  /** Names of operations by method and path. */
  readonly described: ReadonlyMap<string, string>;
}

/** What is in one of the three and not in the others: the table, the functions, the OpenAPI document. */
const faultsOf = ({ rows, answered, described }: Doors): string[] => {
  const table = Object.entries(rows);
  const keys = new Set(table.map(([, { key }]) => key as string));
  return [
    ...table.flatMap(([name, { key, fn }]) =>
      answered[fn]?.includes(key) ? [] : [`${name}: no endpoint of ${fn}`],
    ),
    ...Object.entries(answered).flatMap(([fn, all]) =>
      all.filter((key) => !keys.has(key)).map((key) => `${key}: an endpoint of ${fn} without a row`),
    ),
    ...table.flatMap(([name, { key, page }]) =>
      !page && / \/v1\//.test(key) && described.get(key) !== name ? [`${name}: no operation`] : [],
    ),
    ...[...described].flatMap(([key]) => (keys.has(key) ? [] : [`${key}: an operation without a row`])),
  ];
};

// biome-ignore lint/suspicious/noExplicitAny: a JSON document, looked into here and there
type Document = any;

const committed: Document = JSON.parse(readFileSync(join(ROOT, "functions/site/openapi.json"), "utf8"));

const DOORS: Doors = {
  rows: routes as Record<string, Route>,
  answered: Object.fromEntries(
    Object.entries(functions).map(([fn, { endpoints = [] }]) => [
      fn,
      endpoints.map(({ route }) => route.key),
    ]),
  ),
  described: new Map(
    Object.entries<Document>(committed.paths).flatMap(([path, methods]) =>
      Object.entries<Document>(methods).map(([method, { operationId }]): [string, string] => [
        `${method.toUpperCase()} ${path}`,
        operationId,
      ]),
    ),
  ),
};

describe("the house", () => {
  it("has an endpoint for every row and a row for every endpoint; what programs use is in the OpenAPI document", () => {
    expect(Object.keys(DOORS.rows).length).toBeGreaterThan(100);
    expect(faultsOf(DOORS)).toEqual([]);
  });

  it("finds under every row the endpoint of that row", async () => {
    const served = Object.values(functions).flatMap(({ endpoints = [] }) => endpoints);
    expect((await allEndpoints()).map(({ route }) => route)).toEqual(served.map(({ route }) => route));
  });

  it("has no function that lacks one of its rows, nor another row's endpoint in its place: neither compiles", () => {
    type Modules = Parameters<typeof endpointsOf<"site">>[1];
    const home: Modules["getHome"] = () => import("../../functions/site/get-home.ts");
    // @ts-expect-error: the module exports no endpoint under that name
    const absent: Modules["getHelp"] = () => import("../../functions/site/get-home.ts");
    // @ts-expect-error: the endpoint under that name is another row's
    const another: Modules["getHelp"] = async () => ({ getHelp: (await home()).getHome });
    // @ts-expect-error: the other rows of the function are missing
    expect(endpointsOf("site", { getHome: home })).toHaveLength(1);
    expect([absent, another]).toHaveLength(2);
  });

  it("has committed the OpenAPI document that its schemas make; if not, run `npm run openapi`", async () => {
    const now: Document = JSON.parse(JSON.stringify(await openapiNow()));
    const changed = Object.keys({ ...committed.paths, ...now.paths }).filter(
      (path) => !isDeepStrictEqual(committed.paths[path], now.paths[path]),
    );
    expect(changed).toEqual([]);
    expect(isDeepStrictEqual(committed, now)).toBe(true);
  });
});

it("a row without an endpoint or an operation is found, and what has no row", () => {
  const rows = {
    getAll: { key: "GET /v1/all", fn: "site" },
    getNone: { key: "GET /v1/none", fn: "site" },
  } as const;
  const answered = { site: ["GET /v1/all", "GET /v1/stray"] };
  const described = new Map([
    ["GET /v1/all", "getAll"],
    ["GET /v1/gone", "getGone"],
  ]);
  expect(faultsOf({ rows, answered, described })).toEqual([
    "getNone: no endpoint of site",
    "GET /v1/stray: an endpoint of site without a row",
    "getNone: no operation",
    "GET /v1/gone: an operation without a row",
  ]);
});
