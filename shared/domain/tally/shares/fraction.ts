/** An exact quotient in lowest terms; the denominator is positive. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const divisorOf = (a: bigint, b: bigint): bigint => {
  let [one, other] = [a < 0n ? -a : a, b];
  while (other !== 0n) [one, other] = [other, one % other];
  return one;
};

/** The fraction in lowest terms; the denominator given is positive. */
export const fraction = (numerator: bigint, denominator: bigint): Fraction => {
  const divisor = divisorOf(numerator, denominator);
  return divisor === 1n
    ? { numerator, denominator }
    : { numerator: numerator / divisor, denominator: denominator / divisor };
};

/**
 * The greatest common divisor of safe integers. The rest is worked out by hand, since `%` of doubles is slow, and it is exact: were a / b rounded up
 * to a whole number n, it would lie below n by at most n · 2^-53, but n - a / b is at least 1 / b, which is more as a < 2^53.
 */
export const commonDivisor = (a: number, b: number): number => {
  let [one, other] = [a, b];
  while (other !== 0) [one, other] = [other, one - Math.floor(one / other) * other];
  return one;
};

/** Adds a factor to a product held as a list of factors, multiplied together as far as doubles are exact. */
export const addFactor = (factors: number[], factor: number): void => {
  const product = (factors.at(-1) ?? Number.POSITIVE_INFINITY) * factor;
  if (product <= Number.MAX_SAFE_INTEGER) factors[factors.length - 1] = product;
  else factors.push(factor);
};

/** How many factors are taken together: long division by their product costs no more than by one of them. */
const TOGETHER = 8;

/** A product of factors, parted for `fractionOver`. */
export type Denominator = readonly { readonly product: bigint; readonly factors: readonly number[] }[];

export const denominatorOf = (factors: readonly number[]): Denominator =>
  Array.from({ length: Math.ceil(factors.length / TOGETHER) }, (_, part) => {
    const own = factors.slice(part * TOGETHER, (part + 1) * TOGETHER);
    return { factors: own, product: own.reduce((product, factor) => product * BigInt(factor), 1n) };
  });

/**
 * The fraction in lowest terms, for a denominator known as a product. Of each prime, each factor loses as much as it
 * shares with what is left of the numerator, so that together they lose all they can: far less work on large numbers
 * than Euclid's algorithm. What is left of the numerator is looked at by its rest over the factors of a part: where a
 * divisor is taken from one of them, it goes out of the rest as well, which still is one over all factors that follow.
 */
export const fractionOver = (numerator: bigint, denominator: Denominator): Fraction => {
  if (numerator === 0n) return { numerator: 0n, denominator: 1n };
  let top = numerator;
  let bottom = 1n;
  for (const { product, factors } of denominator) {
    let rest = top % product;
    let shared = 1n;
    for (const factor of factors) {
      const divisor = commonDivisor(factor, Number(rest % BigInt(factor)));
      if (divisor === 1) continue;
      rest /= BigInt(divisor);
      shared *= BigInt(divisor);
    }
    if (shared !== 1n) top /= shared;
    bottom *= shared === 1n ? product : product / shared;
  }
  return { numerator: top, denominator: bottom };
};

/** A fraction divided by a whole number, in lowest terms. */
export const dividedBy = ({ numerator, denominator }: Fraction, divisor: number): Fraction => {
  const shared = commonDivisor(divisor, Number(numerator % BigInt(divisor)));
  return { numerator: numerator / BigInt(shared), denominator: denominator * BigInt(divisor / shared) };
};

const PLACES = 1n << 160n;
const SCALE = 2 ** 160;

/**
 * A quotient that is not negative as the unevaluated sum of two doubles. It is off by less than 2^-104 of itself and
 * 2^-159, which is far below every price: a price per point is at least 1 / (2^53 · 2^15) grosze.
 */
export const doubleDouble = (numerator: bigint, denominator: bigint): readonly [number, number] => {
  const scaled = (numerator * PLACES) / denominator;
  const high = Number(scaled);
  return [high / SCALE, Number(scaled - BigInt(high)) / SCALE];
};
