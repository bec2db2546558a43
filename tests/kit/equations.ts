/** What is known of whole numbers, none of them below 0: a sum of some lies between two others. An equation has the same on both sides. */
export interface Known {
  readonly sum: Readonly<Record<string, number>>;
  readonly least: number;
  readonly most: number;
}

export const known = (sum: Known["sum"], least: number, most = least): Known => ({ sum, least, most });
/** A sum of names, each once. */
export const sumOf = (names: readonly string[]): Known["sum"] =>
  Object.fromEntries(names.map((name) => [name, 1]));

const dividing = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : dividing(b, a % b));

/** A row of whole coefficients, its right side last, without what divides them all. */
const reduced = (row: readonly bigint[]): bigint[] => {
  const by = row.reduce(dividing, 0n);
  return by > 1n ? row.map((one) => one / by) : [...row];
};

/** The numbers that equations alone determine, by elimination (Gauss and Jordan) in whole numbers of any size. */
export const determined = (all: readonly Known[]): Map<string, number> => {
  const equations = all.filter(({ least, most }) => least === most);
  const names = [...new Set(equations.flatMap(({ sum }) => Object.keys(sum)))];
  let rows = equations.map(({ sum, least }) =>
    reduced([...names.map((name) => BigInt(sum[name] ?? 0)), BigInt(least)]),
  );
  const solved: (readonly bigint[])[] = [];
  for (const at of names.keys()) {
    const pivot = rows.find((row) => row[at] !== 0n);
    if (!pivot) continue;
    const without = (row: readonly bigint[]): bigint[] =>
      row[at] === 0n
        ? [...row]
        : reduced(
            row.map(
              (one, index) => one * (pivot[at] as bigint) - (pivot[index] as bigint) * (row[at] as bigint),
            ),
          );
    rows = rows.filter((row) => row !== pivot).map(without);
    solved.splice(0, solved.length, ...solved.map(without), pivot);
  }
  return new Map(
    solved.flatMap((row): [string, number][] => {
      const left = names.flatMap((name, at) => (row[at] === 0n ? [] : [{ name, factor: row[at] as bigint }]));
      const [one, ...others] = left;
      return one && others.length === 0 ? [[one.name, Number((row.at(-1) as bigint) / one.factor)]] : [];
    }),
  );
};

interface Span {
  readonly least: number;
  readonly most: number;
}
type Spans = ReadonlyMap<string, Span>;

/** No city has so many people. */
const ANY: Span = { least: 0, most: 1e9 };

/** The least and the most that a number adds to a sum. */
const reach = (factor: number, { least, most }: Span): Span =>
  factor > 0
    ? { least: factor * least, most: factor * most }
    : { least: factor * most, most: factor * least };

/** What a sum leaves for one of its numbers, where the others lie between two. */
const leftFor = (factor: number, low: number, high: number): Span => {
  const [a, b] = factor > 0 ? [low / factor, high / factor] : [high / factor, low / factor];
  return { least: Math.ceil(a), most: Math.floor(b) };
};

/** Spans as narrow as each piece of knowledge makes them, one by one until none does any more; undefined where nothing is left of one. */
const narrowed = (all: readonly Known[], from: Spans): Spans | undefined => {
  const spans = new Map(from);
  const of = (name: string): Span => spans.get(name) ?? ANY;
  for (let isNews = true; isNews; ) {
    isNews = false;
    for (const { sum, least, most } of all) {
      const terms = Object.entries(sum);
      const reaches = terms.map(([name, factor]) => reach(factor, of(name)));
      const low = reaches.reduce((total, one) => total + one.least, 0);
      const high = reaches.reduce((total, one) => total + one.most, 0);
      for (const [at, [name, factor]] of terms.entries()) {
        const own = reaches[at] ?? ANY;
        const left = leftFor(factor, least - (high - own.most), most - (low - own.least));
        const before = of(name);
        const after = { least: Math.max(before.least, left.least), most: Math.min(before.most, left.most) };
        if (after.least > after.most) return undefined;
        if (after.least === before.least && after.most === before.most) continue;
        spans.set(name, after);
        isNews = true;
      }
    }
  }
  return spans;
};

/** So many numbers are tried far from the truth before a search gives up: aloud, for what was not searched is not safe. */
const MOST_TRIES = 200_000;
/** How far from the truth numbers are looked for at first, and how many are tried there. */
const NEAR: readonly number[] = [1, 3, 9];
const TRIES_NEAR = 2000;

class TooMany extends Error {}

/** Numbers that fit everything that is known, those near to the truth first. */
const fitting = (
  all: readonly Known[],
  from: Spans,
  { truth, most }: { readonly truth: ReadonlyMap<string, number>; readonly most: number },
): Spans | undefined => {
  let tries = 0;
  const next = (before: Spans): Spans | undefined => {
    const spans = narrowed(all, before);
    if (!spans) return undefined;
    const open = [...spans].filter(([, { least, most }]) => least < most);
    const [first] = open.toSorted(([, a], [, b]) => a.most - a.least - (b.most - b.least));
    if (!first) return spans;
    const [name, span] = first;
    const near = Math.min(Math.max(truth.get(name) ?? 0, span.least), span.most);
    for (let away = 0; away <= span.most - span.least; away += 1)
      for (const value of away === 0 ? [near] : [near + away, near - away]) {
        if (value < span.least || value > span.most) continue;
        tries += 1;
        if (tries > most) throw new TooMany("too many numbers to try");
        const found = next(new Map(spans).set(name, { least: value, most: value }));
        if (found) return found;
      }
    return undefined;
  };
  return next(from);
};

const both = (a: Span, b: Span): Span => ({
  least: Math.max(a.least, b.least),
  most: Math.min(a.most, b.most),
});

/** Whether numbers fit within spans: first near the truth, where few are tried, then everywhere. */
const isFitting = (all: readonly Known[], spans: Spans, truth: ReadonlyMap<string, number>): boolean => {
  for (const away of NEAR) {
    const near = [...spans].map(([name, span]): [string, Span] => {
      const value = truth.get(name) ?? 0;
      return [name, both(span, { least: value - away, most: value + away })];
    });
    if (near.some(([, { least, most }]) => least > most)) continue;
    try {
      if (fitting(all, new Map(near), { truth, most: TRIES_NEAR })) return true;
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
    }
  }
  return fitting(all, spans, { truth, most: MOST_TRIES }) !== undefined;
};

/**
 * The numbers that can be computed from all that is known: those of `wanted` that have one value only, whatever the others are. What is
 * known must fit the truth; numbers that fit as well, with another value of the one looked for, show that it is not told.
 */
export const computed = (
  all: readonly Known[],
  truth: ReadonlyMap<string, number>,
  wanted: readonly string[],
): string[] => {
  const exact = new Map([...truth].map(([name, value]) => [name, { least: value, most: value }]));
  if (!narrowed(all, exact)) throw new Error("what is known is not true");
  const byElimination = determined(all);
  const spans = narrowed(all, new Map()) ?? new Map<string, Span>();
  return wanted.filter((name) => {
    const value = truth.get(name) ?? 0;
    const span = spans.get(name) ?? ANY;
    if (byElimination.has(name) || span.least === span.most) return true;
    const others = [
      both(span, { least: 0, most: value - 1 }),
      both(span, { least: value + 1, most: span.most }),
    ];
    return !others
      .filter(({ least, most }) => least <= most)
      .some((other) => isFitting(all, new Map(spans).set(name, other), truth));
  });
};
