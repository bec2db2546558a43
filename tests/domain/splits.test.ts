import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { limitsOf } from "../../shared/domain/voting/ballot-form.ts";
import type { Points } from "../../shared/domain/voting/forms/points.ts";
import { limitFault } from "../../shared/domain/voting/limits.ts";
import {
  asksForPoints,
  stopAfter,
  stopBefore,
  tick,
  undecidedPool,
} from "../../shared/domain/voting/marks.ts";
import { splitsOf } from "../../shared/domain/voting/splits.ts";

const formOf = (points: number, maxPerProject: number, maxProjects: number): Points => ({
  kind: "points",
  points,
  maxPerProject,
  maxProjects,
  repeatedProject: "void",
});

const KATOWICE = formOf(3, 3, 3);

const forms = fc
  .record({
    points: fc.integer({ min: 1, max: 20 }),
    most: fc.integer({ min: 1, max: 20 }),
    projects: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ points, most, projects }) => formOf(points, Math.min(most, points), Math.min(projects, points)));

const sum = (split: readonly number[]): number => split.reduce((total, one) => total + one, 0);

describe("points of ticked projects", () => {
  test("in Katowice only two ticks leave a question: 2+1 or 1+2, or 1+1", () => {
    expect(splitsOf(KATOWICE, 1)).toEqual({ kind: "settled", split: [3] });
    expect(splitsOf(KATOWICE, 2)).toEqual({
      kind: "choice",
      full: [
        [2, 1],
        [1, 2],
      ],
      fewer: [[1, 1]],
    });
    expect(splitsOf(KATOWICE, 3)).toEqual({ kind: "settled", split: [1, 1, 1] });
  });

  test("an approval ballot asks nothing, and one with many points asks for numbers", () => {
    expect(splitsOf(formOf(5, 1, 5), 2)).toEqual({ kind: "settled", split: [1, 1] });
    expect(splitsOf(formOf(100, 100, 10), 4)).toEqual({ kind: "free" });
  });

  test("whatever is offered keeps the limits of the ballot, all of it different, the full ones equal in sum", () => {
    fc.assert(
      fc.property(forms, fc.integer({ min: 1, max: 8 }), (form, wanted) => {
        const ticked = Math.min(wanted, form.maxProjects);
        const splits = splitsOf(form, ticked);
        const offered =
          splits.kind === "free" || splits.kind === "places"
            ? []
            : splits.kind === "settled"
              ? [splits.split]
              : [...splits.full, ...splits.fewer];
        for (const split of offered) {
          const sums = {
            projects: ticked,
            points: sum(split),
            least: Math.min(...split),
            most: Math.max(...split),
            costGrosze: 0,
          };
          expect(limitFault(limitsOf(form), sums)).toBeNull();
        }
        expect(new Set(offered.map(String)).size).toBe(offered.length);
        if (splits.kind === "choice") {
          expect(new Set(splits.full.map(sum)).size).toBe(1);
          expect(splits.full.length).toBeGreaterThan(1);
          for (const split of splits.fewer) expect(sum(split)).toBeLessThan(sum(splits.full[0] ?? []));
        }
      }),
    );
  });
});

describe("a ballot being filled in", () => {
  test("keeps the points of a list whose ticks stay the same, and asks again when they change", () => {
    const before = [
      { project: "a", points: 1 },
      { project: "b", points: 2 },
    ];
    expect(tick(KATOWICE, before, ["a", "b"])).toEqual(before);
    expect(tick(KATOWICE, before, ["a", "c"])).toEqual([
      { project: "a", points: null },
      { project: "c", points: null },
    ]);
    expect(tick(KATOWICE, before, ["b"])).toEqual([{ project: "b", points: 3 }]);
    expect(asksForPoints(KATOWICE, before)).toBe(true);
    expect(asksForPoints(KATOWICE, [])).toBe(false);
    expect(undecidedPool(new Map([["M", tick(KATOWICE, [], ["a", "b"])]]))).toBe("M");
  });

  test("goes from list to list to the check, and back the same way", () => {
    const pools = ["L13", "M"];
    expect(stopAfter(pools, "L13", false)).toEqual({ at: "list", pool: "M" });
    expect(stopAfter(pools, "L13", true)).toEqual({ at: "check" });
    expect(stopAfter(pools, "M", false)).toEqual({ at: "check" });
    expect(stopBefore(pools, { at: "check" })).toEqual({ at: "list", pool: "M" });
    expect(stopBefore(pools, { at: "points", pool: "M" })).toEqual({ at: "list", pool: "M" });
    expect(stopBefore(pools, { at: "list", pool: "M" })).toEqual({ at: "list", pool: "L13" });
    expect(stopBefore(pools, { at: "list", pool: "L13" })).toBeUndefined();
  });
});
