import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import type { PlainContest } from "../../shared/recount/contest.ts";
import { recount } from "../../shared/recount/recount.ts";
import { approving, byVotes, costing, pointsOf, pointsOnly, SKIP, STOP } from "./recount-contests.ts";

describe("Katowice", () => {
  const rule = (minimum: number): CountingRule => ({
    order: "points",
    threshold: { kind: "points", minimum, inclusive: true },
    fill: SKIP,
    ties: ["cheaper", "file-order"],
  });

  test("Bogucice 2021: three in a row do not fit, then one does", () => {
    const costs = {
      5: 344_000,
      6: 190_000,
      11: 95_000,
      4: 110_000,
      3: 15_000,
      7: 32_000,
      10: 48_000,
      8: 12_000,
      1: 58_200,
    };
    const points = { 5: 1431, 6: 1157, 11: 992, 4: 545, 3: 430, 7: 366, 10: 300, 8: 178, 1: 88 };
    const { selected, costGrosze } = recount({
      rule: rule(50),
      budgetGrosze: 574_498,
      projects: costing(costs),
      ballots: pointsOnly(points),
    });
    expect(selected).toEqual(["5", "6", "3", "8"]);
    expect(574_498 - costGrosze).toBe(13_498);
  });

  test("citywide 2025: stopping at the first misfit would fund only three", () => {
    const costs = {
      21: 344_170,
      16: 1_943_547,
      26: 249_000,
      27: 638_000,
      9: 400_000,
      8: 60_000,
      18: 200_000,
      11: 41_000,
      25: 3_003_675,
      x: 10_000,
    };
    const points = {
      21: 18_813,
      16: 13_490,
      26: 10_244,
      27: 6_325,
      9: 5_956,
      8: 4_988,
      18: 4_233,
      11: 4_124,
      25: 3_583,
      x: 900,
    };
    const contest = {
      rule: rule(200),
      budgetGrosze: 3_003_675,
      projects: costing(costs),
      ballots: pointsOnly(points),
    };
    expect(recount(contest)).toMatchObject({
      selected: ["21", "16", "26", "9", "8"],
      costGrosze: 3_003_675 - 6_958,
      outcomes: { 27: "did-not-fit", x: "did-not-fit" },
    });
    const stopping = recount({ ...contest, rule: { ...contest.rule, fill: STOP } });
    expect(stopping.selected).toEqual(["21", "16", "26"]);
    expect(stopping.outcomes).toMatchObject({ 27: "did-not-fit", 9: "not-reached", x: "not-reached" });
  });

  const ZARZECZE = {
    budgetGrosze: 290_963,
    projects: costing({
      3: 123_000,
      5: 106_749,
      13: 174_578,
      2: 31_500,
      12: 30_900,
      1: 5_000,
      9: 29_400,
      10: 16_150,
      14: 15_000,
    }),
    ballots: [
      ...pointsOnly({ 3: 823, 5: 314, 13: 300, 2: 173, 12: 140, 9: 56, 10: 46, 14: 16 }),
      ...pointsOf("1", 60, 44),
    ],
  };

  test("Zarzecze 2020: 60 points of 44 voters are enough, 46 are not although there is money", () => {
    const { selected, costGrosze, outcomes } = recount({ rule: rule(50), ...ZARZECZE });
    expect(selected).toEqual(["3", "5", "2", "1"]);
    expect(ZARZECZE.budgetGrosze - costGrosze).toBe(24_714);
    expect(outcomes).toMatchObject({ 13: "did-not-fit", 10: "below-minimum", 14: "below-minimum" });
  });

  test("Zarzecze 2020: counted in voters, the minimum would keep out the 60 points", () => {
    const inVoters = { kind: "votes", minimum: 50, inclusive: true } as const;
    expect(recount({ rule: { ...rule(50), threshold: inVoters }, ...ZARZECZE }).selected).not.toContain("1");
  });

  test("Zarzecze 2022: exactly 50 points, of 32 voters, are enough", () => {
    const contest = { budgetGrosze: 5_000, projects: costing({ 9: 5_000 }), ballots: pointsOf("9", 50, 32) };
    expect(recount({ rule: rule(50), ...contest }).outcomes).toEqual({ 9: "funded" });
    const strict = { kind: "points", minimum: 50, inclusive: false } as const;
    expect(recount({ rule: { ...rule(50), threshold: strict }, ...contest }).outcomes).toEqual({
      9: "below-minimum",
    });
  });

  test.each(["cheaper", "more-voters"] as const)("Kostuchna 2025: of two with 96 points, by %s", (key) => {
    const { selected, costGrosze } = recount({
      rule: { ...rule(50), ties: [key, "lot"] },
      budgetGrosze: 19_798,
      projects: costing({ 5: 15_700, 8: 14_500 }),
      ballots: [...pointsOf("5", 96, 53), ...pointsOf("8", 96, 62)],
    });
    expect(selected).toEqual(["8"]);
    expect(19_798 - costGrosze).toBe(5_298);
  });

  test("Murcki 2024: what was withdrawn after the vote is as if absent, also where the count stops", () => {
    const contest = {
      budgetGrosze: 100,
      projects: [
        { id: "6", costGrosze: 99_999_999_900, excluded: { why: "withdrawn" } } as const,
        ...costing({ 7: 60, 8: 40 }),
      ],
      ballots: pointsOnly({ 6: 900, 7: 80, 8: 70 }),
    };
    expect(recount({ rule: { ...rule(50), fill: STOP }, ...contest })).toMatchObject({
      selected: ["7", "8"],
      outcomes: { 6: "withdrawn" },
    });
  });

  test("Zarzecze 2025: everything fits", () => {
    const contest = {
      budgetGrosze: 198_974 + 6,
      projects: costing({ a: 1, b: 2, c: 3 }),
      ballots: pointsOnly({ a: 50, b: 60, c: 70 }),
    };
    expect(recount({ rule: rule(50), ...contest })).toMatchObject({
      selected: ["c", "b", "a"],
      costGrosze: 6,
    });
  });
});

