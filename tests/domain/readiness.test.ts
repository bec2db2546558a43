import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Cycle, Pool } from "../../shared/domain/cycle/cycle.ts";
import { PHASES, type Phase } from "../../shared/domain/cycle/phases.ts";
import { blockersOf, goesByProjects, type ReadinessFacts } from "../../shared/domain/cycle/readiness.ts";
import type { ProjectStatus } from "../../shared/domain/project/stages.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";

const [ruleSet] = RULE_SETS.values();
if (!ruleSet) throw new Error("no rule set");

const AT = "2027-09-01T10:00:00.000Z";

const poolOf = (id: string, amountGrosze = 100_00): Pool => ({
  id,
  name: id,
  amountGrosze,
  parts: {},
  capGrosze: amountGrosze,
});

const KEYS = { ballots: "a".repeat(43), links: "b".repeat(43) };
const ROLL = { version: 1, importId: "one", shards: 1, entries: 1, perDistrict: { L13: 1 }, importedAt: AT };

const cycleWith = (more: Partial<Cycle> = {}): Cycle => ({
  id: "cyc_0000000000000001",
  name: "Budżet",
  edition: "XII",
  phase: "draft",
  exclusionGroups: [],
  version: 1,
  calendar: [],
  pools: [poolOf("M"), poolOf("L13")],
  ruleSet,
  ruleSetDigest: "",
  createdAt: AT,
  fingerprint: "f",
  ...more,
});

const NOTHING: ReadinessFacts = { projects: [], count: undefined };
const on = (pool: string, status: ProjectStatus = "on-ballot") => ({ pool, status });
const what = (cycle: Cycle, phase: Phase, facts: ReadinessFacts = NOTHING): string[] =>
  blockersOf(cycle, phase, facts).map((blocker) => blocker.what);

const counted = (more: Partial<NonNullable<ReadinessFacts["count"]>> = {}): ReadinessFacts => ({
  projects: [],
  count: { isCounted: true, differences: [], undecidedPools: [], disputedPools: [], signOffs: 2, ...more },
});

describe("the list of the vote is not frozen", () => {
  test("while no project is on it", () => {
    expect(what(cycleWith(), "ballot-frozen")).toEqual(["no-projects"]);
  });

  test("while a pool has none, which is named", () => {
    expect(blockersOf(cycleWith(), "ballot-frozen", { ...NOTHING, projects: [on("M")] })).toEqual([
      { what: "empty-pool-list", pools: ["L13"] },
    ]);
  });

  test("while a pool has no money", () => {
    const cycle = cycleWith({ pools: [poolOf("M"), poolOf("L13", 0)] });
    expect(blockersOf(cycle, "ballot-frozen", { ...NOTHING, projects: [on("M"), on("L13")] })).toEqual([
      { what: "pool-without-money", pools: ["L13"] },
    ]);
  });

  test("while a proposal waits for a decision, however many there are", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<ProjectStatus>("submitted", "formally-accepted"), { maxLength: 20 }),
        fc.array(fc.constantFrom<ProjectStatus>("rejected", "not-admitted", "withdrawn"), { maxLength: 5 }),
        (waiting, decided) => {
          const projects = [on("M"), on("L13"), ...[...waiting, ...decided].map((status) => on("M", status))];
          expect(blockersOf(cycleWith(), "ballot-frozen", { ...NOTHING, projects })).toEqual(
            waiting.length > 0 ? [{ what: "undecided-proposals", count: waiting.length }] : [],
          );
        },
      ),
    );
  });
});

test("no phase of the checks ends over a proposal that waits for what is decided in it", () => {
  const projects = [on("M", "submitted"), on("M", "formally-accepted"), on("M", "rejected")];
  const waiting = (phase: Phase) => blockersOf(cycleWith(), phase, { ...NOTHING, projects })[0]?.count ?? 0;
  expect([waiting("formal-review"), waiting("merit-review"), waiting("appeals")]).toEqual([0, 1, 2]);
  for (const phase of ["submission", "voting", "sealed"] as const) expect(goesByProjects(phase)).toBe(false);
});

test("the vote does not open without a roll and a key that ballots are sealed to", () => {
  expect(what(cycleWith(), "voting")).toEqual(["no-roll", "no-ballot-key"]);
  expect(what(cycleWith({ roll: ROLL }), "voting")).toEqual(["no-ballot-key"]);
  expect(what(cycleWith({ keys: KEYS }), "voting")).toEqual(["no-roll"]);
  expect(what(cycleWith({ roll: ROLL, keys: KEYS }), "voting")).toEqual([]);
});

test("the count waits for the commission's key", () => {
  expect(what(cycleWith(), "counting")).toEqual(["needs-count-key"]);
  expect(what(cycleWith({ countKeyGivenAt: AT }), "counting")).toEqual([]);
});

describe("nothing is published", () => {
  const counting = cycleWith({ phase: "counting", countKeyGivenAt: AT });

  test("before two people have signed", () => {
    expect(blockersOf(counting, "results", counted({ signOffs: 0 }))).toEqual([
      { what: "needs-sign-offs", count: 2 },
    ]);
    expect(blockersOf(counting, "results", counted({ signOffs: 1 }))).toEqual([
      { what: "needs-sign-offs", count: 1 },
    ]);
    expect(blockersOf(counting, "results", counted())).toEqual([]);
  });

  test("while markers and ballots differ, or the two counters, or a tie waits for its draw, whoever has signed", () => {
    expect(
      what(counting, "results", counted({ differences: [{ what: "markers", expected: 3, found: 2 }] })),
    ).toEqual(["counts-differ"]);
    expect(blockersOf(counting, "results", counted({ disputedPools: ["M"] }))).toEqual([
      { what: "counters-differ", pools: ["M"] },
    ]);
    expect(blockersOf(counting, "results", counted({ undecidedPools: ["L13"] }))).toEqual([
      { what: "needs-draw", pools: ["L13"] },
    ]);
  });

  test("while there is no count; when its key is gone as well, the key is asked for again", () => {
    expect(what(counting, "results")).toEqual(["still-counting"]);
    expect(what(cycleWith({ phase: "counting" }), "results")).toEqual(["needs-count-key"]);
  });

  test("while its pools are being counted: there is nothing yet to sign", () => {
    expect(what(counting, "results", counted({ isCounted: false, signOffs: 0 }))).toEqual(["still-counting"]);
  });
});

test("every other phase waits for its date alone", () => {
  const others = PHASES.filter(
    (phase) => !["ballot-frozen", "voting", "counting", "results"].includes(phase),
  );
  for (const phase of others) expect(what(cycleWith(), phase)).toEqual([]);
});
