/** Writes the OpenAPI document that `GET /openapi.json` answers, from the route table and the schemas that validate. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { allEndpoints } from "../functions/all.ts";
import { routes } from "../functions/routes.ts";
import { openapiOf } from "../shared/platform/openapi.ts";

const root = new URL("../", import.meta.url);
const DOCUMENT = new URL("functions/site/openapi.json", root);

/** What the document has to say now. */
export const openapiNow = async () => {
  const { version } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as { version: string };
  return openapiOf({ version, routes, endpoints: await allEndpoints() });
};

if (import.meta.main) {
  writeFileSync(DOCUMENT, JSON.stringify(await openapiNow()));
  execFileSync("npx", ["biome", "format", "--write", fileURLToPath(DOCUMENT)], { cwd: root });
  console.log("functions/site/openapi.json is written.");
}
