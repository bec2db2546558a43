/** `npm run check`: types, lint and format, and the architecture: who may know whom, and nothing that nobody uses. */
import { spawnSync } from "node:child_process";

const CHECKS: readonly (readonly [name: string, ...command: string[]])[] = [
  ["types", "tsc", "-b"],
  ["lint and format", "biome", "check", "--error-on-warnings"],
  ["architecture", "vitest", "run", "tests/architecture.test.ts", "--reporter=dot"],
];

const failed = CHECKS.filter(([name, ...command]) => {
  const started = performance.now();
  const { status } = spawnSync(command[0] ?? "", command.slice(1), { stdio: "inherit" });
  console.log(
    `${status === 0 ? "ok    " : "FAILED"} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
  return status !== 0;
});
process.exitCode = failed.length > 0 ? 1 : 0;
