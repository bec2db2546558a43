/** Seeded chance (mulberry32): the same seed, the same run. */
export const chanceOf = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    /** A whole number from 0 to `limit` - 1. */
    below,
    between: (least: number, most: number): number => least + below(most - least + 1),
    /** True `share` of the time. */
    happens: (share: number): boolean => next() < share,
    one: <T>(from: readonly [T, ...T[]] | readonly T[]): T => from[below(from.length)] as T,
    text: (alphabet: string, length: number): string =>
      Array.from({ length }, () => alphabet[below(alphabet.length)]).join(""),
    some: <T>(from: readonly T[], share: number): T[] => from.filter(() => next() < share),
  };
};

export type Chance = ReturnType<typeof chanceOf>;

/** The seed of this run: `RYNEK_SEED`, else one of the day, so that a failure can be had again. */
export const seed = Number(process.env.RYNEK_SEED || 20_270_909);

/** How often a property is tried: `RYNEK_RUNS` where it is given, for the long form. */
export const runs = (short: number): number => Number(process.env.RYNEK_RUNS || short);
