import { describe, expect, test } from "vitest";
import type { Fill } from "../../shared/domain/tally/rule.ts";
import { betterLiked } from "../../shared/recount/comparison.ts";
import type { PlainContest } from "../../shared/recount/contest.ts";
import { recount } from "../../shared/recount/recount.ts";
import {
  addOne,
  approving,
  BICYCLES,
  byVotes,
  COMMITTEE,
  costing,
  SKIP,
  shares,
} from "./recount-contests.ts";

describe("Equal Shares", () => {
  test("the example on equalshares.net", () => {
    expect(recount({ rule: byVotes(shares()), ...BICYCLES }).selected).toEqual([
      "bike",
      "playground",
      "library",
    ]);
    expect(recount({ rule: byVotes(SKIP), ...BICYCLES }).selected).toEqual(["bike", "gym"]);
  });

  test.each(["cost", "cardinality", "points", "points-times-cost"] as const)(
    "the committee of Lackner and Skowron, by %s",
    (utility) => {
      const counted = (completion: ReturnType<typeof addOne> | { kind: "none" }) =>
        recount({ rule: byVotes(shares({ utility, completion })), ...COMMITTEE }).selected;
      expect(counted({ kind: "none" })).toEqual(["a"]);
      expect(counted(addOne(1))).toEqual(["a", "b", "c", "d"]);
      expect(counted(addOne(1, { stopsWhenExhaustive: true }))).toEqual(["a", "b", "c", "d"]);
      expect(counted(addOne(5 * 24))).toEqual(["a"]);
    },
  );

  const APPENDIX = {
    budgetGrosze: 400,
    projects: costing({ 0: 100, 1: 90, 2: 200, 3: 109 }),
    ballots: [approving("0"), approving("1 2 3", 2), approving("2")],
  };

  test("utilities decide which project is the best buy", () => {
    const counted = (fill: Fill) => recount({ rule: byVotes(fill), ...APPENDIX }).selected.toSorted();
    expect(counted(shares({ utility: "cardinality" }))).toEqual(["0", "1", "3"]);
    expect(counted(shares())).toEqual(["0", "2"]);
    expect(counted(shares({ completion: addOne(10) }))).toEqual(["0", "1", "2"]);
    expect(counted(shares({ completion: { kind: "greedy" } }))).toEqual(["0", "1", "2"]);
  });

  test.each([
    ["cost", ["big", "small", "liked"]],
    ["cardinality", ["small", "liked", "big"]],
    ["points", ["liked", "small", "big"]],
    ["points-times-cost", ["liked", "big", "small"]],
  ] as const)("what voters get for their money, by %s", (utility, order) => {
    // Prices: by cost 1/3, 1/2, 1/2; by number 50, 10, 20; by points 25, 10, 20/3; by both 1/6, 1/2, 1/6.
    const contest = {
      budgetGrosze: 900,
      projects: costing({ big: 150, small: 20, liked: 40 }),
      ballots: [
        {
          choices: [
            ["big", 2],
            ["small", 1],
            ["liked", 3],
          ],
          count: 2,
        },
        { choices: [["big", 2]], count: 1 },
      ],
    } as const;
    const rule = byVotes(shares({ utility }), { ties: ["cheaper", "file-order"] });
    expect(recount({ rule, ...contest }).selected).toEqual(order);
  });

  test("a unanimous project of the whole pool is funded, to the last part of a grosz", () => {
    const contest = {
      budgetGrosze: 150_000_00,
      projects: costing({ a: 150_000_00 }),
      ballots: [approving("a", 61)],
    };
    expect(recount({ rule: byVotes(shares()), ...contest }).selected).toEqual(["a"]);
    const whole = shares({ share: { unitGrosze: 100 } });
    expect(recount({ rule: byVotes(whole), ...contest }).selected).toEqual([]);
    expect(recount({ rule: byVotes({ ...whole, completion: addOne(100) }), ...contest }).selected).toEqual([
      "a",
    ]);
  });

  test("what costs nothing is funded if anybody wants it", () => {
    const contest = {
      budgetGrosze: 2,
      projects: costing({ 0: 0, 1: 1, x: 0 }),
      ballots: [approving("0"), approving("1")],
    };
    expect(recount({ rule: byVotes(shares()), ...contest })).toMatchObject({
      selected: ["0", "1"],
      outcomes: { x: "did-not-fit" },
    });
  });

  test("points of 0 or less buy nothing", () => {
    const contest = {
      budgetGrosze: 4,
      projects: costing({ a: 4, b: 1 }),
      ballots: [
        {
          choices: [
            ["a", 1],
            ["b", 0],
          ],
          count: 3,
        },
        {
          choices: [
            ["a", -1],
            ["b", -2],
          ],
          count: 1,
        },
      ],
    } as const;
    expect(recount({ rule: byVotes(shares()), ...contest }).selected).toEqual([]);
  });

  test("of equal prices the cheaper wins, then the one with more voters", () => {
    const ladder = byVotes(shares(), { ties: ["cheaper", "more-voters", "lot"] });
    const contest = {
      rule: ladder,
      budgetGrosze: 1_400,
      projects: costing({ a: 700, b: 600, few: 0, many: 0 }),
      ballots: [approving("a", 7), approving("b", 3), approving("b many", 3), approving("b few", 1)],
    };
    expect(recount(contest)).toMatchObject({ selected: ["many", "few", "b", "a"], undecided: false });
  });

  test("Add1 goes on past an outcome to which nothing can be added only if it is told to", () => {
    // With 150 each, only "small" is bought, and "big" is more than is left. With 200, "big" is the better buy.
    const contest = {
      budgetGrosze: 1_000,
      projects: costing({ big: 800, small: 300 }),
      ballots: [approving("big small", 2), approving("big", 2), approving("", 4)],
    };
    const counted = (stopsWhenExhaustive: boolean) =>
      recount({ rule: byVotes(shares({ completion: addOne(25, { stopsWhenExhaustive }) })), ...contest })
        .selected;
    expect(counted(true)).toEqual(["small"]);
    expect(counted(false)).toEqual(["big"]);
  });

  test("Add1 may be followed by a purchase in order", () => {
    const contest = {
      budgetGrosze: 100,
      projects: costing({ a: 70, b: 60, c: 30 }),
      ballots: [approving("a"), approving("b"), approving("")],
    };
    const counted = (thenGreedy: boolean) =>
      recount({ rule: byVotes(shares({ completion: addOne(1, { thenGreedy }) })), ...contest }).selected;
    expect(counted(false)).toEqual(["b"]);
    expect(counted(true)).toEqual(["b", "c"]);
  });

  test("gives way to the greedy outcome if strictly more voters prefer that", () => {
    const contest = (forQ: number): PlainContest => ({
      rule: byVotes(shares({ comparison: "satisfaction" }), { order: "points" }),
      budgetGrosze: (2 + forQ) * 100,
      projects: costing({ p: 200, q: 50 + forQ * 100 }),
      ballots: [approving("p", 2), { choices: [["q", 3]], count: forQ }],
    });
    expect(recount(contest(3)).selected).toEqual(["q"]);
    expect(recount(contest(2)).selected).toEqual(["p"]);
  });

  test("compares by how many funded projects of theirs voters have, or by having any", () => {
    const id = (name: string) => ({
      id: name,
      cost: 1n,
      drawnNumber: null,
      place: 0,
      excluded: null,
      points: 0n,
      votes: 0n,
    });
    const voters = [
      {
        count: 3n,
        points: new Map([
          ["m", 1n],
          ["g", 1n],
          ["h", 1n],
        ]),
      },
      { count: 2n, points: new Map([["m", 1n]]) },
      { count: 9n, points: new Map([["g", -1n]]) },
    ];
    const outcomes = { shares: [id("m")], greedy: [id("g"), id("h")] };
    expect(betterLiked(voters, { ...outcomes, by: "satisfaction" })).toBe("greedy");
    expect(betterLiked(voters, { ...outcomes, by: "exclusion" })).toBe("shares");
  });
});

