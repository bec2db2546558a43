import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { File } from "@stryker-mutator/instrumenter";

/** The environment variable that names the active mutant, and the one that names the file for what a test reached. */
export const ACTIVE = "RYNEK_MUTANT";
export const REACHED = "RYNEK_REACHED";

/** What instrumented code asks of the run: whether a mutant is active; and it says which places it came by. */
const HEADER = `// @ts-nocheck
const rynekMutants = (globalThis.rynekMutants ??= { active: process.env.${ACTIVE}, reached: new Set() });
const stryMutAct_9fa48 = (id) => rynekMutants.active === id;
const stryCov_9fa48 = (...ids) => { for (const id of ids) rynekMutants.reached.add(id); };
`;

/** After each file of tests: which mutants it came by. */
const SETUP = `import { appendFileSync } from "node:fs";
import { afterAll, expect } from "vitest";
afterAll(() => {
  const reached = [...(globalThis.rynekMutants?.reached ?? [])];
  const file = expect.getState().testPath;
  if (process.env.${REACHED}) appendFileSync(process.env.${REACHED}, JSON.stringify({ file, reached }) + "\\n");
});
`;

const CONFIG = `import { mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";
export default mergeConfig(config, { test: { setupFiles: ["./mutants-reached.ts"], isolate: true } });
`;

/** Tests that look at the project's own files, which are others here, or that run for longer than they say. */
export const NOT_HERE = [
  "tests/architecture/rooms.test.ts",
  "tests/architecture/graph.test.ts",
  "tests/architecture/lines.test.ts",
  "tests/bench.test.ts",
  "tests/local/bootstrap.test.ts",
];

/** A copy of the project with these files in their place, and node_modules by reference. */
export const openTree = (files: readonly File[]) => {
  const folder = mkdtempSync(join(tmpdir(), "rynek-mutants-"));
  const listed = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8", maxBuffer: 64 << 20 });
  for (const name of listed.split("\0").filter((one) => one !== "")) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(name, join(folder, name));
  }
  for (const { name, content } of files) writeFileSync(join(folder, name), HEADER + content);
  writeFileSync(join(folder, "mutants-reached.ts"), SETUP);
  writeFileSync(join(folder, "vitest.mutants.ts"), CONFIG);
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  return { folder, close: () => rmSync(folder, { recursive: true, force: true }) };
};
