import { makePoor } from "./filter.ts";
import { addFactor, commonDivisor } from "./fraction.ts";
import { enterPurchase, moneyOf, moneyOfAll } from "./paid.ts";
import { ROUNDING, type Run } from "./run.ts";

/** The price of a project per point: `numerator` / (`denominator` of the run · `rich`). */
export interface ExactPrice {
  readonly numerator: bigint;
  readonly rich: bigint;
  /** Ballots that can pay in full and have nothing left then. */
  readonly even: readonly number[];
}

const EXTRA_BITS = 128n;

/** A quotient that is not negative, with a relative error below 2^-52. */
export const quotient = (numerator: bigint, denominator: bigint): number =>
  Number((numerator << EXTRA_BITS) / denominator) / 2 ** 128;

/** Makes the prices of all purchases so far exact. */
export const settle = (run: Run): void => {
  for (let round = run.exactPrices.length; round < run.rounds; round += 1) {
    const cost = BigInt(run.contest.costsGrosze[run.bought[round] as number] as number);
    const poor = moneyOfAll(
      run,
      run.spent,
      run.spentEnds[round] as number,
      run.spentEnds[round + 1] as number,
    );
    append(run, cost * run.denominator - poor, run.richAt[round] as number);
    enterPurchase(run);
  }
};

/** Appends numerator / (denominator · rich) to the exact prices, over a denominator that serves all. */
const append = (run: Run, numerator: bigint, rich: number): void => {
  const divisor = commonDivisor(rich, Number(numerator % BigInt(rich)));
  const factor = BigInt(rich / divisor);
  if (factor !== 1n) {
    run.denominator *= factor;
    run.exactShare *= factor;
    run.exactPrices = run.exactPrices.map((price) => price * factor);
    addFactor(run.factors, rich / divisor);
  }
  run.exactPrices.push(numerator / BigInt(divisor));
};

/** The exact money that supporters, from entry to entry, hold together, as a numerator over the denominator of the run. */
export const heldBy = (run: Run, from: number, to: number): bigint => {
  settle(run);
  return moneyOfAll(run, run.supporters.ballots, from, to);
};

/**
 * The exact price of a project, or null if it is not affordable. Goes on where `searchPrice` ended: with the supporters
 * that are certainly poor, the price rises until no more of the others prove poor. Only those whose money is too near
 * to what they would pay for doubles to tell are looked at exactly.
 */
export const exactPrice = (run: Run, project: number): ExactPrice | null => {
  run.arbitrations += 1;
  const { supporters, richEnds, money } = run;
  const cost = BigInt(run.contest.costsGrosze[project] as number);
  const start = supporters.starts[project] as number;
  for (;;) {
    const richEnd = richEnds[project] as number;
    const poor = heldBy(run, richEnd, supporters.starts[project + 1] as number);
    const numerator = cost * run.denominator - poor;
    if (run.rich[project] === 0) return null;
    const rich = BigInt(run.rich[project] as number);
    const price = quotient(numerator, run.denominator * rich) * (1 + 8 * ROUNDING);
    const even: number[] = [];
    for (let at = start; at < (richEnds[project] as number); ) {
      const ballot = supporters.ballots[at] as number;
      const strength = supporters.strengths === null ? 1 : (supporters.strengths[at] as number);
      if ((money[ballot] as number) > (price * strength + run.moneyError) * (1 + 4 * ROUNDING)) {
        at += 1;
        continue;
      }
      const over = moneyOf(run, ballot) * rich - numerator * BigInt(strength);
      if (over < 0n) makePoor(run, project, at);
      else {
        if (over === 0n) even.push(ballot);
        at += 1;
      }
    }
    if (richEnds[project] === richEnd) return { numerator, rich, even };
  }
};

/** Compares the prices per utility of two projects: below 0 if the first is cheaper. `bases` are their utilities. */
export const comparePrices = (
  one: { readonly price: ExactPrice; readonly base: bigint },
  other: { readonly price: ExactPrice; readonly base: bigint },
): number => {
  const left = one.price.numerator * other.price.rich * other.base;
  const right = other.price.numerator * one.price.rich * one.base;
  return left < right ? -1 : left > right ? 1 : 0;
};
