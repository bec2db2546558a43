import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Mutant } from "./mutants.ts";
import { ACTIVE, NOT_HERE, REACHED } from "./tree.ts";

export type Outcome = "killed" | "timed out" | "survived" | "not reached";

/** What a file of tests came by, and how long it took while nothing was changed. */
interface Reach {
  readonly mutants: ReadonlySet<string>;
  readonly ms: number;
}

/** A mutant that makes tests this much slower never ends, and is noticed like one that fails. */
const SLOWER = 4;
const START_MS = 60_000;
/**
 * The tests that say most about a mutant come first: those that reach the fewest others. One that these many files do not notice counts as
 * survived, though others might notice it: the score is never too high.
 */
const NEAREST = [6, 24] as const;

/** Runs tests of the tree, for so long at most; whether all of them passed. */
const vitest = (
  folder: string,
  args: readonly string[],
  { env, limitMs }: { readonly env: Readonly<Record<string, string>>; readonly limitMs?: number },
) =>
  new Promise<Exclude<Outcome, "not reached">>((resolve) => {
    const command = ["run", "--config", "vitest.mutants.ts", ...args];
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
    const late = () => {
      isLate = true;
      end();
    };
    const limit = limitMs === undefined ? undefined : setTimeout(late, limitMs);
    child.on("close", (code) => {
      clearTimeout(limit);
      end();
      resolve(isLate ? "timed out" : code === 0 ? "survived" : "killed");
    });
  });

/** What vitest's JSON report says of each file of tests. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly startTime: number;
    readonly endTime: number;
  }[];
}

/** Which files of tests came by which mutant. Files that fail before anything is changed notice nothing: they are named, and left out. */
export const reachedBy = async (
  folder: string,
  tests: readonly string[],
): Promise<ReadonlyMap<string, Reach>> => {
  const told = join(folder, "reached.jsonl");
  const report = join(folder, "report.json");
  const excluded = NOT_HERE.map((file) => `--exclude=${file}`);
  await vitest(folder, [...excluded, "--reporter=json", `--outputFile=${report}`, ...tests], {
    env: { [REACHED]: told },
  });
  const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
  const msOf = new Map<string, number>();
  for (const { name, status, startTime, endTime } of testResults)
    if (status === "passed") msOf.set(name, endTime - startTime);
    else console.error(`left out, as it fails without any change: ${relative(folder, name)}`);
  const byTest = new Map<string, Reach>();
  for (const line of readFileSync(told, "utf8").trim().split("\n")) {
    const { file, reached } = JSON.parse(line) as { file: string; reached: string[] };
    const ms = msOf.get(file);
    if (ms !== undefined) byTest.set(relative(folder, file), { mutants: new Set(reached), ms });
  }
  return byTest;
};

/** What becomes of one mutant: the nearest tests first, then those a little further off that come by it. */
export const tried = async (
  folder: string,
  { id }: Mutant,
  byTest: ReadonlyMap<string, Reach>,
): Promise<Outcome> => {
  const near = [...byTest]
    .filter(([, { mutants }]) => mutants.has(id))
    .toSorted(([, a], [, b]) => a.mutants.size - b.mutants.size);
  if (near.length === 0) return "not reached";
  let from = 0;
  for (const to of NEAREST) {
    const chosen = near.slice(from, to);
    from = to;
    if (chosen.length === 0) continue;
    const limitMs = START_MS + SLOWER * chosen.reduce((sum, [, { ms }]) => sum + ms, 0);
    const files = chosen.map(([file]) => file);
    const outcome = await vitest(folder, ["--bail=1", ...files], { env: { [ACTIVE]: id }, limitMs });
    if (outcome !== "survived") return outcome;
  }
  return "survived";
};
