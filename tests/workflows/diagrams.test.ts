import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DRAWINGS, redrawn } from "../../infra/diagrams/drawings.ts";

test.each(DRAWINGS)("the diagram $name shows what runs (else: npm run diagrams)", (drawing) => {
  const page = readFileSync(drawing.page, "utf8");
  expect(redrawn(page, drawing)).toBe(page);
});
