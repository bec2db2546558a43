import { randomInt } from "node:crypto";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import SlowestFirst from "./tests/kit/slowest-first.ts";

// All chance of a run is drawn from this: a run that fails is had again from its seed.
process.env.RYNEK_SEED ||= String(randomInt(2 ** 31));
// Commands that tests start compile the house once, not each anew.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, ".cache/node");

// Where a change is judged every test runs, and what each took is kept.
const isJudged = process.env.RYNEK_EVERY_TEST !== undefined;

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: "tests/kit/before-run.ts",
    setupFiles: "tests/kit/before-file.ts",
    sequence: { sequencer: SlowestFirst },
    pool: "forks",
    // As many as cores: the engines and browsers of tests, processes of their own, fill what is left.
    maxWorkers: availableParallelism(),
    // Room for what a request leaves behind: without it a tenth of the time goes into collecting it.
    execArgv: ["--max-semi-space-size=64"],
    // Files that a worker runs share its modules: what a file changes beyond its own house, it puts back.
    isolate: false,
    fsModuleCache: true,
    fsModuleCachePath: ".cache/vitest",
    allowOnly: !isJudged,
    reporters: isJudged
      ? [
          "default",
          ["junit", { outputFile: "reports/tests.xml" }],
          "./tests/kit/no-skips.ts",
          "./tests/kit/accidents.ts",
        ]
      : ["default", "./tests/kit/accidents.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
