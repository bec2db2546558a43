import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { type Instrumented, isSame, type Mutant } from "./mutants.ts";
import { vitest } from "./run.ts";
import { REACHED, type Tree } from "./tree.ts";

const Reach = z.object({
  /** The hash of the file of tests. */
  hash: z.string(),
  ms: z.number(),
  /** The mutants that were come by, counted from 0, by the file of code as it was then. */
  came: z.record(z.string(), z.object({ hash: z.string(), places: z.array(z.int()) })),
});

/** What files of tests come by while nothing is changed, by the file of tests. */
type Reached = Readonly<Record<string, z.infer<typeof Reach>>>;

const Known = z.object({
  tests: z.record(z.string(), Reach),
  /** Files of code as they were when all tests were looked at: one that none came by is not looked for again. */
  looked: z.record(z.string(), z.string()),
});
type Known = z.infer<typeof Known>;

/** What a file of tests takes besides its tests: of two that are quicker than that, the nearer comes first. */
const QUICK_MS = 1000;

const KNOWN = ".cache/mutants.json";
const NOTHING: Known = { tests: {}, looked: {} };

const readKnown = (): Known =>
  existsSync(KNOWN) ? (Known.safeParse(JSON.parse(readFileSync(KNOWN, "utf8"))).data ?? NOTHING) : NOTHING;

const hashOf = (file: string): string =>
  createHash("sha256").update(readFileSync(file)).digest("base64url").slice(0, 12);

/**
 * The files of tests whose reach is not known, or not any more: they have changed, or a file that matters and that they came by has. One that
 * none has come by may be anybody's once it changes.
 */
export const outdated = (
  { tests: known, looked }: Known,
  { tests, files }: { readonly tests: readonly string[]; readonly files: readonly string[] },
  hash: (file: string) => string = hashOf,
): string[] => {
  const hashes = new Map(files.map((file) => [file, hash(file)]));
  const came = new Set(Object.values(known).flatMap((one) => Object.keys(one.came)));
  if (files.some((file) => !came.has(file) && looked[file] !== hashes.get(file))) return [...tests];
  return tests.filter((test) => {
    const one = known[test];
    if (one?.hash !== hash(test)) return true;
    return files.some((file) => one.came[file] && one.came[file].hash !== hashes.get(file));
  });
};

/** A line of what the tree tells of each file of tests (`tree.ts`). */
const Told = z.object({
  test: z.string(),
  reached: z.array(z.string()),
  loaded: z.record(z.string(), z.array(z.string())),
});
type Told = z.infer<typeof Told>;

/** What vitest's JSON report says of each file of tests. */
const Report = z.object({
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), startTime: z.number(), endTime: z.number() }),
  ),
});

const importsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/from "(\.[^"]+)"/g)].map(([, path = ""]) =>
    join(dirname(file), path),
  );

/**
 * What each file of tests came by. What happens while a module is loaded belongs to all that come by the module; one that nobody enters, as it
 * holds data alone, to all that come by whoever imports it.
 */
const placesOf = (
  told: readonly Told[],
  { mutants }: Instrumented,
): Map<string, Map<string, Set<number>>> => {
  const places = new Map<string, { readonly file: string; readonly place: number }>();
  for (const [file, of] of Map.groupBy(mutants, (one) => one.file))
    for (const [place, { id }] of of.entries()) places.set(id, { file, place });
  const fileOf = (id: string): string => places.get(id)?.file ?? "";
  const loaded = new Map<string, Set<string>>();
  for (const one of told)
    for (const [file, ids] of Object.entries(one.loaded))
      loaded.set(file, new Set([...(loaded.get(file) ?? []), ...ids]));
  const entered = new Set(told.flatMap(({ reached }) => reached.map(fileOf)));
  const withData = (entry: string): string[] => {
    const found = new Set([entry]);
    for (const file of found)
      for (const one of importsOf(file)) if (loaded.has(one) && !entered.has(one)) found.add(one);
    return [...found];
  };
  const withItsData = new Map([...entered].map((file) => [file, withData(file)]));
  return new Map(
    told.map(({ test, reached }) => {
      const modules = new Set(
        [...new Set(reached.map(fileOf))].flatMap((file) => withItsData.get(file) ?? []),
      );
      const ids = [...reached, ...[...modules].flatMap((file) => [...(loaded.get(file) ?? [])])];
      const came = new Map<string, Set<number>>();
      for (const id of ids) {
        const at = places.get(id);
        if (at) came.set(at.file, (came.get(at.file) ?? new Set()).add(at.place));
      }
      return [test, came];
    }),
  );
};

