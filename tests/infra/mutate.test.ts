import { expect, test } from "vitest";
import { mutantsOf, withMutants } from "../../infra/mutate/mutants.ts";
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
  const all = await mutantsOf([FILE]);
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
