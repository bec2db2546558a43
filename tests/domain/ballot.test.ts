import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formOf, type RuleSet } from "../../shared/domain/rule-set.ts";
import {
  type BallotSection,
  checkBallot,
  BallotSection as Section,
} from "../../shared/domain/voting/ballot.ts";
import { RULE_SETS } from "../../shared/rulesets/index.ts";

const ruleSet = RULE_SETS.get("katowice-xii") as RuleSet;

const listOf = (pool: string, ids: readonly string[]) => ({
  pool,
  form: formOf(ruleSet, pool),
  amountGrosze: 100_000_00,
  projects: ids.map((id) => ({ id, costGrosze: 10_000_00 })),
});

/** A voter of Bogucice: citywide projects and those of L13. */
const booth = {
  pools: [
    listOf("M", ["M/01/XII", "M/02/XII", "M/03/XII", "M/04/XII"]),
    listOf("L13", ["L13/01/XII", "L13/02/XII", "L13/03/XII"]),
  ],
};

const citywide = (...points: number[]): BallotSection => ({
  pool: "M",
  points: Object.fromEntries(points.map((given, index) => [`M/0${index + 1}/XII`, given])),
});

const check = (...sections: BallotSection[]) => checkBallot(booth, sections);

describe("a ballot is taken", () => {
  test.each([[[3]], [[2, 1]], [[1, 2]], [[1, 1, 1]], [[1, 1]], [[2]], [[1]]])(
    "with %j points in a section",
    (points) => {
      expect(check(citywide(...points)).ok).toBe(true);
    },
  );

  test("with one section left empty, or left out", () => {
    const local = { pool: "L13", points: { "L13/02/XII": 3 } };
    const taken = { ok: true, value: { sections: [{ pool: "L13", choices: [["L13/02/XII", 3]] }] } };
    expect(check({ pool: "M", points: {} }, local)).toEqual(taken);
    expect(check(local)).toEqual(taken);
  });

  test("and written down the same way however it was filled in", () => {
    const local = { pool: "L13", points: { "L13/03/XII": 1, "L13/01/XII": 2 } };
    expect(check(local, citywide(3))).toEqual({
      ok: true,
      value: {
        sections: [
          { pool: "M", choices: [["M/01/XII", 3]] },
          {
            pool: "L13",
            choices: [
              ["L13/01/XII", 2],
              ["L13/03/XII", 1],
            ],
          },
        ],
      },
    });
  });
});

describe("a ballot is refused", () => {
  test.each([
    ["more than three points", [citywide(2, 2)], "ballot/over-points", "/sections/0/points"],
    ["four points for one project", [citywide(4)], "ballot/over-points", "/sections/0/points"],
    ["four projects", [citywide(1, 1, 1, 1)], "ballot/too-many-projects", "/sections/0/points"],
    ["zero points", [citywide(0)], "request/not-valid", "/sections/0/points/M~101~1XII"],
    ["zero points beside others", [citywide(3, 0)], "request/not-valid", "/sections/0/points/M~102~1XII"],
    ["negative points", [citywide(3, -1)], "request/not-valid", "/sections/0/points/M~102~1XII"],
    [
      "points hidden behind negative ones",
      [citywide(4, -1)],
      "ballot/over-points",
      "/sections/0/points/M~101~1XII",
    ],
    [
      "a project of another section",
      [{ pool: "M", points: { "L13/01/XII": 1 } }],
      "ballot/project",
      "/sections/0/points/L13~101~1XII",
    ],
    [
      "an unknown project",
      [{ pool: "L13", points: { "a~b": 1 } }],
      "ballot/project",
      "/sections/0/points/a~0b",
    ],
    [
      "another district",
      [citywide(3), { pool: "L1", points: { "L1/01/XII": 3 } }],
      "ballot/pool",
      "/sections/1/pool",
    ],
    ["a section twice", [citywide(1), citywide(1)], "ballot/pool-twice", "/sections/1/pool"],
    ["both sections empty", [citywide(), { pool: "L13", points: {} }], "ballot/empty", "/sections"],
    ["no section at all", [], "ballot/empty", "/sections"],
  ] as const)("for %s", (_, sections, code, pointer) => {
    expect(check(...sections)).toMatchObject({ ok: false, refusal: { code, pointer } });
  });

  test("with the numbers that explain it", () => {
    expect(check(citywide(2, 2))).toMatchObject({ refusal: { facts: { pool: "M", given: 4, allowed: 3 } } });
    expect(check(citywide(1, 1, 1, 1))).toMatchObject({
      refusal: { facts: { pool: "M", given: 4, allowed: 3 } },
    });
  });

  test("before that when its shape is not a ballot's", () => {
    expect(Section.safeParse({ pool: "M", points: { a: 1.5 } }).success).toBe(false);
    expect(Section.safeParse({ pool: "M", points: { a: "1" } }).success).toBe(false);
    expect(Section.safeParse({ pool: "M", points: {}, district: "L13" }).success).toBe(false);
  });
});

test("Every ballot that is taken keeps the limits, and every other is refused", () => {
  const points = fc.dictionary(
    fc.constantFrom(...booth.pools.flatMap(({ projects }) => projects.map(({ id }) => id))),
    fc.integer({ min: -1, max: 4 }),
  );
  const section = fc.record({ pool: fc.constantFrom("M", "L13", "L1"), points });
  fc.assert(
    fc.property(fc.array(section, { maxLength: 3 }), (sections) => {
      const keepsRules = sections.every(({ pool, points: given }) => {
        const own = booth.pools.find((one) => one.pool === pool);
        const values = Object.values(given);
        const sum = values.reduce((total, one) => total + one, 0);
        return (
          own &&
          Object.keys(given).every((id) => own.projects.some((project) => project.id === id)) &&
          values.every((one) => one > 0) &&
          sum <= 3
        );
      });
      const once = new Set(sections.map(({ pool }) => pool)).size === sections.length;
      const filled = sections.some(({ points: given }) => Object.keys(given).length > 0);
      expect(check(...sections).ok).toBe(keepsRules && once && filled);
    }),
    { numRuns: 2000 },
  );
});
