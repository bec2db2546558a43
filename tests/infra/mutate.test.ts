import { describe, expect, test } from "vitest";
import { type Mutant, withAllMutants, withMutants } from "../../infra/mutate/mutants.ts";
import { nearest, outdated } from "../../infra/mutate/reach.ts";
import { sampleOf } from "../../infra/mutate/sample.ts";

const FILE = "shared/domain/voting/pesel.ts";

test("a sample is the same for a seed, another for another, and part of every larger one", () => {
  const all = Array.from({ length: 400 }, (_, n) => n);
  const forty = sampleOf(all, 40, 7);
  expect(sampleOf(all, 40, 7)).toEqual(forty);
  expect(sampleOf(all, 40, 8)).not.toEqual(forty);
  expect(sampleOf(all, 80, 7).slice(0, 40)).toEqual(forty);
});

test("each chosen change of a file is in it once, beside what it stands for, and no other can be active", async () => {
  const { mutants: all } = await withAllMutants([FILE]);
  expect(all.length).toBeGreaterThan(50);
  const chosen = sampleOf(all, 12, 1);
  const { files, mutants } = await withMutants(chosen);
  const places = (of: typeof all) =>
    of
      .map(({ start, end, mutator, replacement }) => JSON.stringify([start, end, mutator, replacement]))
      .sort();
  expect(places([...mutants])).toEqual(places(chosen));
  expect(files.map(({ name }) => name)).toEqual([FILE]);
  for (const { id } of mutants) expect(files[0]?.content).toContain(`stryMutAct_9fa48("${id}")`);
});

describe("which tests run against a change", () => {
  const reach = (hash: string, ms: number, came: Readonly<Record<string, readonly number[]>>) => ({
    hash,
    ms,
    came: Object.fromEntries(
      Object.entries(came).map(([file, places]) => [file, { hash: `${file} 1`, places: [...places] }]),
    ),
  });
  const tests = {
    wide: reach("wide 1", 2000, { "a.ts": [0, 1], "b.ts": Array.from({ length: 98 }, (_, n) => n) }),
    near: reach("near 1", 2000, { "a.ts": [0, 1] }),
    quick: reach("quick 1", 100, { "a.ts": [1] }),
    other: reach("other 1", 10, { "b.ts": [0] }),
  };

  test("is looked at once, and again for what has changed since", () => {
    const known = { tests, looked: { "a.ts": "a.ts 1", "nobody.ts": "nobody.ts 1" } };
    const due = (files: readonly string[], changed: readonly string[] = [], more: readonly string[] = []) =>
      outdated(known, { tests: [...Object.keys(tests), ...more], files }, (file) =>
        changed.includes(file) ? `${file} 2` : `${file} 1`,
      );
    expect(due(["a.ts", "b.ts", "nobody.ts"])).toEqual([]);
    expect(due(["a.ts"], ["near"], ["fresh"])).toEqual(["near", "fresh"]);
    expect(due(["a.ts", "b.ts"], ["b.ts"])).toEqual(["wide", "other"]);
    expect(due(["a.ts"], ["b.ts"])).toEqual([]);
    // Nobody came by it, as it was: by now anybody may.
    for (const files of [["nobody.ts"], ["new.ts"]]) expect(due(files, files)).toEqual(Object.keys(tests));
  });

  test("goes by who comes by it at all, then by how near and how quick they are", () => {
    const at = (line: number) => ({ start: { line, column: 0 }, end: { line, column: 1 } });
    const mutants = [0, 1, 2].map((line) => {
      const what = { mutator: "EqualityOperator", replacement: "<=" };
      return { id: String(line), file: "a.ts", ...at(line), ...what };
    });
    const of = (line: number) =>
      nearest(tests, mutants[line] as Mutant, { files: [], mutants }).map(({ test: name }) => name);
    expect([of(0), of(1), of(2)]).toEqual([["near", "wide"], ["quick", "near", "wide"], []]);
  });
});
