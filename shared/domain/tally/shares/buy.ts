import { settle } from "./exact.ts";
import { doubleDouble } from "./fraction.ts";
import { ROUNDING, type Run } from "./run.ts";

const SPLIT = 2 ** 27 + 1;
const SQUARE = ROUNDING * ROUNDING;
const NONE: readonly number[] = [];

/**
 * Buys a project whose supporters stand parted exactly into rich and poor: the rich pay its price, the poor all they
 * have. `even` are ballots that pay in full and have nothing left then. For what costs nothing nobody pays.
 */
export const buy = (run: Run, project: number, even: readonly number[]): void => {
  const round = run.rounds;
  const cost = run.contest.costsGrosze[project] as number;
  run.bought[round] = project;
  run.richAt[round] = run.rich[project] as number;
  run.costGrosze += cost;
  run.spentEnds[round + 1] = run.spentEnds[round] as number;
  run.roundOf[project] = round;
  if (cost > 0) {
    takeAll(run, project);
    takePrice(run, project);
    for (const ballot of even) run.money[ballot] = 0;
  }
  run.rounds = round + 1;
  for (const group of run.groupsOf?.[project] ?? NONE) {
    run.groupRoom[group] = (run.groupRoom[group] as number) - 1;
  }
  for (const part of run.partsOf?.[project] ?? NONE) {
    run.partLeft[part] = (run.partLeft[part] as number) - cost;
  }
};

/**
 * Takes from the poor all they have, and finds the price of the others: (cost - Σ weight · money of the poor) / rich, in
 * double doubles. Sums in doubles would let errors grow from round to round, as every price feeds on those before it.
 *
 * A product, sum or quotient of double doubles is off by at most 10u² of its result, u = 2^-53 (Joldes, Muller, Popescu:
 * Tight and rigorous error bounds for basic building blocks of double-word arithmetic, ACM TOMS 44, 2017). With m poor
 * and Σ weight · money ≤ cost that makes less than 16(m + 2)u² · 2cost in the sum; the errors of money come on top.
 */
const takeAll = (run: Run, project: number): void => {
  const { money, moneyLow, spent } = run;
  const { ballots, weights } = run.supporters;
  const cost = run.contest.costsGrosze[project] as number;
  const rich = run.rich[project] as number;
  const first = run.spentEnds[run.rounds] as number;
  const poorEnd = run.supporters.starts[project + 1] as number;
  let spentEnd = first;
  let high = cost;
  let low = 0;
  let poor = 0;
  for (let at = run.richEnds[project] as number; at < poorEnd; at += 1) {
    const ballot = ballots[at] as number;
    const has = money[ballot] as number;
    if (has === 0) continue;
    money[ballot] = 0;
    spent[spentEnd] = ballot;
    spentEnd += 1;
    const weight = weights[ballot] as number;
    poor += weight;
    // weight · (has + rest), exact in its first part (Dekker), is taken from the sum (Knuth).
    const product = weight * has;
    const part = SPLIT * has;
    const top = part - (part - has);
    const productLow = weight * top - product + weight * (has - top) + weight * (moneyLow[ballot] as number);
    const sum = high - product;
    const back = sum - high;
    const sumLow = high - (sum - back) - (product + back) + (low - productLow);
    high = sum + sumLow;
    low = sumLow - (high - sum);
  }
  run.spentEnds[run.rounds + 1] = spentEnd;

  const quotient = high / rich;
  const product = quotient * rich;
  let part = SPLIT * quotient;
  const top = part - (part - quotient);
  const end = quotient - top;
  part = SPLIT * rich;
  const richTop = part - (part - rich);
  const richEnd = rich - richTop;
  const productLow = end * richEnd - (product - top * richTop - end * richTop - top * richEnd);
  const rest = (high - product - productLow + low) / rich;
  run.price = quotient + rest;
  run.priceLow = rest - (run.price - quotient);
  run.priceError =
    ((poor * run.moneyLowError + 32 * (spentEnd - first + 2) * SQUARE * cost) / rich +
      16 * SQUARE * run.price) *
    1.001;
  if (run.priceError > 2 ** -70 * run.price) exactly(run);
};

/** Replaces a price that is not within 2^-70 of the exact one. */
const exactly = (run: Run): void => {
  run.rounds += 1;
  settle(run);
  run.rounds -= 1;
  [run.price, run.priceLow] = doubleDouble(run.exactPrices[run.rounds] as bigint, run.denominator);
  run.priceError = 4 * SQUARE * run.price;
};

/** Whoever has money left is never held as having none. */
const LEAST = 2 ** -800;

/**
 * Takes the price from the rich. The subtraction is exact: where a double's worth is left over, it goes to `moneyLow`
 * (Dekker; has ≥ price up to rounding). That grows by at most u · share in a round, so that its own roundings are below
 * 2u · (rounds + 1)u · share each.
 */
const takePrice = (run: Run, project: number): void => {
  const { money, moneyLow, supporters, price, priceLow } = run;
  const { ballots, strengths, strongest } = supporters;
  const richEnd = run.richEnds[project] as number;
  const priceTop = SPLIT * price - (SPLIT * price - price);
  for (let at = supporters.starts[project] as number; at < richEnd; at += 1) {
    const ballot = ballots[at] as number;
    let pays = price;
    let paysLow = priceLow;
    if (strengths !== null) {
      const strength = strengths[at] as number;
      pays = price * strength;
      paysLow = priceTop * strength - pays + (price - priceTop) * strength + priceLow * strength;
    }
    const has = money[ballot] as number;
    const left = has - pays;
    moneyLow[ballot] = (moneyLow[ballot] as number) + (has - left - pays - paysLow);
    money[ballot] = left;
    if (left <= 0) keep(run, ballot, left);
  }
  const inherited = strongest * run.priceError;
  run.moneyError += (4 * ROUNDING * run.shareHigh + inherited) * 1.001;
  run.moneyLowError += (16 * (run.rounds + 2) * SQUARE * run.shareHigh + inherited) * 1.001;
};

/** Holds an amount that is nothing or less by rounding, but above 0 in truth, as the least there is. */
const keep = (run: Run, ballot: number, left: number): void => {
  run.money[ballot] = LEAST;
  run.moneyLow[ballot] = (run.moneyLow[ballot] as number) + left;
};
