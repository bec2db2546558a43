/** `npm run mutate`: changes the code in small ways, one at a time, and counts the changes that no test notices. */
import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { type Mutant, withAllMutants, withMutants } from "./mutate/mutants.ts";
import { nearest, reachedBy } from "./mutate/reach.ts";
import { type Outcome, tried } from "./mutate/run.ts";
import { sampleOf } from "./mutate/sample.ts";
import { NOT_HERE, openTree } from "./mutate/tree.ts";

const USAGE = `npm run mutate [-- --sample N] [--seed N] [--least PERCENT] [PATH…] [--tests PATH]…
  PATH     files or folders to change; without one the functions, the store, the platform and the rules of the vote
  --sample how many changes are tried, drawn by the seed; without it all of them
  --tests  the tests that are run; without it all of them
What each file of tests comes by is kept in .cache: only what has changed since runs again before the first change is tried.`;

const ROOMS = ["functions", "shared/store", "shared/platform", "shared/acts", "shared/domain/voting"];

const filesOf = (rooms: readonly string[]): string[] =>
  rooms.flatMap((room) => (room.endsWith(".ts") ? [room] : globSync(`${room}/**/*.ts`))).sort();

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
  const files = filesOf(rooms);
  // What tests come by is looked for in all rooms: it is kept for runs that ask for others.
  const whole = await withAllMutants([...new Set([...files, ...filesOf(ROOMS)])].sort());
  const all = whole.mutants.filter(({ file }) => files.includes(file));
  const seed = Number(values.seed);
  const chosen = sampleOf(all, values.sample === undefined ? all.length : Number(values.sample), seed);
  const { files: written, mutants } = await withMutants(chosen);
  console.error(`${mutants.length} of ${all.length} changes in ${files.length} files, seed ${seed}`);

  const tree = openTree();
  try {
    const asked = { tests: testsNamed(values.tests), files: [...new Set(mutants.map(({ file }) => file))] };
    const reached = await reachedBy(tree, asked, whole);
    console.error(`${Object.keys(reached).length} files of tests: ${minutesSince(started)} min`);
    tree.put(written);
    const outcomes = new Map<Mutant, Outcome>();
    const left = [...mutants];
    const lane = async (): Promise<void> => {
      for (let one = left.pop(); one; one = left.pop()) {
        const outcome = await tried(tree.folder, one.id, nearest(reached, one, whole));
        outcomes.set(one, outcome);
        console.error(
          `${outcomes.size}/${mutants.length} ${outcome} ${placeOf(one)} ${one.mutator} → ${one.replacement.replace(/\s+/g, " ").slice(0, 80)}`,
        );
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, lane));
    return tell(outcomes, Number(values.least), started);
  } finally {
    tree.close();
  }
};

/** The files of tests whose path has one of these in it; all of them where none is named. */
const testsNamed = (names: readonly string[]): string[] =>
  globSync("tests/**/*.test.ts")
    .filter((test) => names.length === 0 || names.some((name) => test.includes(name)))
    .filter((test) => !NOT_HERE.includes(test))
    .sort();

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