const run = async (tree: Tree, tests: readonly string[], whole: Instrumented): Promise<Reached> => {
  const told = join(tree.folder, "reached.jsonl");
  const report = join(tree.folder, "report.json");
  tree.put(whole.files);
  await vitest(tree.folder, ["--reporter=json", `--outputFile=${report}`, ...tests], {
    env: { [REACHED]: told },
  });
  if (!existsSync(told)) throw new Error("no file of tests has come to its end");
  const lines = readFileSync(told, "utf8").trim().split("\n");
  const came = placesOf(
    lines.map((line) => Told.parse(JSON.parse(line))),
    whole,
  );
  const reached: Record<string, z.infer<typeof Reach>> = {};
  for (const { name, status, startTime, endTime } of Report.parse(JSON.parse(readFileSync(report, "utf8")))
    .testResults) {
    const test = relative(tree.folder, name);
    if (status !== "passed") console.error(`left out, as it fails without any change: ${test}`);
    else
      reached[test] = {
        hash: hashOf(test),
        ms: Math.round(endTime - startTime),
        came: Object.fromEntries(
          [...(came.get(name) ?? [])].map(([file, places]) => [
            file,
            { hash: hashOf(file), places: [...places].sort((a, b) => a - b) },
          ]),
        ),
      };
  }
  return reached;
};

/**
 * What these files of tests come by, of these files of code. It is kept from one run to the next: only those tests run for which it may be
 * another by now.
 */
export const reachedBy = async (
  tree: Tree,
  asked: { readonly tests: readonly string[]; readonly files: readonly string[] },
  whole: Instrumented,
): Promise<Reached> => {
  const known = readKnown();
  const { tests } = asked;
  const due = outdated(known, asked);
  if (due.length > 0) {
    console.error(`${due.length} of ${tests.length} files of tests run once without any change`);
    Object.assign(known.tests, await run(tree, due, whole));
    if (due.length === tests.length)
      for (const file of new Set(whole.mutants.map((one) => one.file))) known.looked[file] = hashOf(file);
    mkdirSync(dirname(KNOWN), { recursive: true });
    writeFileSync(KNOWN, JSON.stringify(known));
  }
  return Object.fromEntries(tests.flatMap((test) => (known.tests[test] ? [[test, known.tests[test]]] : [])));
};

/** How near a file of tests is to a mutant: which part of all that it comes by is in the same file; 0 if it does not come by it. */
const nearness = ({ came }: Reached[string], file: string, place: number): number => {
  const own = came[file]?.places ?? [];
  if (!own.includes(place)) return 0;
  return own.length / Object.values(came).reduce((sum, { places }) => sum + places.length, 0);
};

/** The files of tests that come by a mutant: first those that are near and quick. */
export const nearest = (
  reached: Reached,
  mutant: Mutant,
  whole: Instrumented,
): { readonly test: string; readonly ms: number }[] => {
  const own = whole.mutants.filter(({ file }) => file === mutant.file);
  const place = own.findIndex((one) => isSame(one, mutant));
  return Object.entries(reached)
    .map(([test, one]) => ({ test, ms: one.ms, near: nearness(one, mutant.file, place) }))
    .filter(({ near }) => near > 0)
    .sort((one, other) => (one.ms + QUICK_MS) / one.near - (other.ms + QUICK_MS) / other.near);
};
