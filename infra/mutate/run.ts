import { spawn } from "node:child_process";
import { join } from "node:path";
import { ACTIVE } from "./tree.ts";

export type Outcome = "killed" | "timed out" | "survived" | "not reached";

/** A mutant that makes tests this much slower never ends, and is noticed like one that fails. */
const SLOWER = 4;
const START_MS = 30_000;
/**
 * For how long tests run against a mutant in vain, by what they took without one: first a few, then more of those that come by it. One that
 * these do not notice counts as survived, though others might notice it: the score is never too high.
 */
const TRIED_MS = [6_000, 60_000] as const;

/** Runs tests of the tree, for so long at most; whether all of them passed. */
export const vitest = (
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

interface Tested {
  readonly test: string;
  readonly ms: number;
}

/** From the beginning of a list as many files as take no longer together, and one at least. */
const within = (tests: readonly Tested[], limitMs: number): Tested[] => {
  let ms = 0;
  const end = tests.findIndex((one, index) => {
    ms += one.ms;
    return index > 0 && ms > limitMs;
  });
  return tests.slice(0, end < 0 ? tests.length : end);
};

/** What becomes of a mutant, by the files of tests that come by it, the nearest first. */
export const tried = async (folder: string, id: string, near: readonly Tested[]): Promise<Outcome> => {
  if (near.length === 0) return "not reached";
  let left = near;
  for (const triedMs of TRIED_MS) {
    const chosen = within(left, triedMs);
    left = left.slice(chosen.length);
    if (chosen.length === 0) break;
    const limitMs = START_MS + SLOWER * chosen.reduce((sum, { ms }) => sum + ms, 0);
    const files = chosen.map(({ test }) => test);
    const outcome = await vitest(folder, ["--bail=1", "--no-file-parallelism", ...files], {
      env: { [ACTIVE]: id },
      limitMs,
    });
    if (outcome !== "survived") return outcome;
  }
  return "survived";
};
