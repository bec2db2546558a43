import type { OrderKey, TieKey } from "../domain/tally/rule.ts";
import type { Candidate } from "./candidate.ts";
import type { PlainChance } from "./contest.ts";
import { compareFractions, compareIntegers, fraction } from "./fraction.ts";
import { drawLots, type Run } from "./lot.ts";

/** Below 0 when the first of two comes first. */
type Comparison = (a: Candidate, b: Candidate) => number;

const morePoints: Comparison = (a, b) => compareIntegers(b.points, a.points);
const moreVotes: Comparison = (a, b) => compareIntegers(b.votes, a.votes);

/** More support for the money comes first; what costs nothing comes before all that costs something. */
const morePerCost =
  (support: (candidate: Candidate) => bigint): Comparison =>
  (a, b) => {
    if (a.cost === 0n && b.cost === 0n) return 0;
    if (a.cost === 0n) return -1;
    if (b.cost === 0n) return 1;
    return compareFractions(fraction(support(b), b.cost), fraction(support(a), a.cost));
  };

const ORDER_KEYS: Readonly<Record<OrderKey, Comparison>> = {
  points: morePoints,
  votes: moreVotes,
  "points-then-voters": (a, b) => morePoints(a, b) || moreVotes(a, b),
  "points-per-cost": morePerCost(({ points }) => points),
  "votes-per-cost": morePerCost(({ votes }) => votes),
};

const lowerNumber: Comparison = (a, b) => {
  if (a.drawnNumber === b.drawnNumber) return 0;
  if (a.drawnNumber === null) return 1;
  if (b.drawnNumber === null) return -1;
  return a.drawnNumber - b.drawnNumber;
};

const TIE_KEYS: Readonly<Record<Exclude<TieKey, "lot">, Comparison>> = {
  "more-voters": moreVotes,
  cheaper: (a, b) => compareIntegers(a.cost, b.cost),
  "drawn-number": lowerNumber,
  "file-order": (a, b) => a.place - b.place,
};

interface Keys {
  /** Null: by the tie keys alone. */
  readonly order: OrderKey | null;
  readonly ties: readonly TieKey[];
  readonly chance: PlainChance;
}

/** The given projects in order, first to last, as runs of level ones. */
export const runsOf = (candidates: readonly Candidate[], { order, ties, chance }: Keys): Run[] => {
  const keys = ties.flatMap((key) => (key === "lot" ? [] : [TIE_KEYS[key]]));
  if (order) keys.unshift(ORDER_KEYS[order]);
  const compare: Comparison = (a, b) => {
    for (const key of keys) {
      const sign = key(a, b);
      if (sign !== 0) return sign;
    }
    return 0;
  };
  const levels: Candidate[][] = [];
  for (const candidate of [...candidates].sort(compare)) {
    const level = levels.at(-1);
    const first = level?.[0];
    if (level && first && compare(first, candidate) === 0) level.push(candidate);
    else levels.push([candidate]);
  }
  return levels.map((level) => drawLots(level, chance));
};
