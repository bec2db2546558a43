import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PoolKind } from "../../shared/domain/pool/kinds.ts";
import type { RollOver } from "../../shared/domain/pool/roll-over.ts";
import { carriedInto, type EarlierPool } from "../../shared/domain/tally/carried.ts";
import { electionOf } from "../../shared/domain/tally/election-of.ts";
import {
  type CountedPool,
  freeGrosze,
  type LeftOverRules,
  spendLeftOver,
} from "../../shared/domain/tally/left-over.ts";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { bestOfAll, byTurnout, type RecountedPool } from "../../shared/recount/left-over.ts";
import { recount } from "../../shared/recount/recount.ts";

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
  return { pool, election, rule, ties: {}, tally: made, electorate: 100, ...more };
};

describe("money left in pools", () => {
  const pools = () => [
    counted("M", 100, { m1: [60, 9], m2: [50, 8], m3: [40, 7] }, { electorate: null }),
    counted("L1", 100, { a: [70, 9], b: [40, 8], c: [35, 5], d: [5, 1] }, { electorate: 100 }),
    counted("L2", 100, { x: [90, 4], y: [30, 3], z: [20, 2] }, { electorate: 20 }),
  ];

  test("stays for the next edition, or was counted with already", () => {
    for (const policy of ["same-pool-next-edition", "citywide-now"] as const)
      expect(spendLeftOver(pools(), { policy, groups: [] })).toEqual({
        policy,
        amountGrosze: 80,
        funded: [],
        leftGrosze: 80,
      });
  });

  test("goes on down the lists of the districts, the highest turnout first, and never below the minimum", () => {
    // L2: 9 of 20 people voted; L1: 23 of 100.
    expect(spendLeftOver(pools(), { policy: "highest-turnout", groups: [] })).toEqual({
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
    expect(spendLeftOver(pools(), { policy: "best-of-all", groups: [] })).toEqual({
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
    const district = (pool: string, voters: number, electorate: number) =>
      counted(pool, 1, { [`${pool}-p`]: [30, voters] }, { electorate });
    const first = (...districts: CountedPool[]) =>
      spendLeftOver([counted("M", 30, {}, { electorate: null }), ...districts], {
        policy: "highest-turnout",
        groups: [],
      }).funded[0]?.pool;
    expect(first(district("L1", 5, 10), district("L2", 6, 10))).toBe("L2");
    expect(first(district("L1", 5, 10), district("L2", 50, 100))).toBe("L2");
    expect(first(district("L2", 5, 10), district("L1", 5, 10))).toBe("L1");
  });

  test("funds nothing that a group of exclusion shuts out, within a pool or across pools", () => {
    const group = (...projects: string[]) =>
      [{ projects, rule: { atMost: 1 }, reason: "one place" }] as const;
    const bought = (policy: RollOver, groups: LeftOverRules["groups"]) =>
      spendLeftOver(pools(), { policy, groups }).funded.map(({ id }) => id);
    expect(bought("highest-turnout", group("x", "y"))).toEqual(["z", "b"]);
    // m1 is funded, so b is out; m2 is next.
    expect(bought("best-of-all", group("m1", "b"))).toEqual(["m2", "y"]);
    expect(
      bought("best-of-all", [{ projects: ["m2", "b"], rule: "best-wins", reason: "one place" }]),
    ).toEqual(["b", "m3"]);
  });
});

const aPool = (pool: string, kind: PoolKind) =>
  fc
    .record({
      costs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      budgetGrosze: fc.integer({ min: 1, max: 12 }),
      ballots: fc.array(
        fc.tuple(
          fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
          fc.integer({ min: 1, max: 3 }),
        ),
        { maxLength: 5 },
      ),
      people: fc.integer({ min: 1, max: 30 }),
    })
    .map(({ costs, budgetGrosze, ballots, people }) => ({
      pool,
      kind,
      electorate: kind === "citywide" ? null : people,
      budgetGrosze,
      projects: costs.map((costGrosze, n) => ({ id: `${pool}/${n}`, costGrosze })),
      ballots: ballots.map(([points, count]) => ({
        choices: costs.flatMap((_, n) => (points[n] ? [[`${pool}/${n}`, points[n] ?? 0] as const] : [])),
        count,
      })),
    }));

const ids = ["M", "A", "L1", "L2"].flatMap((pool) => [0, 1, 2, 3].map((n) => `${pool}/${n}`));

test("Both counters spend it alike, whatever pools, groups, lots and ways of spending", () => {
  fc.assert(
    fc.property(
      fc.tuple(aPool("M", "citywide"), aPool("A", "area"), aPool("L1", "district"), aPool("L2", "district")),
      fc.array(
        fc.record({
          projects: fc.subarray(ids, { minLength: 2, maxLength: 6 }),
          rule: fc.oneof(
            fc.constant("best-wins" as const),
            fc.record({ atMost: fc.integer({ min: 1, max: 2 }) }),
          ),
          reason: fc.constant("one place"),
        }),
        { maxLength: 3 },
      ),
      fc.record({
        order: fc.constantFrom("points", "votes"),
        threshold: fc.constantFrom(null, { kind: "points", minimum: 2, inclusive: true }),
        fill: fc.constantFrom({ kind: "skip" }, { kind: "stop" }, { kind: "stop-with-top-up", percent: 50 }),
        ties: fc.constantFrom(["lot"], ["cheaper", "lot"], ["more-voters", "file-order"]),
      }) as fc.Arbitrary<CountingRule>,
      fc.constantFrom("best-of-all", "highest-turnout"),
      (pools, groups, how, policy) => {
        const ties = { seed: "seed" };
        const counts: CountedPool[] = [];
        const recounts: RecountedPool[] = [];
        const earlier: EarlierPool[] = [];
        for (const { pool, kind, electorate, ballots, ...own } of pools) {
          const carried = carriedInto({ kind, ...own }, { rollOver: policy, groups, earlier });
          const contest = { ...carried, rule: how, ballots, ties };
          const election = electionOf(contest);
          const made = tally(election, how, ties);
          const again = recount(contest);
          expect(again.selected).toEqual(made.selected);
          earlier.push({ kind, selected: made.selected, leftGrosze: freeGrosze(made) });
          counts.push({ pool, electorate, election, rule: how, ties, tally: made });
          recounts.push({ pool, electorate, contest, recount: again });
        }
        const spent = spendLeftOver(counts, { policy, groups });
        expect((policy === "best-of-all" ? bestOfAll : byTurnout)(recounts, groups)).toEqual(spent.funded);
        expect(spent.leftGrosze).toBeGreaterThanOrEqual(0);
        const all = [
          ...counts.flatMap(({ tally: { selected } }) => selected),
          ...spent.funded.map(({ id }) => id),
        ];
        expect(new Set(all).size).toBe(all.length);
        for (const { projects, rule: limit } of groups)
          expect(all.filter((id) => projects.includes(id)).length).toBeLessThanOrEqual(
            limit === "best-wins" ? 1 : limit.atMost,
          );
      },
    ),
    { numRuns: 3000 },
  );
});
