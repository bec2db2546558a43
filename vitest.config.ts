import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "forks",
    // One more than cores: a test waits for its engine, a process of its own.
    maxWorkers: availableParallelism() + 1,
    // Files that a worker runs share its modules: what a file changes beyond its own house, it puts back.
    isolate: false,
    fsModuleCache: true,
    fsModuleCachePath: ".cache/vitest",
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
