/** Writes the OpenAPI document that `GET /openapi.json` answers, from the route table and the schemas that validate. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allEndpoints } from "../functions/all.ts";
import { routes } from "../functions/routes.ts";
import { openapiOf } from "../shared/platform/openapi.ts";
import { shapeOf } from "../shared/platform/openapi-operation.ts";

import { QUERIES } from "./edge-code.ts";

const root = new URL("../", import.meta.url);
const DOCUMENT = new URL("functions/site/openapi.json", root);

/** What the document has to say now. */
export const openapiNow = async () => {
  const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as { version: string };
  return openapiOf({ version, routes, endpoints: await allEndpoints() });
};

/** What the office and its API refuse is not dropped before they see it. */
const OFFICE = /^\/(?:urzad|v1\/staff)(?:\/|$)/;

/** The names of what pages and lists take in their queries, by their paths. */
export const queriesNow = async (): Promise<Record<string, string[]>> => {
  const queries: Record<string, string[]> = {};
  for (const { route, spec } of await allEndpoints()) {
    const [, path = ""] = route.key.split(" ");
    const names = Object.keys(shapeOf(spec.query));
    if (names.length === 0 || OFFICE.test(path)) continue;
    queries[path] = [...new Set([...(queries[path] ?? []), ...names])].sort();
  }
  return Object.fromEntries(Object.entries(queries).sort(([a], [b]) => (a < b ? -1 : 1)));
};

if (import.meta.main) {
  writeFileSync(QUERIES, `${JSON.stringify(await queriesNow())}\n`);
  writeFileSync(DOCUMENT, JSON.stringify(await openapiNow()));
  execFileSync("npx", ["biome", "format", "--write", fileURLToPath(DOCUMENT), fileURLToPath(QUERIES)], {
    cwd: root,
  });
  console.log("functions/site/openapi.json and functions/edge/queries.json are written.");
}
