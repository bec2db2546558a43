import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { CYCLE, runCycle } from "./cycle-run.ts";

const day = (n: number) => Date.parse("2027-01-01T00:00:00.000Z") + n * 86_400_000;
const at = (n: number) => new Date(day(n)).toISOString();

const YEAR = [
  `opened submission at ${at(40)}`,
  `closed submission at ${at(70)}`,
  `opened review at ${at(70)}`,
  `closed review at ${at(160)}`,
  `opened voting at ${at(250)}`,
  `closed voting at ${at(264)}`,
  `opened sealed at ${at(264)}`,
  `listed segment 0 of 3 at ${at(264)}`,
  `listed segment 1 of 3 at ${at(264)}`,
  `listed segment 2 of 3 at ${at(264)}`,
  `listed at ${at(264)}`,
  `closed sealed at ${at(264)}`,
  `opened counting at ${at(264)}`,
  ...[0, 1, 2].map((segment) => `opened segment ${segment} of 3 at ${at(264)}`),
  `collected at ${at(264)}`,
  `counted M at ${at(264)}`,
  `counted L1 at ${at(264)}`,
  `counted L2 at ${at(264)}`,
  `attested at ${at(264)}`,
  `closed counting at ${at(270)}`,
  `opened results at ${at(300)}`,
  `closed results at ${at(300)}`,
];

test("the workflow file is valid Amazon States Language", () => {
  type Validator = (definition: unknown) => { isValid: boolean; errorsText: (between: string) => string };
  const validate = createRequire(import.meta.url)("asl-validator") as Validator;
  const { isValid, errorsText } = validate(JSON.parse(readFileSync(CYCLE, "utf8")));
  expect(isValid ? "valid" : errorsText("\n")).toBe("valid");
});

test("a cycle opens and closes each phase on its day and counts every pool", async () => {
  const cycle = runCycle();
  await cycle.begin();
  await cycle.until();
  expect(cycle.city.journal()).toEqual(YEAR);
  expect(await cycle.status()).toMatchObject({ status: "SUCCEEDED" });
  cycle.close();
});

test("a machine that slept through the year does what fell due when it wakes", async () => {
  const cycle = runCycle();
  await cycle.begin();
  await cycle.until(day(41));
  cycle.clock.moveTo(day(365));
  await cycle.until();
  expect(cycle.city.journal().map((line) => line.split(" at ")[0])).toEqual(
    YEAR.map((line) => line.split(" at ")[0]),
  );
  expect(
    cycle.city
      .journal()
      .slice(1)
      .every((line) => line.endsWith(at(365))),
  ).toBe(true);
  cycle.close();
});

test("a phase that staff extend during its hold stays open until the new end", async () => {
  const cycle = runCycle();
  await cycle.begin();
  await cycle.until(day(255));
  const voting = cycle.city.phases[2];
  if (voting) voting.endsAt = day(266);
  await cycle.send("SendTaskSuccess", { taskToken: cycle.city.tokens.get("voting ending"), output: "{}" });
  await cycle.until(day(265));
  expect(cycle.city.journal()).toHaveLength(5);
  await cycle.until();
  expect(cycle.city.journal()).toContain(`closed voting at ${at(266)}`);
  expect(cycle.city.journal()).toContain(`opened counting at ${at(266)}`);
  cycle.close();
});

test("a phase that staff bring forward opens at once, and the token serves once", async () => {
  const cycle = runCycle();
  await cycle.begin();
  await cycle.until(day(30));
  const submission = cycle.city.phases[0];
  if (submission) submission.opensAt = day(30);
  const answer = { taskToken: cycle.city.tokens.get("submission opening"), output: "{}" };
  await cycle.send("SendTaskSuccess", answer);
  expect(cycle.city.journal()).toEqual([`opened submission at ${at(30)}`]);
  expect(await cycle.send("SendTaskSuccess", answer)).toMatchObject({ __type: "TaskTimedOut" });
  cycle.close();
});

test("a paused phase does not open until the pause is lifted", async () => {
  const cycle = runCycle();
  cycle.city.paused.add("submission");
  await cycle.begin();
  await cycle.until(day(45));
  expect(cycle.city.journal()).toEqual([]);
  cycle.city.paused.clear();
  await cycle.send("SendTaskSuccess", {
    taskToken: cycle.city.tokens.get("submission opening"),
    output: "{}",
  });
  expect(cycle.city.journal()).toEqual([`opened submission at ${at(45)}`]);
  cycle.close();
});

test("a count waits for the commission's key, and goes on when it is handed in", async () => {
  const cycle = runCycle();
  cycle.city.withoutKey.add("counting");
  await cycle.begin();
  await cycle.until(day(266));
  expect(cycle.city.journal().at(-1)).toBe(`opened counting at ${at(264)}`);
  cycle.city.withoutKey.clear();
  await cycle.send("SendTaskSuccess", { taskToken: cycle.city.tokens.get("counting ending"), output: "{}" });
  expect(cycle.city.journal()).toContain(`attested at ${at(266)}`);
  await cycle.until();
  expect(cycle.city.journal()).toContain(`closed counting at ${at(270)}`);
  cycle.close();
});

test("dependencies that fail for days delay a cycle and never end it", async () => {
  const mended = day(266);
  const cycle = runCycle({
    fault: (step, pool) => {
      if (step === "count" && pool === "L1" && cycle.clock.now() < mended) throw new Error("table is away");
    },
  });
  await cycle.begin();
  await cycle.until();
  const late = cycle.city.journal().find((line) => line.startsWith("counted L1"));
  const delay = Date.parse(late?.split(" at ")[1] ?? "") - mended;
  expect(delay).toBeGreaterThanOrEqual(0);
  expect(delay).toBeLessThanOrEqual(300_000);
  expect(cycle.city.journal()).toContain(`closed counting at ${at(270)}`);
  expect(await cycle.status()).toMatchObject({ status: "SUCCEEDED" });
  cycle.close();
});

test("23 pools with one that fails twice are all counted, then attested", async () => {
  const pools = Array.from({ length: 23 }, (_, index) => `L${index + 1}`);
  let failures = 2;
  const cycle = runCycle({
    pools,
    fault: (step, pool) => {
      if (step === "count" && pool === "L7" && failures-- > 0) throw new Error("counter fell over");
    },
  });
  await cycle.begin();
  await cycle.until();
  const done = cycle.city.journal().map((line) => line.split(" at ")[0]);
  const counted = done.filter((what) => what?.startsWith("counted"));
  expect(new Set(counted)).toEqual(new Set(pools.map((pool) => `counted ${pool}`)));
  expect(done.indexOf("attested")).toBeGreaterThan(done.lastIndexOf(counted.at(-1) ?? ""));
  cycle.close();
});
