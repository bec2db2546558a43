import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EqualSharesOptions, equalShares } from "../../shared/domain/tally/shares/equal-shares.ts";
import { phragmen } from "../../shared/domain/tally/shares/phragmen.ts";
import { faultsOf } from "./shares-certificate.ts";
import { aContest, aKnifeEdge, approvals, aSymmetry, packedContest } from "./shares-contests.ts";
import { asCounted, asQ, check, counted, isBelow, someOptions, sum, winners } from "./shares-counted.ts";
import { type PlainContest, phragmenTwin, type Q, q } from "./shares-twin.ts";

describe("equal shares are counted as by the twin", () => {
  test.each([
    ["small contests", aContest, 1_500],
    ["knife edges", aKnifeEdge, 500],
    ["symmetries", aSymmetry, 500],
  ] as const)("%s", (_, contests, tried) => {
    check(fc.tuple(contests, someOptions), tried, ([contest, some]) => {
      // The twin takes every step, however many there are.
      const options = contest.budget > 10_000 ? { ...some, addOne: null } : some;
      expect(counted(contest, options)).toEqual(asCounted(contest, options));
    });
  });

  test("with a share that doubles cannot hold and prices far apart", () => {
    const large = aContest.map((contest) => ({
      ...contest,
      costs: contest.costs.map((cost, index) => cost * 214_748_364_799 + index),
      budget: contest.budget * 1_099_511_627_791,
    }));
    const options = someOptions.map((some) => ({ ...some, addOne: null }));
    check(fc.tuple(large, options), 500, ([contest, some]) => {
      expect(counted(contest, some)).toEqual(asCounted(contest, some));
    });
  });

  // In each the same is bought, in the same order, before and after a step at which something dearer is.
  test.each([
    [
      540,
      "cost",
      [191, 193, 268, 70],
      [
        [0, 1, 2, 3],
        [0, 2, 3],
        [0, 1, 3],
        [0, 2],
        [1, 2, 3],
        [1, 2],
      ],
    ],
    [
      494,
      "cardinality",
      [22, 184, 40, 260, 168, 389, 136],
      [
        [0, 2, 3, 6],
        [0, 3, 4, 5],
        [1, 3, 4, 6],
        [3, 5],
        [4, 6],
        [0, 2, 3, 5],
      ],
    ],
    [
      701,
      "cost",
      [132, 297, 358, 189, 221],
      [
        [0, 1, 3, 4],
        [1, 2],
        [0, 2, 3, 4],
      ],
    ],
  ] as const)("at a step between equal ones: pool %d", (budget, utility, costs, lists) => {
    const contest = approvals(costs, budget, lists);
    const addOne = { unitGrosze: 1, stopsWhenExhaustive: false };
    const options: EqualSharesOptions = { utility, share: { unitGrosze: 1 }, addOne };
    expect(counted(contest, options)).toEqual(asCounted(contest, options));
  });

  test("in many small steps, most of which are skipped", () => {
    const fine = aContest.map((contest) => ({
      ...contest,
      costs: contest.costs.map((cost) => cost * 20),
      budget: contest.budget * 20,
      ballots: contest.ballots.slice(0, 6).map((ballot) => ({ ...ballot, count: 1 })),
    }));
    const options = someOptions.map((some) => ({
      ...some,
      share: { unitGrosze: 1 },
      addOne: { unitGrosze: 1, stopsWhenExhaustive: false },
    }));
    check(fc.tuple(fine, options), 60, ([contest, some]) => {
      expect(counted(contest, some)).toEqual(asCounted(contest, some));
    });
  });
});

