import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle, unwritten } from "../../infra/aws/bundle.ts";
import { functionNames } from "../../infra/aws/functions.ts";

/** The SDK and zod are 430 kB of it; what the SDK's other clients and the mail composer add is known, more is a mistake. */
const BUDGET_BYTES = 1_500_000;

const folder = mkdtempSync(join(tmpdir(), "rynek-bundle-"));
let outputs: [string, { bytes: number; inputs: Record<string, unknown> }][];
beforeAll(() => {
  outputs = Object.entries(bundle(folder).outputs).filter(([path]) => path.endsWith(".cjs"));
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
