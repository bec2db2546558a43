/** An exact fraction; the denominator is above 0. Not necessarily in lowest terms. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const fraction = (top: bigint, bottom: bigint): Fraction => ({ top, bottom });

/** Below 0 when `a` is less than `b`, 0 when they are equal, else above 0. */
export const compareFractions = (a: Fraction, b: Fraction): number =>
  compareIntegers(a.top * b.bottom, b.top * a.bottom);

export const compareIntegers = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same number in lowest terms. */
export const reduced = ({ top, bottom }: Fraction): Fraction => {
  const divisor = greatestCommonDivisor(top < 0n ? -top : top, bottom);
  return fraction(top / divisor, bottom / divisor);
};

export const leastCommonMultiple = (a: bigint, b: bigint): bigint => (a / greatestCommonDivisor(a, b)) * b;

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
};