describe("equal shares", () => {
  test("do not depend on the order of ballots and projects, nor on how equal ballots are held", () => {
    const cases = fc.tuple(aContest, someOptions).chain(([contest, options]) => {
      const ids = [...contest.costs.keys()];
      const all = { minLength: ids.length, maxLength: ids.length };
      return fc.tuple(fc.constant(contest), fc.constant(options), fc.shuffledSubarray(ids, all));
    });
    check(cases, 400, ([contest, options, moved]) => {
      const at = (project: number): number => moved.indexOf(project);
      const other: PlainContest = {
        ...contest,
        costs: moved.map((project) => contest.costs[project] as number),
        takesPart: moved.map((project) => contest.takesPart[project] as boolean),
        order: contest.order.map(at),
        groups: contest.groups.map((group) => ({ ...group, projects: group.projects.map(at) })),
        ballots: contest.ballots
          .flatMap(({ given, count }) =>
            Array.from({ length: count }, () => ({
              given: new Map([...given].map(([project, points]) => [at(project), points] as const)),
              count: 1,
            })),
          )
          .reverse(),
      };
      const here = counted(contest, options);
      const there = counted(other, options);
      expect(
        there.purchases.map((purchase) => ({ ...purchase, project: moved[purchase.project], tiedWith: 0 })),
      ).toEqual(here.purchases.map((purchase) => ({ ...purchase, tiedWith: 0 })));
      expect(there.runs).toBe(here.runs);
    });
  });

  test("are paid exactly, at prices that never fall, by those who have the money", () => {
    check(fc.tuple(fc.oneof(aContest, aKnifeEdge), someOptions), 400, ([contest, some]) => {
      const options = contest.budget > 10_000 ? { ...some, addOne: null } : some;
      const { purchases, share, costGrosze } = counted(contest, options);
      const packed = packedContest(contest);
      expect(faultsOf(packed, options, equalShares(packed, options))).toEqual([]);
      const spent = new Map<number, Q>();
      let before = q(0);
      for (const { project, price, full, fullGrosze, rest, restGrosze, nothing } of purchases) {
        expect(isBelow(price, before)).toBe(false);
        before = price;
        const supporters = contest.ballots.filter(({ given }) => (given.get(project) ?? 0) > 0);
        expect(full + rest + nothing).toBe(supporters.reduce((total, { count }) => total + count, 0));
        if (options.utility === "cost" || options.utility === "cardinality") {
          expect(sum([q(fullGrosze[0] * BigInt(full), fullGrosze[1]), restGrosze])).toEqual(
            q(contest.costs[project] as number),
          );
          expect(isBelow(share, fullGrosze)).toBe(false);
        }
        spent.set(project, price);
      }
      expect(spent.size).toBe(purchases.length);
      const voters = contest.ballots.reduce((total, { count }) => total + count, 0);
      expect(isBelow(q(share[0] * BigInt(voters), share[1]), q(costGrosze))).toBe(false);
    });
  });

  test("count a ballot cast ten million times", () => {
    const contest = {
      ...approvals([10_000_000_000_000, 30_000_000_000_000, 1], 60_000_000_000_000, []),
      ballots: [
        {
          given: new Map([
            [0, 1],
            [1, 1],
          ]),
          count: 10_000_000,
        },
        {
          given: new Map([
            [1, 1],
            [2, 1],
          ]),
          count: 10_000_000,
        },
      ],
    };
    const outcome = counted(contest, { utility: "cost", share: "exact", addOne: null });
    expect(outcome.purchases.map(({ project, full, rest }) => [project, full, rest])).toEqual([
      [1, 20_000_000, 0],
      [0, 10_000_000, 0],
      [2, 10_000_000, 0],
    ]);
    expect(outcome.purchases[1]?.fullGrosze).toEqual(q(1_000_000));
  });

  test("end at once where there is nobody", () => {
    const addOne = { unitGrosze: 1, stopsWhenExhaustive: false };
    expect(winners(approvals([1, 0], 5, []), { addOne })).toEqual([]);
    expect(winners(approvals([1, 0], 5, [[], []]), { addOne })).toEqual([]);
    expect(winners(approvals([], 5, [[]]), { addOne })).toEqual([]);
  });

  test("reach in few runs what takes a billion steps", () => {
    const contest = approvals([100, 1_000_000_000, 300], 1_100_000_000, [[0], [0, 2], [1, 2]]);
    const outcome = equalShares(packedContest({ ...contest, budget: 1_000_000_500 }), {
      utility: "cost",
      share: { unitGrosze: 1 },
      addOne: { unitGrosze: 1, stopsWhenExhaustive: false },
    });
    expect(outcome.costGrosze).toBe(1_000_000_400);
    expect(asQ(outcome.share)).toEqual(q(1_000_000_150));
  });
});

describe("prices that doubles cannot tell apart", () => {
  // 9 999 000 000 000 / 999 983 and a fraction that differs from it by 1 / (999 983 · 1 000 003).
  const [one, other] = [999_983, 1_000_003];
  const cost = 9_999_000_000_000;
  const near = (by: bigint): number => {
    for (let residue = 0n; ; residue += 1n) {
      const costs = BigInt(cost) + residue;
      if ((costs * BigInt(other) + by) % BigInt(one) === 0n) return Number(residue);
    }
  };

  test.each([1n, -1n])("are told apart: by %d", (by) => {
    const first = cost + near(by);
    const second = Number((BigInt(first) * BigInt(other) + by) / BigInt(one));
    const contest: PlainContest = {
      ...approvals([first, second], 30_000_000_000_000, []),
      ballots: [one, other].map((count, project) => ({ given: new Map([[project, 1]]), count })),
    };
    const expected = by > 0n ? [0, 1] : [1, 0];
    const packed = packedContest(contest);
    const { purchases, arbitrations } = equalShares(packed, {
      utility: "cardinality",
      share: "exact",
      addOne: null,
    });
    expect(purchases.map(({ project, tiedWith }) => [project, tiedWith])).toEqual(
      expected.map((project) => [project, []]),
    );
    expect(arbitrations).toBeGreaterThan(0);
    const { turns } = phragmen(packed, "skip");
    expect(turns.map(({ project, tiedWith }) => [project, tiedWith])).toEqual(
      expected.map((project) => [project, []]),
    );
  });
});

describe("Phragmén is counted as by the twin", () => {
  test.each([
    ["small contests", aContest, 1_000],
    ["knife edges", aKnifeEdge, 300],
    ["symmetries", aSymmetry, 300],
  ] as const)("%s", (_, contests, tried) => {
    check(fc.tuple(contests, fc.constantFrom("skip", "stop")), tried, ([contest, afterMisfit]) => {
      const { turns } = phragmen(packedContest(contest), afterMisfit as "skip" | "stop");
      expect(
        turns.map((turn) => ({
          ...turn,
          load: asQ(turn.load),
          tiedWith: [...turn.tiedWith].sort((a, b) => a - b),
        })),
      ).toEqual(phragmenTwin(contest, afterMisfit as "skip" | "stop"));
    });
  });
});
