import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Utility } from "../../shared/domain/tally/rule.ts";
import { type EqualSharesOptions, equalShares } from "../../shared/domain/tally/shares/equal-shares.ts";
import type { Fraction } from "../../shared/domain/tally/shares/fraction.ts";
import { phragmen } from "../../shared/domain/tally/shares/phragmen.ts";
import { runs, seed } from "../chance.ts";
import { faultsOf } from "./shares-certificate.ts";
import { aContest, aKnifeEdge, approvals, aSymmetry, packedContest } from "./shares-contests.ts";
import { type PlainContest, phragmenTwin, type Q, q, sharesTwin } from "./shares-twin.ts";

const asQ = ({ numerator, denominator }: Fraction): Q => [numerator, denominator];
const sum = (values: readonly Q[]): Q =>
  values.reduce((a, b) => q(a[0] * b[1] + b[0] * a[1], a[1] * b[1]), q(0));
const isBelow = (a: Q, b: Q): boolean => a[0] * b[1] < b[0] * a[1];

const someOptions: fc.Arbitrary<EqualSharesOptions> = fc.record({
  utility: fc.constantFrom<Utility>("cost", "cardinality", "points", "points-times-cost"),
  share: fc.constantFrom<EqualSharesOptions["share"]>("exact", { unitGrosze: 1 }, { unitGrosze: 2 }),
  addOne: fc.option(
    fc.record({ unitGrosze: fc.integer({ min: 1, max: 3 }), stopsWhenExhaustive: fc.boolean() }),
  ),
});

/** What the twin says of a purchase, in the form of the engine. */
const asCounted = (contest: PlainContest, options: EqualSharesOptions) => {
  const { outcome, runs: tried, tooDear } = sharesTwin(contest, options);
  return {
    runs: tried,
    tooDear: tooDear && { share: tooDear.share, costGrosze: tooDear.cost },
    share: outcome?.share,
    costGrosze: outcome?.cost ?? 0,
    held: outcome && [...outcome.held].map(([project, money]) => ({ project, money })),
    purchases: (outcome?.purchases ?? []).map(({ project, price, tiedWith, paid }) => {
      const nothing = paid.filter(({ had }) => had[0] === 0n);
      const byCost = options.utility === "cost" || options.utility === "points-times-cost";
      const byPoints = options.utility === "points" || options.utility === "points-times-cost";
      const each = byCost ? q(price[0] * BigInt(contest.costs[project] as number), price[1]) : price;
      const full = paid.filter(
        ({ had, paid: pays, points }) =>
          had[0] !== 0n && pays[0] * each[1] === each[0] * BigInt(byPoints ? points : 1) * pays[1],
      );
      const rest = paid.filter((voter) => !nothing.includes(voter) && !full.includes(voter));
      return {
        project,
        price,
        tiedWith,
        full: full.length,
        fullGrosze: each,
        rest: rest.length,
        restGrosze: sum(rest.map(({ paid: pays }) => pays)),
        nothing: nothing.length,
      };
    }),
  };
};

const counted = (contest: PlainContest, options: EqualSharesOptions) => {
  const outcome = equalShares(packedContest(contest), options);
  return {
    runs: outcome.runs,
    tooDear: outcome.tooDear && { ...outcome.tooDear, share: asQ(outcome.tooDear.share) },
    share: asQ(outcome.share),
    costGrosze: outcome.costGrosze,
    held: outcome.unfunded.map(({ project, heldGrosze }) => ({ project, money: asQ(heldGrosze) })),
    purchases: outcome.purchases.map(({ project, price, tiedWith, payments }) => ({
      project,
      price: asQ(price),
      tiedWith: [...tiedWith].sort((a, b) => a - b),
      full: payments.full,
      fullGrosze: asQ(payments.fullGrosze),
      rest: payments.rest,
      restGrosze: asQ(payments.restGrosze),
      nothing: payments.nothing,
    })),
  };
};

const winners = (contest: PlainContest, options: Partial<EqualSharesOptions> = {}): number[] =>
  equalShares(packedContest(contest), {
    utility: "cost",
    share: "exact",
    addOne: null,
    ...options,
  }).purchases.map(({ project }) => project);

