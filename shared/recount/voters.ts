import type { PlainBallot } from "./contest.ts";

/** Voters who cast the same ballot. */
export interface Voters {
  readonly count: bigint;
  /** The points they gave, by project. */
  readonly points: ReadonlyMap<string, bigint>;
}

/** Puts together the voters of equal ballots. */
export const votersOf = (ballots: Iterable<PlainBallot>): Voters[] => {
  const counts = new Map<string, { points: Map<string, bigint>; count: bigint }>();
  for (const { choices, count } of ballots) {
    if (count === 0) continue;
    const sorted = [...choices].sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(sorted);
    const same = counts.get(key);
    if (same) same.count += BigInt(count);
    else {
      const points = new Map(sorted.map(([id, given]) => [id, BigInt(given)]));
      counts.set(key, { points, count: BigInt(count) });
    }
  }
  return [...counts.values()];
};
