import { createHash } from "node:crypto";

/** Seeded chance (mulberry32): the same seed, the same run. What has a name draws apart from what has another. */
export const chanceOf = (seed: number, name = "") => {
  let state =
    (name === "" ? seed : createHash("sha256").update(`${seed} ${name}`).digest().readUInt32BE()) >>> 0;
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
    /** So many of these, each at most once, as they stand. */
    few: <T>(from: readonly T[], most: number): T[] => {
      let wanted = Math.min(most, from.length);
      return from.filter((_, index) => {
        const isTaken = next() * (from.length - index) < wanted;
        if (isTaken) wanted -= 1;
        return isTaken;
      });
    },
  };
};

export type Chance = ReturnType<typeof chanceOf>;

/** The seed of this run: `RYNEK_SEED`, else one that is drawn and printed when the run starts. */
export const seed = Number(process.env.RYNEK_SEED);

/** How often a property is tried: `RYNEK_RUNS` where it is given, for the long form. */
export const runs = (short: number): number => Number(process.env.RYNEK_RUNS || short);

/** The long form looks at everything in every way; `npm test` at what chance draws. */
export const IS_LONG = process.env.RYNEK_RUNS !== undefined;

/** All of these in the long form, so many of them in the short one; what has another name is drawn apart. */
export const drawn = <T>(name: string, all: readonly T[], most = 1): readonly T[] =>
  IS_LONG ? all : chanceOf(seed, name).few(all, most);
