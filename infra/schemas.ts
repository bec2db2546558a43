/** `npm run schemas`: the JSON Schemas of the files that others read (city profiles, rule sets, counting rules, result packages), in docs/schemas. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { City } from "../shared/domain/city.ts";
import { Decisions, Manifest, PackageSignature } from "../shared/domain/results/package.ts";
import { Results } from "../shared/domain/results/results.ts";
import { RuleSet } from "../shared/domain/rule-set.ts";
import { CountingRule } from "../shared/domain/tally/rule.ts";
import { Tally } from "../shared/domain/tally/tally.ts";
import { PoolChoices } from "../shared/domain/voting/pool-choices.ts";
import { VoidBallots } from "../shared/domain/voting/void.ts";

/** What others read and write as files, by the name of its schema. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  city: City,
  "rule-set": RuleSet,
  "counting-rule": CountingRule,
  "package-manifest": Manifest,
  "package-signature": PackageSignature,
  "package-results": Results,
  "package-decisions": Decisions,
  "package-voids": VoidBallots,
  "package-choices": PoolChoices,
  "package-tally": Tally,
};

/** JSON Schema 2020-12, generated from the schema that validates. */
export const schemaText = (name: string): string => {
  const schema = SCHEMAS[name];
  if (!schema) throw new Error(`no schema is called ${name}`);
  const { $schema, ...rest } = z.toJSONSchema(schema, { reused: "ref" });
  return `${JSON.stringify({ $schema, title: name, ...rest }, null, 2)}\n`;
};

const root = fileURLToPath(new URL("../", import.meta.url));
export const FOLDER = join(root, "docs/schemas");

if (import.meta.main) {
  mkdirSync(FOLDER, { recursive: true });
  for (const name of Object.keys(SCHEMAS))
    writeFileSync(join(FOLDER, `${name}.schema.json`), schemaText(name));
  execFileSync("npx", ["biome", "format", "--write", FOLDER], { cwd: root });
  console.log(`docs/schemas: ${Object.keys(SCHEMAS).join(", ")}`);
}
