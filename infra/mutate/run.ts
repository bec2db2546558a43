import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import type { Mutant } from "./mutants.ts";
import { ACTIVE, NOT_HERE, REACHED } from "./tree.ts";

export type Outcome = "killed" | "timed out" | "survived" | "not reached";

/** A mutant that never ends is noticed like one that fails. */
const LIMIT_MS = 5 * 60_000;
/** The tests that say most about a mutant come first: those that reach the fewest others. */
const NEAREST = 6;

/** Runs tests of the tree; whether all of them passed. */
const vitest = (folder: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
  new Promise<Exclude<Outcome, "not reached">>((resolve) => {
    const command = ["run", "--config", "vitest.mutants.ts", "--reporter=dot", ...args];
    // A group of its own, so that what tests have started ends with them.
    const child = spawn(join(folder, "node_modules/.bin/vitest"), command, {
      cwd: folder,
      env: { ...process.env, ...env },
      stdio: "ignore",
      detached: true,
    });
    const end = () => {
      try {
        process.kill(-(child.pid ?? 0), "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    };
    let isLate = false;
    const limit = setTimeout(() => {
      isLate = true;
      end();
    }, LIMIT_MS);
    child.on("close", (code) => {
      clearTimeout(limit);
      end();
      resolve(isLate ? "timed out" : code === 0 ? "survived" : "killed");
    });
  });

/** Which files of tests came by which mutant. Refused when tests fail before anything was changed. */
export const reachedBy = async (
  folder: string,
  tests: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const told = join(folder, "reached.jsonl");
  rmSync(told, { force: true });
  const excluded = NOT_HERE.map((file) => `--exclude=${file}`);
  const outcome = await vitest(folder, [...excluded, ...tests], { [REACHED]: told });
  if (outcome === "timed out" || !existsSync(told))
    throw new Error("the tests did not come to an end; nothing was mutated yet");
  const byTest = new Map<string, Set<string>>();
  for (const line of readFileSync(told, "utf8").trim().split("\n")) {
    const { file, reached } = JSON.parse(line) as { file: string; reached: string[] };
    byTest.set(relative(folder, file), new Set(reached));
  }
  return byTest;
};

/** What becomes of one mutant: the nearest tests first, then every other that comes by it. */
export const tried = async (
  folder: string,
  { id }: Mutant,
  byTest: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<Outcome> => {
  const near = [...byTest]
    .filter(([, reached]) => reached.has(id))
    .toSorted(([, a], [, b]) => a.size - b.size)
    .map(([file]) => file);
  if (near.length === 0) return "not reached";
  for (const files of [near.slice(0, NEAREST), near.slice(NEAREST)]) {
    if (files.length === 0) continue;
    const outcome = await vitest(folder, ["--bail=1", ...files], { [ACTIVE]: id });
    if (outcome !== "survived") return outcome;
  }
  return "survived";
};
