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

/** The greatest common divisor of safe integers. */
export const commonDivisor = (a: number, b: number): number => {
  let [one, other] = [a, b];
  while (other !== 0) [one, other] = [other, one % other];
  return one;
};

/** Adds a factor to a product held as a list of factors, multiplied together as far as doubles are exact. */
export const addFactor = (factors: number[], factor: number): void => {
  const product = (factors.at(-1) ?? Number.POSITIVE_INFINITY) * factor;
  if (product <= Number.MAX_SAFE_INTEGER) factors[factors.length - 1] = product;
  else factors.push(factor);
};

/**
 * The fraction in lowest terms, for a denominator known as a product. Of each prime, each factor loses as much as it
 * shares with what is left of the numerator, so that together they lose all they can: far less work on large numbers
 * than Euclid's algorithm.
 */
export const fractionOver = (numerator: bigint, factors: readonly number[]): Fraction => {
  if (numerator === 0n) return { numerator: 0n, denominator: 1n };
  let top = numerator;
  let denominator = 1n;
  for (const factor of factors) {
    const divisor = commonDivisor(factor, Number(top % BigInt(factor)));
    if (divisor !== 1) top /= BigInt(divisor);
    denominator *= BigInt(factor / divisor);
  }
  return { numerator: top, denominator };
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
