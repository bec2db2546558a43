import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FindingName } from "../../shared/domain/ballot/findings.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { PHASES, type Phase } from "../../shared/domain/cycle/phases.ts";
import { blockersOf, type ReadinessFacts } from "../../shared/domain/cycle/readiness.ts";
import { nextPhase } from "../../shared/domain/cycle/schedule.ts";
import { courseOf, tasksOf } from "../../shared/domain/cycle/tasks.ts";
import { localEnd, localTime } from "../../shared/domain/local-time.ts";
import { ProjectStatus } from "../../shared/domain/project/stages.ts";
import { readMoment } from "../../shared/domain/text/moment.ts";
import { instant } from "../../shared/domain/time.ts";

const NAMED: readonly Phase[] = ["submission", "formal-review", "merit-review", "appeals"];

const calendars = fc
  .subarray([...NAMED])
  .map((names) => names.map((name) => ({ name, startsAt: instant(0), endsAt: instant(1) })));

/** A cycle as far as its tasks and blockers go by it. */
const cycles = fc
  .record({
    phase: fc.constantFrom(...PHASES),
    calendar: calendars,
    pools: fc.constantFrom(["L13"], ["L13", "M"]),
    amountGrosze: fc.constantFrom(0, 100),
    hasRoll: fc.boolean(),
    hasKeys: fc.boolean(),
    countKeyGivenAt: fc.constantFrom(undefined, instant(5)),
    ruleSet: fc.record({
      ballotOrder: fc.constantFrom(undefined, "number", "drawn"),
      ballotChecks: fc.constantFrom(undefined, { nearMetres: 100, hints: "confirmed" }),
    }),
    orderSeed: fc.constantFrom(undefined, "ziarno"),
  })
  .map(({ pools, amountGrosze, hasRoll, hasKeys, ...rest }) => ({
    ...rest,
    pools: pools.map((id) => ({ id, amountGrosze })),
    ...(hasRoll && { roll: { entries: 7 } }),
    ...(hasKeys && { keys: {} }),
  })) as unknown as fc.Arbitrary<Cycle>;

const facts: fc.Arbitrary<ReadinessFacts> = fc.record({
  projects: fc.array(
    fc.record({ pool: fc.constantFrom("L13", "M"), status: fc.constantFrom(...ProjectStatus.options) }),
    { maxLength: 6 },
  ),
  findings: fc.array(
    fc.record({
      what: fc.constantFrom(...FindingName.options),
      id: fc.constant("one"),
      projects: fc.constant([{ id: "prj_1", number: "M/01/XII", title: "Ławki" }]),
      facts: fc.constant({}),
    }),
    { maxLength: 2 },
  ),
  count: fc.option(
    fc
      .record({
        isCounted: fc.boolean(),
        differences: fc.array(
          fc.record({ what: fc.constant("markers" as const), expected: fc.nat(), found: fc.nat() }),
          { maxLength: 1 },
        ),
        undecidedPools: fc.subarray(["L13", "M"]),
        disputedPools: fc.subarray(["L13", "M"]),
        signOffs: fc.integer({ min: 0, max: 3 }),
      })
      .map((count) => ({ ...count, signOffs: count.isCounted ? count.signOffs : 0 })),
    { nil: undefined },
  ),
});

describe("what people have to do in an edition", () => {
  test("is all done exactly when nothing blocks the next phase", () => {
    fc.assert(
      fc.property(cycles, facts, (cycle, known) => {
        const next = nextPhase(cycle);
        if (next === undefined) return;
        const isClear = blockersOf(cycle, next, known).length === 0;
        expect(tasksOf(cycle, cycle.phase, known).every(({ isDone }) => isDone)).toBe(isClear);
      }),
    );
  });

  test("of a phase to come is done only where it can be done ahead", () => {
    fc.assert(
      fc.property(cycles, facts, (cycle, known) => {
        for (const phase of courseOf(cycle)) {
          if (PHASES.indexOf(phase) <= PHASES.indexOf(cycle.phase)) continue;
          const done = tasksOf(cycle, phase, known).filter(({ isDone }) => isDone);
          for (const { what } of done) expect(["import-roll", "set-keys", "hand-over-key"]).toContain(what);
        }
      }),
    );
  });

  test("every edition goes from its preparation through the vote to its close", () => {
    fc.assert(
      fc.property(cycles, (cycle) => {
        const course = courseOf(cycle);
        expect(course[0]).toBe("draft");
        expect(course.at(-1)).toBe("closed");
        expect(course).toEqual(PHASES.filter((phase) => course.includes(phase)));
        expect(course).toContain("voting");
      }),
    );
  });
});

describe("a time as staff type it", () => {
  test("is what the city's clocks show, and 24:00 ends the day", () => {
    expect(readMoment("2027-09-23 17:00")).toEqual({ value: "2027-09-23T15:00:00.000Z" });
    expect(readMoment(" 2027-09-23T7:05 ")).toEqual({ value: "2027-09-23T05:05:00.000Z" });
    expect(readMoment("2027-09-23 24:00")).toEqual({ value: "2027-09-23T22:00:00.000Z" });
    expect(localEnd("2027-09-23T22:00:00.000Z")).toBe("2027-09-23 24:00");
    expect(localTime("2027-09-23T22:00:00.000Z")).toBe("2027-09-24 00:00");
  });

  test.each([
    ["2027-03-28 02:30", "gap"],
    ["2027-10-31 02:30", "overlap"],
    ["2027-02-30 10:00", "moment"],
    ["2027-09-23 24:01", "moment"],
    ["2027-09-23 25:00", "moment"],
    ["23.13.2027 17:00", "moment"],
    ["", "moment"],
  ])("%j is refused as %s", (text, fault) => {
    expect(readMoment(text)).toEqual({ fault: { rule: fault } });
  });

  test("comes back from its field as the same moment", () => {
    const minutes = fc
      .integer({ min: 25_000_000, max: 35_000_000 })
      .map((minute) => instant(minute * 60_000));
    fc.assert(
      fc.property(minutes, (at) => {
        for (const text of [localTime(at), localEnd(at)]) {
          const read = readMoment(text);
          if ("fault" in read) expect(read.fault.rule).toBe("overlap");
          else expect(read.value).toBe(at);
        }
      }),
    );
  });
});
