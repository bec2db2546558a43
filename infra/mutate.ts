/** `npm run mutate`: changes the code in small ways, one at a time, and counts the changes that no test notices. */
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { type Mutant, mutantsOf, withMutants } from "./mutate/mutants.ts";
import { type Outcome, reachedBy, tried } from "./mutate/run.ts";
import { sampleOf } from "./mutate/sample.ts";
import { openTree } from "./mutate/tree.ts";

const USAGE = `npm run mutate [-- --sample N] [--seed N] [--least PERCENT] [PATH…] [--tests PATH]…
  PATH     files or folders to change; without one the functions, the store, the platform and the rules of the vote
  --sample how many changes are tried, drawn by the seed; without it all of them
  --tests  the tests that are run; without it all of them`;

const ROOMS = ["functions", "shared/store", "shared/platform", "shared/acts", "shared/domain/voting"];

const placeOf = ({ file, start }: Mutant): string => `${file}:${start.line + 1}:${start.column + 1}`;

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      sample: { type: "string" },
      seed: { type: "string", default: "1" },
      least: { type: "string", default: "80" },
      tests: { type: "string", multiple: true, default: [] },
      help: { type: "boolean" },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const started = performance.now();
  const rooms = positionals.length > 0 ? positionals : ROOMS;
  const files = rooms.flatMap((room) => (room.endsWith(".ts") ? [room] : globSync(`${room}/**/*.ts`))).sort();
  const all = await mutantsOf(files);
  const seed = Number(values.seed);
  const chosen = sampleOf(all, values.sample === undefined ? all.length : Number(values.sample), seed);
  const { files: written, mutants } = await withMutants(chosen);
  console.error(`${mutants.length} of ${all.length} changes in ${files.length} files, seed ${seed}`);

  const tree = openTree(written);
  try {
    const byTest = await reachedBy(tree.folder, values.tests);
    console.error(`${byTest.size} files of tests: ${minutesSince(started)} min`);
    const outcomes = new Map<Mutant, Outcome>();
    const left = [...mutants];
    const lane = async (): Promise<void> => {
      for (let one = left.pop(); one; one = left.pop()) {
        const outcome = await tried(tree.folder, one, byTest);
        outcomes.set(one, outcome);
        console.error(
          `${outcomes.size}/${mutants.length} ${outcome} ${placeOf(one)} ${one.mutator} → ${one.replacement.replace(/\s+/g, " ").slice(0, 80)}`,
        );
      }
    };
    await Promise.all(Array.from({ length: Math.max(1, Math.floor(availableParallelism() / 2)) }, lane));
    return tell(outcomes, Number(values.least), started);
  } finally {
    tree.close();
  }
};

const minutesSince = (started: number): string => ((performance.now() - started) / 60_000).toFixed(1);

const tell = (outcomes: ReadonlyMap<Mutant, Outcome>, least: number, started: number): number => {
  const unnoticed = [...outcomes].filter(
    ([, outcome]) => outcome === "survived" || outcome === "not reached",
  );
  for (const [mutant, outcome] of unnoticed)
    console.log(`${outcome}  ${placeOf(mutant)}  ${mutant.mutator} → ${mutant.replacement}`);
  const score = (100 * (outcomes.size - unnoticed.length)) / outcomes.size;
  console.log(
    `${outcomes.size - unnoticed.length} of ${outcomes.size} changes were noticed: ${score.toFixed(1)} % in ${minutesSince(started)} min`,
  );
  return score >= least ? 0 : 1;
};

process.exitCode = await main();
