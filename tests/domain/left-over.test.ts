import { describe, expect, test } from "vitest";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import { type CountedPool, spendLeftOver } from "../../shared/domain/tally/left-over.ts";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import { tally } from "../../shared/domain/tally/tally.ts";

const rule: CountingRule = {
  order: "points",
  threshold: { kind: "points", minimum: 2, inclusive: true },
  fill: { kind: "stop" },
  ties: ["cheaper", "file-order"],
};

/** A pool with projects as `id: [cost, points]`, each point from a voter of its own. */
const counted = (
  pool: string,
  budgetGrosze: number,
  projects: Readonly<Record<string, readonly [cost: number, points: number]>>,
  more: Partial<CountedPool> = {},
): CountedPool => {
  const election = electionOf({
    budgetGrosze,
    projects: Object.entries(projects).map(([id, [costGrosze]]) => ({ id, costGrosze })),
    ballots: Object.entries(projects).map(([id, [, count]]) => ({ choices: [[id, 1]], count })),
  });
  const made = tally(election, rule);
  return { pool, kind: "district", election, rule, ties: {}, tally: made, eligible: 100, ...more };
};

describe("money left in pools", () => {
  const pools = () => [
    counted("M", 100, { m1: [60, 9], m2: [50, 8], m3: [40, 7] }, { kind: "citywide", eligible: 0 }),
    counted("L1", 100, { a: [70, 9], b: [40, 8], c: [35, 5], d: [5, 1] }, { eligible: 100 }),
    counted("L2", 100, { x: [90, 4], y: [30, 3], z: [20, 2] }, { eligible: 20 }),
  ];

  test("stays for the next edition, or was counted with already", () => {
    for (const policy of ["same-pool-next-edition", "citywide-now"] as const)
      expect(spendLeftOver(pools(), policy)).toEqual({
        policy,
        amountGrosze: 80,
        funded: [],
        leftGrosze: 80,
      });
  });

  test("goes on down the lists of the districts, the highest turnout first, and never below the minimum", () => {
    // L2: 9 of 20 people voted; L1: 23 of 100.
    expect(spendLeftOver(pools(), "highest-turnout")).toEqual({
      policy: "highest-turnout",
      amountGrosze: 80,
      funded: [
        { pool: "L2", id: "y", costGrosze: 30 },
        { pool: "L2", id: "z", costGrosze: 20 },
      ],
      leftGrosze: 30,
    });
  });

  test("buys the best of all pools that fits, ties by the keys of the rule", () => {
    // 80 in all: m2 and b have 8 points each, and b is cheaper; then m3 (7 points) fits, and nothing after it.
    expect(spendLeftOver(pools(), "best-of-all")).toEqual({
      policy: "best-of-all",
      amountGrosze: 80,
      funded: [
        { pool: "L1", id: "b", costGrosze: 40 },
        { pool: "M", id: "m3", costGrosze: 40 },
      ],
      leftGrosze: 0,
    });
  });

  test("goes to the district with more voters where turnouts are equal, then by name", () => {
    const district = (pool: string, voters: number, eligible: number) =>
      counted(pool, 1, { [`${pool}-p`]: [30, voters] }, { eligible });
    const first = (...districts: CountedPool[]) =>
      spendLeftOver([counted("M", 30, {}, { kind: "citywide" }), ...districts], "highest-turnout").funded[0]
        ?.pool;
    expect(first(district("L1", 5, 10), district("L2", 6, 10))).toBe("L2");
    expect(first(district("L1", 5, 10), district("L2", 50, 100))).toBe("L2");
    expect(first(district("L2", 5, 10), district("L1", 5, 10))).toBe("L1");
  });

  test("funds nothing that a group of exclusion shuts out", () => {
    const [city, first, second] = pools() as [CountedPool, CountedPool, CountedPool];
    const groups = [{ projects: ["x", "y"], rule: { atMost: 1 }, reason: "one place" }] as const;
    const grouped = { ...second, election: { ...second.election, groups } };
    const { funded } = spendLeftOver([city, first, grouped], "highest-turnout");
    expect(funded.map(({ id }) => id)).toEqual(["z", "b"]);
  });
});
