import { sha256Hex } from "../canonical.ts";
import type { Ballots, Election } from "./election.ts";
import { keptWithBallots } from "./kept.ts";

/**
 * The ballots as bytes, little endian: of each distinct ballot its weight (32 bits), how many projects it names (16 bits) and, by project, the project's place
 * among the ids sorted by UTF-16 code units and its points (16 bits each); ballots are sorted by these pairs, a shorter one first. The order of
 * ballots, of choices and of projects is gone: equal ballots are equal bytes.
 */
export const spelledBallots = ({ projects, ballots }: Pick<Election, "projects" | "ballots">): Uint8Array => {
  const rows = byPlace(
    ballots,
    projects.map(({ id }) => id),
  );
  const { offsets, places, points, weights } = rows;
  const words = new Uint16Array(3 * weights.length + 2 * places.length);
  const order = inOrder(rows, projects.length);
  let at = 0;
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] as number;
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    const weight = weights[row] as number;
    words[at] = weight;
    words[at + 1] = weight >>> 16;
    words[at + 2] = end - start;
    at += 3;
    for (let entry = start; entry < end; entry += 1) {
      words[at] = places[entry] as number;
      words[at + 1] = points[entry] as number;
      at += 2;
    }
  }
  return new Uint8Array(words.buffer);
};

/** A ballot of a spelling: places among the sorted ids with the points given. */
interface SpelledRow {
  readonly weight: number;
  readonly choices: readonly (readonly [place: number, points: number])[];
}

/** The ballots that were spelled, in order. */
export const spelledRows = function* (bytes: Uint8Array): Generator<SpelledRow> {
  const view = viewOf(bytes);
  for (let at = 0; at < bytes.length; at = rowEnd(view, at)) {
    const choices = Array.from(
      { length: view.getUint16(at + 4, true) },
      (_, choice) =>
        [view.getUint16(at + 6 + 4 * choice, true), view.getInt16(at + 8 + 4 * choice, true)] as const,
    );
    yield { weight: view.getUint32(at, true), choices };
  }
};

/** Two spellings over the same ids as one: in the order of both, equal ballots with the sum of their weights. */
export const mergedSpellings = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  const [first, second] = [viewOf(one), viewOf(other)];
  const bytes = new Uint8Array(one.length + other.length);
  const merged = viewOf(bytes);
  let [a, b, at] = [0, 0, 0];
  while (a < one.length || b < other.length) {
    const order = a === one.length ? 1 : b === other.length ? -1 : rowOrder(first, a, second, b);
    const [source, from, view] = order <= 0 ? [one, a, first] : [other, b, second];
    const end = rowEnd(view, from);
    bytes.set(source.subarray(from, end), at);
    if (order === 0) merged.setUint32(at, first.getUint32(a, true) + second.getUint32(b, true), true);
    at += end - from;
    if (order <= 0) a = rowEnd(first, a);
    if (order >= 0) b = rowEnd(second, b);
  }
  return bytes.slice(0, at);
};

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, length);

const rowEnd = (view: DataView, at: number): number => at + 6 + 4 * view.getUint16(at + 4, true);

const rowOrder = (one: DataView, a: number, other: DataView, b: number): number => {
  const [oneEnd, otherEnd] = [rowEnd(one, a), rowEnd(other, b)];
  for (let [i, j] = [a + 6, b + 6]; i < oneEnd && j < otherEnd; i += 2, j += 2) {
    const difference = one.getUint16(i, true) - other.getUint16(j, true);
    if (difference !== 0) return difference;
  }
  return oneEnd - a - (otherEnd - b);
};

const keep = keptWithBallots<string>();

/** The SHA-256 of the ballots as bytes. */
export const ballotsDigest = ({ projects, ballots }: Pick<Election, "projects" | "ballots">): string =>
  keep(ballots, JSON.stringify(projects.map(({ id }) => id)), () =>
    sha256Hex(spelledBallots({ projects, ballots })),
  );

interface Rows {
  readonly offsets: Uint32Array;
  /** Choices by place within a row. */
  readonly places: Uint16Array;
  /** Those of a choice, as 16 bits without a sign. */
  readonly points: Uint16Array;
  readonly weights: Uint32Array;
}

