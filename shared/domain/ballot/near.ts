import { metresBetween } from "../project/distance.ts";
import type { Location } from "../project/location.ts";

/** Of a square so many are compared with each project: a city that puts thousands on one square is told of the first. */
const MOST_IN_SQUARE = 60;

/** So many pairs are told of: those of a list in which everything is near everything are no use to anybody. */
const MOST_PAIRS = 2000;

/** The least of a degree's length in Poland, along a parallel. */
const METRES_PER_DEGREE = 64_000;

interface Placed {
  readonly location: Location;
}

interface Pair<P> {
  readonly one: P;
  readonly other: P;
  readonly metres: number;
}

/** Pairs that are nearer to each other than some metres, one at a time: where everything is near everything they need no room. */
export const everyNearPair = function* <P extends Placed>(
  places: readonly P[],
  metres: number,
): Generator<Pair<P>> {
  const side = metres / METRES_PER_DEGREE;
  const squares = new Map<string, P[]>();
  for (const other of places) {
    const [row, column] = [Math.floor(other.location.lat / side), Math.floor(other.location.lon / side)];
    for (const up of [-1, 0, 1])
      for (const right of [-1, 0, 1])
        for (const one of squares.get(`${row + up} ${column + right}`) ?? []) {
          const between = metresBetween(one.location, other.location);
          if (between < metres) yield { one, other, metres: Math.round(between) };
        }
    const name = `${row} ${column}`;
    const square = squares.get(name) ?? [];
    if (square.length < MOST_IN_SQUARE) square.push(other);
    squares.set(name, square);
  }
};

/** Pairs that people are told of. Each place is compared with those around it alone, however many there are. */
export const nearPairs = <P extends Placed>(places: readonly P[], metres: number): Pair<P>[] => [
  ...everyNearPair(places, metres).take(MOST_PAIRS),
];
