import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FOLDER, SCHEMAS, schemaText } from "../../infra/schemas.ts";

test.each(Object.keys(SCHEMAS))(
  "the published schema %s is the one that validates (npm run schemas)",
  (name) => {
    const published = JSON.parse(readFileSync(join(FOLDER, `${name}.schema.json`), "utf8"));
    expect(published).toEqual(JSON.parse(schemaText(name)));
  },
);