/** Choices by the places of the sorted ids. On a list that is sorted so already, every row is in order. */
const byPlace = ({ offsets, projects, points, weights }: Ballots, ids: readonly string[]): Rows => {
  const unsigned = new Uint16Array(points.buffer, points.byteOffset, points.length);
  const placeOf = new Uint16Array(ids.length);
  let isSorted = true;
  for (const [place, index] of sortedIndexes(ids).entries()) {
    placeOf[index] = place;
    isSorted &&= place === index;
  }
  if (isSorted) return { offsets, places: projects, points: unsigned, weights };
  const places = new Uint16Array(projects.length);
  const given = new Uint16Array(projects.length);
  for (let row = 0; row < weights.length; row += 1) {
    const start = offsets[row] as number;
    for (let entry = start; entry < (offsets[row + 1] as number); entry += 1) {
      const place = placeOf[projects[entry] as number] as number;
      let to = entry;
      for (; to > start && (places[to - 1] as number) > place; to -= 1) {
        places[to] = places[to - 1] as number;
        given[to] = given[to - 1] as number;
      }
      places[to] = place;
      given[to] = unsigned[entry] as number;
    }
  }
  return { offsets, places, points: given, weights };
};

const sortedIndexes = (ids: readonly string[]): number[] =>
  [...ids.keys()].sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1));

/** Rows are sorted by numbers of so many digits of this base. */
const DIGIT = 2 ** 11;
const DIGITS = 4;

/** The rows in order. As many first choices of a row as fit are one number; only rows that are alike in all of these are held against each other. */
const inOrder = (rows: Rows, projects: number): Uint32Array => {
  const { offsets, places, points, weights } = rows;
  const count = weights.length;
  const [least, most] = rangeOf(points);
  const span = most - least + 1;
  const base = projects * span + 1;
  let [depth, size] = [0, 1];
  for (; size * base <= DIGIT ** DIGITS && depth < 8; size *= base) depth += 1;
  const keys = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    let key = 0;
    for (let at = start; at < start + depth; at += 1) {
      key *= base;
      if (at < end) key += (places[at] as number) * span + (points[at] as number) - least + 1;
    }
    keys[row] = key;
  }
  const order = orderOf(keys, size);
  for (let first = 0, place = 1; place <= count; place += 1) {
    if (place < count && keys[order[place] as number] === keys[order[first] as number]) continue;
    if (place - first > 1) settleAlike(order.subarray(first, place), rows, depth);
    first = place;
  }
  return order;
};

/** Rows in the order of their keys, which are below a size: sorted digit by digit, the last first. */
const orderOf = (keys: Float64Array, size: number): Uint32Array => {
  let order = new Uint32Array(keys.length);
  for (let row = 0; row < keys.length; row += 1) order[row] = row;
  let next = new Uint32Array(keys.length);
  const digits = new Uint16Array(keys.length);
  const starts = new Uint32Array(DIGIT + 1);
  for (let unit = 1; unit < size; unit *= DIGIT) {
    starts.fill(0);
    for (let row = 0; row < keys.length; row += 1) {
      const digit = ((keys[row] as number) / unit) & (DIGIT - 1);
      digits[row] = digit;
      starts[digit + 1] = (starts[digit + 1] as number) + 1;
    }
    for (let digit = 0; digit < DIGIT; digit += 1)
      starts[digit + 1] = (starts[digit + 1] as number) + (starts[digit] as number);
    for (let place = 0; place < keys.length; place += 1) {
      const row = order[place] as number;
      const digit = digits[row] as number;
      const at = starts[digit] as number;
      starts[digit] = at + 1;
      next[at] = row;
    }
    [order, next] = [next, order];
  }
  return order;
};

/** Puts rows in order whose first choices are alike: two or more, since a view for each single row would cost more than the sort. */
const settleAlike = (alike: Uint32Array, { offsets, places, points }: Rows, depth: number): void => {
  alike.sort((a, b) => {
    let [one, other] = [(offsets[a] as number) + depth, (offsets[b] as number) + depth];
    const [oneEnd, otherEnd] = [offsets[a + 1] as number, offsets[b + 1] as number];
    for (; one < oneEnd && other < otherEnd; one += 1, other += 1) {
      const difference =
        (places[one] as number) - (places[other] as number) ||
        (points[one] as number) - (points[other] as number);
      if (difference !== 0) return difference;
    }
    return oneEnd - one - (otherEnd - other);
  });
};

const rangeOf = (numbers: Uint16Array): readonly [least: number, most: number] => {
  let [least, most] = [0xffff, 0];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return least > most ? [0, 0] : [least, most];
};
