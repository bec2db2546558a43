import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Instrumented } from "./mutants.ts";

/** The environment variable that names the active mutant, and the one that names the file for what a test reached. */
export const ACTIVE = "RYNEK_MUTANT";
export const REACHED = "RYNEK_REACHED";

/**
 * What instrumented code asks of the run: whether a mutant is active; and it says which places it came by. What it came by while a module was
 * loaded is told apart: files of tests share modules, and only the first of them loads one.
 */
const header = (file: string): string => `// @ts-nocheck
const rynekMutants = (globalThis.rynekMutants ??= { active: process.env.${ACTIVE}, reached: new Set(), loading: [], loaded: {} });
const stryMutAct_9fa48 = (id) => rynekMutants.active === id;
const stryCov_9fa48 = (...ids) => {
  const file = rynekMutants.loading.at(-1);
  const reached = file === undefined ? rynekMutants.reached : (rynekMutants.loaded[file] ??= new Set());
  for (const id of ids) reached.add(id);
};
rynekMutants.loading.push(${JSON.stringify(file)});
`;

const FOOTER = `
rynekMutants.loading.pop();
`;

/** After each file of tests: which mutants it came by. */
const SETUP = `import { appendFileSync } from "node:fs";
import { afterAll, expect } from "vitest";
afterAll(() => {
  const { reached = new Set(), loaded = {} } = globalThis.rynekMutants ?? {};
  const told = {
    test: expect.getState().testPath,
    reached: [...reached],
    loaded: Object.fromEntries(Object.entries(loaded).map(([file, ids]) => [file, [...ids]])),
  };
  if (process.env.${REACHED}) appendFileSync(process.env.${REACHED}, JSON.stringify(told) + "\\n");
  reached.clear();
});
`;

const CONFIG = `import { mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";
export default mergeConfig(config, { test: { setupFiles: ["./mutants-reached.ts"] } });
`;

/** Tests that look at the project's own files, which are others here, or that run for longer than they say. */
export const NOT_HERE = [
  "tests/architecture/rooms.test.ts",
  "tests/architecture/graph.test.ts",
  "tests/architecture/lines.test.ts",
  "tests/bench.test.ts",
  "tests/local/bootstrap.test.ts",
];

/** A copy of the project, and node_modules by reference. */
export const openTree = () => {
  const folder = mkdtempSync(join(tmpdir(), "rynek-mutants-"));
  const listed = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8", maxBuffer: 64 << 20 });
  for (const name of listed.split("\0").filter((one) => one !== "")) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    cpSync(name, join(folder, name));
  }
  writeFileSync(join(folder, "mutants-reached.ts"), SETUP);
  writeFileSync(join(folder, "vitest.mutants.ts"), CONFIG);
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
  let written: Instrumented["files"] = [];
  return {
    folder,
    /** Puts these files in the place of the project's own, in which those before stand again. */
    put: (files: Instrumented["files"]): void => {
      for (const { name } of written) cpSync(name, join(folder, name));
      for (const { name, content } of files)
        writeFileSync(join(folder, name), `${header(name)}${content}${FOOTER}`);
      written = files;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};

export type Tree = ReturnType<typeof openTree>;