describe("the order", () => {
  const contest = {
    budgetGrosze: 1_000,
    projects: costing({ dear: 30, cheap: 3, free: 0, spare: 3 }),
    ballots: [
      { choices: [["dear", 3]], count: 4 },
      { choices: [["cheap", 1]], count: 3 },
      {
        choices: [
          ["cheap", 1],
          ["spare", 3],
        ],
        count: 1,
      },
      { choices: [["spare", 1]], count: 1 },
    ],
  } as const;

  test.each([
    ["points", ["dear", "cheap", "spare", "free"]],
    ["votes", ["dear", "cheap", "spare", "free"]],
    ["points-then-voters", ["dear", "cheap", "spare", "free"]],
    ["points-per-cost", ["free", "cheap", "spare", "dear"]],
    ["votes-per-cost", ["free", "cheap", "spare", "dear"]],
  ] as const)("by %s", (order, expected) => {
    expect(recount({ rule: byVotes(SKIP, { order }), ...contest }).selected).toEqual(expected);
  });

  test("puts the voters after the points only where the points are equal", () => {
    const rule = byVotes(SKIP, { order: "points-then-voters" });
    const projects = contest.projects.toReversed();
    expect(recount({ rule, ...contest, projects }).selected).toEqual(["dear", "cheap", "spare", "free"]);
    expect(recount({ rule: byVotes(SKIP, { order: "points" }), ...contest, projects }).selected).toEqual([
      "dear",
      "spare",
      "cheap",
      "free",
    ]);
  });
});

describe("thresholds", () => {
  test("Świecie 2023: 375 of 2553 voters are too few for 482 037 of 1 070 000 zł", () => {
    const contest = {
      rule: byVotes(SKIP, { threshold: { kind: "share-of-cost", divisor: 3 } }),
      budgetGrosze: 1_070_000_00,
      projects: costing({ c22: 482_037_00, c8: 413_000_00 }),
    } as const;
    const ballots = (c22: number) => [...pointsOnly({ c22, c8: 623 }), approving("", 2553 - 623 - c22)];
    expect(recount({ ...contest, ballots: ballots(375) }).outcomes).toEqual({
      c22: "below-minimum",
      c8: "funded",
    });
    expect(recount({ ...contest, ballots: ballots(383) }).outcomes.c22).toBe("below-minimum");
    expect(recount({ ...contest, ballots: ballots(384) }).outcomes.c22).toBe("funded");
  });

  test.each([
    [true, "funded"],
    [false, "below-minimum"],
  ] as const)("a tenth of the ballots, the empty ones counted too, inclusive: %s", (inclusive, outcome) => {
    const threshold = { kind: "share-of-ballots", on: "votes", basisPoints: 1_000, inclusive } as const;
    const { outcomes } = recount({
      rule: byVotes(SKIP, { threshold }),
      budgetGrosze: 10,
      projects: costing({ a: 1, b: 1, c: 1 }),
      ballots: [...pointsOnly({ a: 3, b: 4, c: 2 }), approving("", 21)],
    });
    expect(outcomes).toEqual({ a: outcome, b: "funded", c: "below-minimum" });
  });
});

describe("the first that does not fit", () => {
  const contest = (percent: number): PlainContest => ({
    rule: byVotes({ kind: "stop-with-top-up", percent }),
    budgetGrosze: 100,
    projects: costing({ a: 60, b: 50, c: 1 }),
    ballots: pointsOnly({ a: 3, b: 2, c: 1 }),
  });

  test("is topped up if enough of its cost is left", () => {
    expect(recount(contest(80))).toEqual({
      selected: ["a"],
      costGrosze: 60,
      outcomes: { a: "funded", b: "did-not-fit", c: "not-reached" },
      toppedUp: "b",
      undecided: false,
    });
  });

  test("is not topped up if less is left", () => {
    expect(recount(contest(81)).toppedUp).toBe(null);
  });
});

test("the second counter takes nothing from the engine but the type of its rules", () => {
  const folder = join(import.meta.dirname, "../../shared/recount");
  const imports = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .flatMap((text) => [...text.matchAll(/^import (type )?[^;]* from "([^"]+)";$/gm)])
    .filter(([, , from]) => !from?.startsWith("./"))
    .map(([, type, from]) => `${type ?? ""}${from}`);
  expect([...new Set(imports)].sort()).toEqual(["node:crypto", "type ../domain/tally/rule.ts"]);
});
