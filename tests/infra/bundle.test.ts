import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle, unwritten } from "../../infra/aws/bundle.ts";
import { functionNames } from "../../infra/aws/functions.ts";

/** Every client of the SDK, zod, the mail composer and dates are in each bundle; what goes beyond is a mistake. */
const BUDGET_BYTES = 1_350_000;

const folder = mkdtempSync(join(tmpdir(), "rynek-bundle-"));
let outputs: [string, { bytes: number; inputs: Record<string, unknown> }][];
beforeAll(async () => {
  outputs = Object.entries((await bundle(folder)).outputs).filter(([path]) => path.endsWith(".cjs"));
});
afterAll(() => rmSync(folder, { recursive: true }));

test("every function of the house is written and bundled", () => {
  expect(unwritten()).toEqual([]);
  for (const name of functionNames) expect(existsSync(join(folder, name, "index.cjs")), name).toBe(true);
});

test("a function starts small: nothing of the stacks or the laptop is in it", () => {
  for (const [path, { bytes, inputs }] of outputs) {
    expect(bytes, path).toBeLessThan(BUDGET_BYTES);
    const strangers = Object.keys(inputs).filter((input) =>
      /aws-cdk-lib|cdk-nag|(^|\/)infra\/|(^|\/)tests\//.test(input),
    );
    expect(strangers, path).toEqual([]);
  }
});