describe("Phragmén", () => {
  test("the committee of Lackner and Skowron", () => {
    const rule = byVotes({ kind: "phragmen", afterMisfit: "stop" });
    expect(recount({ rule, ...COMMITTEE }).selected).toEqual(["a", "b", "c", "d"]);
  });

  test.each([
    ["skip", ["a", "c"], { b: "did-not-fit", nobody: "did-not-fit" }],
    ["stop", ["a"], { b: "did-not-fit", c: "not-reached", nobody: "not-reached" }],
  ] as const)("what does not fit: %s", (afterMisfit, selected, outcomes) => {
    const rule = byVotes({ kind: "phragmen", afterMisfit });
    const contest = {
      budgetGrosze: 100,
      projects: costing({ a: 60, b: 50, c: 40, nobody: 0 }),
      ballots: [approving("a", 6), approving("b", 4), approving("c", 2)],
    };
    expect(recount({ rule, ...contest })).toMatchObject({ selected, outcomes });
  });

  test("those who have been served wait", () => {
    const contest = {
      rule: byVotes({ kind: "phragmen", afterMisfit: "stop" }),
      budgetGrosze: 30,
      projects: costing({ a: 10, b: 10, c: 10, d: 10 }),
      ballots: [approving("a b c", 6), approving("d", 3)],
    } as const;
    expect(recount(contest).selected).toEqual(["a", "b", "d"]);
  });
});