const check = <T>(arbitrary: fc.Arbitrary<T>, tried: number, property: (value: T) => void): void => {
  fc.assert(fc.property(arbitrary, property), { seed, numRuns: runs(tried) });
};

describe("equal shares are counted as by the twin", () => {
  test.each([
    ["small contests", aContest, 1_500],
    ["knife edges", aKnifeEdge, 500],
    ["symmetries", aSymmetry, 500],
  ] as const)("%s", (_, contests, tried) => {
    check(fc.tuple(contests, someOptions), tried, ([contest, options]) => {
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
    check(fc.tuple(fc.oneof(aContest, aKnifeEdge), someOptions), 400, ([contest, options]) => {
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

describe("known answers", () => {
  const BIKE = 0;
  const site = approvals([700, 400, 250, 200, 100], 1_100, [
    [0, 1],
    [0, 1, 2],
    [0, 1],
    [0, 1, 2],
    [0, 1, 2],
    [0, 1],
    [2, 3, 4],
    [3],
    [3, 4],
    [2, 3, 4],
    [0],
  ]);

  test("equalshares.net: bike path, playground, library", () => {
    expect(winners(site)).toEqual([BIKE, 3, 4]);
    expect(counted(site, { utility: "cost", share: "exact", addOne: null }).purchases[0]).toMatchObject({
      price: q(1, 7),
      full: 7,
      fullGrosze: q(100),
    });
  });

  // Lackner and Skowron 2023; a unit is 24 grosze, so that 1 grosz is their step of 1/24.
  const lists = ["ab", "ab", "ab", "ac", "ac", "ac", "ad", "ad", "bcf", "e", "f", "g"];
  const running = approvals(
    Array(7).fill(24),
    96,
    lists.map((list) => [...list].map((letter) => "abcdefg".indexOf(letter))),
  );

  test.each(["cost", "cardinality", "points"] as const)("Lackner and Skowron: a alone, by %s", (utility) => {
    expect(winners(running, { utility })).toEqual([0]);
    const addOne = { unitGrosze: 1, stopsWhenExhaustive: true };
    expect(winners(running, { utility, addOne }).sort()).toEqual([0, 1, 2, 3]);
  });

  test("Lackner and Skowron: Phragmén buys a, b, c, d", () => {
    const { turns } = phragmen(packedContest(running), "skip");
    expect(turns.filter(({ funded }) => funded).map(({ project }) => project)).toEqual([0, 1, 2, 3]);
  });

  test("pabutools, AppEx_2 and AppEx_4", () => {
    const two = approvals([100, 90, 200, 109], 400, [[0], [1, 2, 3], [1, 2, 3], [2]]);
    expect(winners(two, { utility: "cardinality" }).sort()).toEqual([0, 1, 3]);
    expect(winners(two).sort()).toEqual([0, 2]);
    expect(winners(two, { addOne: { unitGrosze: 10, stopsWhenExhaustive: true } }).sort()).toEqual([0, 1, 2]);
  });

  test.each([61, 112, 105, 142, 241])(
    "a project of all %d voters that costs the whole pool is bought",
    (voters) => {
      for (const cost of [15_000_000, 15_500_000, 20_000_000]) {
        const everybody = approvals([cost], cost, Array(voters).fill([0]));
        expect(winners(everybody)).toEqual([0]);
        expect(winners({ ...everybody, costs: [cost + 1] })).toEqual([]);
        expect(winners({ ...everybody, ballots: everybody.ballots.slice(1) })).toEqual([0]);
        expect(
          winners({ ...everybody, ballots: [...everybody.ballots, { given: new Map(), count: 1 }] }),
        ).toEqual([]);
      }
    },
  );

  test("party lists of unit cost give D'Hondt's seats", () => {
    const votes = [53, 24, 23];
    const seats = votes.map((_, party) => [...Array(7).keys()].map((seat) => party * 7 + seat));
    const contest = {
      ...approvals(Array(21).fill(10_000), 70_000, []),
      ballots: votes.map((count, party) => ({
        given: new Map(seats[party]?.map((project) => [project, 1] as const)),
        count,
      })),
    };
    const won = winners(contest, { addOne: { unitGrosze: 1, stopsWhenExhaustive: true } });
    expect(votes.map((_, party) => won.filter((project) => seats[party]?.includes(project)).length)).toEqual([
      4, 2, 1,
    ]);
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
