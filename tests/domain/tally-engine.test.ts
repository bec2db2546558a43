import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contendersOf } from "../../shared/domain/tally/contender.ts";
import { ballotCount } from "../../shared/domain/tally/election.ts";
import { electionOf, type PlainBallot } from "../../shared/domain/tally/election-of.ts";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { type GreedyTrace, replay } from "../../shared/domain/tally/trace.ts";

const rule: CountingRule = { order: "points", threshold: null, fill: { kind: "skip" }, ties: ["lot"] };
const projects = Array.from({ length: 300 }, (_, index) => ({ id: `P${index}`, costGrosze: 100 + index }));

describe("packing ballots", () => {
  test("keeps thousands of different ballots apart and equal ones together", () => {
    const ballots: PlainBallot[] = Array.from({ length: 6000 }, (_, index) => ({
      choices: [
        [`P${index % 290}`, 1 + (index % 3)],
        [`P${290 + (index % 7)}`, 1],
      ],
      count: 1 + (index % 2),
    }));
    const { ballots: groups, ...election } = electionOf({
      budgetGrosze: 0,
      projects,
      ballots: [...ballots, ...ballots],
    });
    const distinct = new Set(ballots.map(({ choices }) => JSON.stringify(choices)));
    expect(groups.weights).toHaveLength(distinct.size);
    expect(ballotCount(groups)).toBe(2 * ballots.reduce((sum, { count }) => sum + count, 0));

    const points = new Map<string, number>();
    for (const { choices, count } of ballots) {
      for (const [id, given] of choices) points.set(id, (points.get(id) ?? 0) + 2 * given * count);
    }
    for (const { project, score } of contendersOf({ ...election, ballots: groups })) {
      expect(score).toBe(points.get(project.id) ?? 0);
    }
  });

  test.each([
    ["an unknown project", [["X", 1]]],
    [
      "a project twice",
      [
        ["P1", 1],
        ["P1", 2],
      ],
    ],
    ["points that are not whole", [["P1", 1.5]]],
    ["points beyond 16 bits", [["P1", 32_768]]],
  ] as const)("stops at %s: such ballots are refused before", (_, choices) => {
    expect(() => electionOf({ budgetGrosze: 0, projects, ballots: [{ choices, count: 1 }] })).toThrow(
      RangeError,
    );
  });

  test("stops at two projects with one id, and at more than 65 535", () => {
    const [first] = projects;
    expect(() =>
      electionOf({ budgetGrosze: 0, projects: [...projects, ...(first ? [first] : [])], ballots: [] }),
    ).toThrow(RangeError);
    const many = Array.from({ length: 65_536 }, (_, index) => ({ id: `${index}`, costGrosze: 1 }));
    expect(() => electionOf({ budgetGrosze: 0, projects: many, ballots: [] })).toThrow(RangeError);
  });
});

test("A pool without projects, or without ballots, is counted too", () => {
  expect(tally(electionOf({ budgetGrosze: 500, projects: [], ballots: [] }), rule)).toMatchObject({
    selected: [],
    lines: [],
    leftGrosze: 500,
    ballots: 0,
  });
  const unvoted = electionOf({ budgetGrosze: 500, projects: projects.slice(0, 2), ballots: [] });
  const withMinimum = { ...rule, threshold: { kind: "points", minimum: 1, inclusive: true } as const };
  expect(tally(unvoted, withMinimum).lines.map(({ outcome }) => outcome)).toEqual([
    "below-minimum",
    "below-minimum",
  ]);
});

test("The digest of a fixed count never changes", () => {
  const election = electionOf({
    budgetGrosze: 200,
    projects: projects.slice(0, 2),
    ballots: [
      {
        choices: [
          ["P1", 2],
          ["P0", 1],
        ],
        count: 3,
      },
      { choices: [], count: 1 },
    ],
  });
  expect(tally(election, rule).digest).toMatchInlineSnapshot(
    `"19ffa90ea4ac151e792bc334b9369c10bb0ea5629908a0d167cba05b46c399a8"`,
  );
});

describe("a trace", () => {
  const trace: GreedyTrace = {
    kind: "greedy",
    budgetGrosze: 100,
    fill: { kind: "stop" },
    steps: [
      { id: "A", costGrosze: 60, move: "fund" },
      { id: "B", costGrosze: 10, move: "aside" },
      { id: "C", costGrosze: 50, move: "misfit" },
      { id: "D", costGrosze: 10, move: "after-end" },
    ],
  };

  test("is replayed to what it bought", () => {
    expect(replay(trace)).toEqual({ selected: ["A"], costGrosze: 60 });
  });

  test("that says otherwise than the money at any turn does not replay", () => {
    const moves = fc.constantFrom("fund", "misfit", "after-end");
    fc.assert(
      fc.property(fc.constantFrom(0, 2, 3), moves, (place, move) => {
        fc.pre(trace.steps[place]?.move !== move);
        const steps = trace.steps.map((step, index) =>
          index === place ? { ...step, move } : step,
        ) as GreedyTrace["steps"];
        expect(() => replay({ ...trace, steps })).toThrow(/where the money says/);
      }),
    );
  });
});
