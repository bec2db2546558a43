/** `npm run check`: types, lint and format, and the architecture: who may know whom, and nothing that nobody uses. */
import { spawn } from "node:child_process";
import { once } from "node:events";

const CHECKS: readonly (readonly [name: string, ...command: string[]])[] = [
  // One checker: each would work out the types of zod and of the AWS clients for itself.
  ["types", "tsc", "-b", "--checkers", "1"],
  ["lint and format", "biome", "check", "--error-on-warnings"],
  ["architecture", "vitest", "run", "tests/architecture/", "--reporter=dot"],
];

/** All at once; what each of them says is printed when it is done. */
const outcomes = CHECKS.map(async ([name, command = "", ...args]) => {
  const started = performance.now();
  const check = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
  const output: Buffer[] = [];
  for (const stream of [check.stdout, check.stderr]) stream.on("data", (part: Buffer) => output.push(part));
  const [status] = await once(check, "close");
  process.stdout.write(Buffer.concat(output));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  return status === 0;
});
process.exitCode = (await Promise.all(outcomes)).every((isOk) => isOk) ? 0 : 1;
