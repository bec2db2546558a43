import fc from "fast-check";
import { expect, test } from "vitest";
import { functions } from "../../functions/all.ts";
import { type Route, routes } from "../../functions/routes.ts";
import { type GatewayRow, gatewayRows } from "../../shared/platform/gateway.ts";
import { matcher } from "../../shared/platform/match.ts";
import { seed } from "../kit/chance.ts";

const rows: readonly Route[] = Object.values(routes);
const table = gatewayRows(routes);

const split = (key: string): [method: string, segments: string[]] => {
  const [method = "", path = ""] = key.split(" ");
  return [method, path.slice(1).split("/")];
};

const fits = (pattern: readonly string[], path: readonly string[]): boolean =>
  pattern.every((segment, i) =>
    segment.endsWith("+}")
      ? path.slice(i).join("/") !== ""
      : segment.startsWith("{")
        ? (path[i] ?? "") !== ""
        : segment === path[i],
  ) &&
  (pattern.at(-1)?.endsWith("+}") || pattern.length === path.length);

const patterns = table
  .filter(({ key }) => key !== "$default")
  .map((row) => {
    const [method, segments] = split(row.key);
    const literals = segments.filter((one) => !one.startsWith("{")).length;
    return { row, method, segments, literals, path: segments.join("/"), isGreedy: row.key.endsWith("+}") };
  });
type Pattern = (typeof patterns)[number];

const named = new Set(table.map(({ key }) => key));

const most = (some: readonly Pattern[], measure: (one: Pattern) => number): GatewayRow[] => {
  const best = Math.max(...some.map(measure));
  return some.filter((one) => measure(one) === best).map(({ row }) => row);
};

/**
 * What AWS says of routing an HTTP API: a full match of route and method, then a greedy one, then `$default`; of several the most specific;
 * `ANY` is every method that the path does not name. Where it leaves open what is more specific, every row that may be meant is answered.
 */
const mayBeMeant = (method: string, asked: readonly string[]): readonly GatewayRow[] => {
  const fitting = patterns.filter(
    ({ method: own, path, segments }) =>
      (own === method || (own === "ANY" && !named.has(`${method} /${path}`))) && fits(segments, asked),
  );
  const full = fitting.filter(({ isGreedy }) => !isGreedy);
  if (full.length > 0) return most(full, ({ literals }) => literals);
  return fitting.length > 0
    ? most(fitting, ({ segments }) => segments.length)
    : table.filter(({ key }) => key === "$default");
};

/** Values for a path's parameters: also names that stand in other paths, so that rows meet. */
const words = [...new Set(rows.flatMap(({ key }) => split(key)[1].filter((one) => !one.startsWith("{"))))];
const value = fc.oneof(
  fc.constantFrom(...words.filter((word) => word !== "")),
  fc.stringMatching(/^[a-zł %?._~-]{1,8}$/),
);

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

test("for every row and every path the gateway picks the row's function and its guard", () => {
  const own = matcher(rows);
  for (const row of rows) {
    const [method, pattern] = split(row.key);
    const path = fc.tuple(...pattern.map((one) => (one.startsWith("{") ? value : fc.constant(one))));
    fc.assert(
      fc.property(path, (segments) => {
        // Another row may know the address better: then it is that one's.
        const found = own(method, segments);
        if (!found.found) throw new Error(`${row.key} is not found`);
        const { fn, who } = found.match.row;
        for (const { fn: asked, guard } of mayBeMeant(method, segments))
          expect([asked, guard]).toEqual([fn, who.by === "staff-token" ? "staff-token" : "none"]);
      }),
      { numRuns: 12, seed },
    );
  }
});

test("the local gateway picks what AWS's rules leave to pick", () => {
  const pick = matcher(table);
  const path = fc.array(fc.oneof(fc.constantFrom(...words), value, fc.constant("")), {
    minLength: 1,
    maxLength: 7,
  });
  fc.assert(
    fc.property(fc.constantFrom(...METHODS), path, (method, segments) => {
      const found = pick(method, segments);
      expect(found.found && mayBeMeant(method, segments)).toContain(found.found && found.match.row);
    }),
    { numRuns: 1200, seed },
  );
});

test("a token of staff is asked for below /v1/staff and for files that come in, and nowhere else", () => {
  for (const { key, guard } of table)
    expect([key, guard === "staff-token"]).toEqual([key, / \/v1\/(?:staff|uploads)(?:\/|$)/.test(key)]);
  for (const { key, who } of rows)
    expect([key, who.by === "staff-token"]).toEqual([key, / \/v1\/(?:staff|uploads)(?:\/|$)/.test(key)]);
});

test("every function that the gateway calls has endpoints", () => {
  for (const { fn } of table) expect(functions[fn]?.endpoints?.length, fn).toBeGreaterThan(0);
});

test("a path of two functions, and one that is guarded by halves are not made; a limit behind a prefix is kept", () => {
  const row = (key: Route["key"], more: Partial<Route> = {}): Route => ({
    key,
    fn: "site",
    who: { by: "anyone" },
    ...more,
  });
  const staff = { who: { by: "staff-token", roles: ["admin"] } } as const;
  const made = (...some: Route[]) => gatewayRows(Object.fromEntries(some.map((one, i) => [i, one])));
  const limit = { rate: 1, burst: 1 };
  const [behind] = made(row("GET /urzad/a/c"), row("GET /urzad/a"), row("GET /urzad/a/b", { limit })).filter(
    ({ key }) => key === "ANY /urzad/a/b",
  );
  expect(behind?.limit).toEqual(limit);
  expect(() => made(row("GET /a"), row("POST /a", { fn: "voting" }))).toThrow(/\/a/);
  expect(() => made(row("GET /v1/staff/a", staff), row("POST /v1/staff/a"))).toThrow(/guarded/);
});

test("a method with a limit of its own keeps it, beside what else the path takes", () => {
  const row = (key: Route["key"], more: Partial<Route> = {}): Route => ({
    key,
    fn: "site",
    who: { by: "anyone" },
    ...more,
  });
  const limit = { rate: 20, burst: 40 };
  expect(
    gatewayRows({ get: row("GET /a"), post: row("POST /a", { limit }), only: row("POST /b", { limit }) }),
  ).toEqual([
    { key: "ANY /a", fn: "site", guard: "none" },
    { key: "POST /a", fn: "site", guard: "none", limit },
    { key: "ANY /b", fn: "site", guard: "none", limit },
    { key: "$default", fn: "site", guard: "none" },
  ]);
});
