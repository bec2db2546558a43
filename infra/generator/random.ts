/** Chance that can be repeated: the same seed gives the same city (mulberry32; 32 bits are plenty for made-up ballots). */
export const seeded = (seed: number) => {
  let state = seed >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(share() * limit);
  return {
    /** A number from 0 (included) to 1 (excluded). */
    share,
    below,
    pick: <T>(items: readonly T[]): T => items[below(items.length)] as T,
    /** The index of one of the weights, each as likely as it is heavy. */
    weighted: (weights: readonly number[]): number => {
      let left = share() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex((weight) => {
        left -= weight;
        return left < 0;
      });
      return index < 0 ? weights.length - 1 : index;
    },
    /** Of a standard normal distribution (Box and Muller). */
    normal: (): number => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share()),
  };
};

export type Chance = ReturnType<typeof seeded>;
