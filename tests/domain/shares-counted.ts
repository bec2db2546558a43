import fc from "fast-check";
import type { Utility } from "../../shared/domain/tally/rule.ts";
import { type EqualSharesOptions, equalShares } from "../../shared/domain/tally/shares/equal-shares.ts";
import type { Fraction } from "../../shared/domain/tally/shares/fraction.ts";
import { runs, seed } from "../kit/chance.ts";
import { packedContest } from "./shares-contests.ts";
import { type PlainContest, type Q, q, sharesTwin } from "./shares-twin.ts";

export const asQ = ({ numerator, denominator }: Fraction): Q => [numerator, denominator];
export const sum = (values: readonly Q[]): Q =>
  values.reduce((a, b) => q(a[0] * b[1] + b[0] * a[1], a[1] * b[1]), q(0));
export const isBelow = (a: Q, b: Q): boolean => a[0] * b[1] < b[0] * a[1];

export const someOptions: fc.Arbitrary<EqualSharesOptions> = fc.record({
  utility: fc.constantFrom<Utility>("cost", "cardinality", "points", "points-times-cost"),
  share: fc.constantFrom<EqualSharesOptions["share"]>("exact", { unitGrosze: 1 }, { unitGrosze: 2 }),
  addOne: fc.option(
    fc.record({ unitGrosze: fc.integer({ min: 1, max: 3 }), stopsWhenExhaustive: fc.boolean() }),
  ),
});

/** What the twin says of a purchase, in the form of the engine. */
export const asCounted = (contest: PlainContest, options: EqualSharesOptions) => {
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

export const counted = (contest: PlainContest, options: EqualSharesOptions) => {
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

export const winners = (contest: PlainContest, options: Partial<EqualSharesOptions> = {}): number[] =>
  equalShares(packedContest(contest), {
    utility: "cost",
    share: "exact",
    addOne: null,
    ...options,
  }).purchases.map(({ project }) => project);

export const check = <T>(arbitrary: fc.Arbitrary<T>, tried: number, property: (value: T) => void): void => {
  fc.assert(fc.property(arbitrary, property), { seed, numRuns: runs(tried) });
};
