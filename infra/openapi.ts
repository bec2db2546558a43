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

/** The names of everything that public pages and lists take in their queries. */
export const queriesNow = async (): Promise<string[]> => {
  const names = (await allEndpoints())
    .filter(({ route: { key, who } }) => key.startsWith("GET ") && !who.by.startsWith("staff-"))
    .flatMap(({ spec: { query } }) => Object.keys(shapeOf(query)));
  return [...new Set(names)].sort();
};

if (import.meta.main) {
  writeFileSync(QUERIES, `${JSON.stringify(await queriesNow())}\n`);
  writeFileSync(DOCUMENT, JSON.stringify(await openapiNow()));
  execFileSync("npx", ["biome", "format", "--write", fileURLToPath(DOCUMENT), fileURLToPath(QUERIES)], {
    cwd: root,
  });
  console.log("functions/site/openapi.json and functions/edge/queries.json are written.");
}
