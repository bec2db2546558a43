import type { Ballots } from "./election.ts";

/** Keeps what is worked out of grouped ballots as long as they are there: they never change, and are counted more than once. `key` says what else it hangs on. */
export const keptWithBallots = <T>() => {
  const known = new WeakMap<Ballots, Map<string, T>>();
  return (ballots: Ballots, key: string, make: () => T): T => {
    const kept = known.get(ballots) ?? new Map<string, T>();
    known.set(ballots, kept);
    const before = kept.get(key);
    if (before !== undefined) return before;
    const made = make();
    kept.set(key, made);
    return made;
  };
};
