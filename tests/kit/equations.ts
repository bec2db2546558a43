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

/** No city has so many people. */
const ANY = 1e9;

/** Between which two numbers each number lies, by its place among the names. */
interface Spans {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

interface Term {
  readonly at: number;
  readonly factor: number;
}

/** What is known, with numbers by their places. */
interface System {
  readonly names: readonly string[];
  readonly all: readonly { readonly terms: readonly Term[]; readonly least: number; readonly most: number }[];
  /** Which pieces of knowledge speak of a number. */
  readonly about: readonly (readonly number[])[];
}

const systemOf = (known: readonly Known[]): System => {
  const names = [...new Set(known.flatMap(({ sum }) => Object.keys(sum)))];
  const places = new Map(names.map((name, at) => [name, at]));
  const all = known.map(({ sum, least, most }) => ({
    terms: Object.entries(sum).map(([name, factor]) => ({ at: places.get(name) ?? 0, factor })),
    least,
    most,
  }));
  const about = names.map((): number[] => []);
  for (const [index, { terms }] of all.entries()) for (const { at } of terms) about[at]?.push(index);
  return { names, all, about };
};

const copied = ({ low, high }: Spans): Spans => ({ low: low.slice(), high: high.slice() });

/** Narrows spans as far as each piece of knowledge does, those first that speak of what changed; false where nothing is left of one. */
const narrow = ({ all, about }: System, { low, high }: Spans, changed?: number): boolean => {
  const waiting = changed === undefined ? [...all.keys()] : [...(about[changed] ?? [])];
  const isWaiting = new Set(waiting);
  const least = ({ at, factor }: Term): number => factor * ((factor > 0 ? low[at] : high[at]) as number);
  const most = ({ at, factor }: Term): number => factor * ((factor > 0 ? high[at] : low[at]) as number);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    isWaiting.delete(next);
    const one = all[next];
    if (!one) continue;
    let [bottom, top] = [0, 0];
    for (const term of one.terms) {
      bottom += least(term);
      top += most(term);
    }
    for (const term of one.terms) {
      const { at, factor } = term;
      const [own, up] = [least(term), most(term)];
      const [a, b] = [(one.least - (top - up)) / factor, (one.most - (bottom - own)) / factor];
      const [from, to] = factor > 0 ? [Math.ceil(a), Math.floor(b)] : [Math.ceil(b), Math.floor(a)];
      const [before, after] = [low[at] as number, high[at] as number];
      if (from <= before && to >= after) continue;
      low[at] = Math.max(before, from);
      high[at] = Math.min(after, to);
      if ((low[at] as number) > (high[at] as number)) return false;
      bottom += least(term) - own;
      top += most(term) - up;
      for (const other of about[at] ?? [])
        if (!isWaiting.has(other)) {
          isWaiting.add(other);
          waiting.push(other);
        }
    }
  }
  return true;
};

/** So many numbers are tried far from the truth before a search gives up: aloud, for what was not searched is not safe. */
const MOST_TRIES = 200_000;
/** How far from the truth numbers are looked for at first, and how many are tried there. */
const NEAR: readonly number[] = [1, 3, 9];
const TRIES_NEAR = 2000;

class TooMany extends Error {}

/** Whether numbers within spans fit everything that is known. They are the true ones but for what repairs a sum, as long as one is wrong. */
const fits = (system: System, spans: Spans, truth: readonly number[], most: number): boolean => {
  let tries = 0;
  const next = (from: Spans, changed?: number): boolean => {
    if (!narrow(system, from, changed)) return false;
    const width = (at: number): number => (from.high[at] as number) - (from.low[at] as number);
    const near = (at: number): number =>
      Math.min(Math.max(truth[at] ?? 0, from.low[at] as number), from.high[at] as number);
    const wrong = system.all.find(({ terms, least, most }) => {
      const sum = terms.reduce((total, { at, factor }) => total + factor * near(at), 0);
      return sum < least || sum > most;
    });
    if (!wrong) return true;
    let at = -1;
    for (const { at: one } of wrong.terms) if (width(one) > 0 && (at < 0 || width(one) < width(at))) at = one;
    if (at < 0) return false;
    const [low, high] = [from.low[at] as number, from.high[at] as number];
    const first = near(at);
    for (let away = 0; away <= high - low; away += 1)
      for (const value of away === 0 ? [first] : [first + away, first - away]) {
        if (value < low || value > high) continue;
        tries += 1;
        if (tries > most) throw new TooMany("too many numbers to try");
        const tried = copied(from);
        tried.low[at] = value;
        tried.high[at] = value;
        if (next(tried, at)) return true;
      }
    return false;
  };
  return next(copied(spans));
};

/** The same, where few are tried first, near the truth, then all. */
const fitsAnywhere = (system: System, spans: Spans, truth: readonly number[]): boolean => {
  for (const away of NEAR) {
    const near = {
      low: spans.low.map((one, at) => Math.max(one, (truth[at] ?? 0) - away)),
      high: spans.high.map((one, at) => Math.min(one, (truth[at] ?? 0) + away)),
    };
    if (near.low.some((one, at) => one > (near.high[at] as number))) continue;
    try {
      if (fits(system, near, truth, TRIES_NEAR)) return true;
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
    }
  }
  return fits(system, spans, truth, MOST_TRIES);
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
  const system = systemOf(all);
  const values = system.names.map((name) => truth.get(name) ?? 0);
  const exact = { low: Float64Array.from(values), high: Float64Array.from(values) };
  if (!narrow(system, exact)) throw new Error("what is known is not true");
  const byElimination = determined(all);
  const spans = { low: new Float64Array(values.length), high: new Float64Array(values.length).fill(ANY) };
  narrow(system, spans);
  return wanted.filter((name) => {
    const at = system.names.indexOf(name);
    if (at < 0) return false;
    const value = values[at] as number;
    const [low, high] = [spans.low[at] as number, spans.high[at] as number];
    if (byElimination.has(name) || low === high) return true;
    const within = (from: number, to: number): boolean => {
      const tried = copied(spans);
      tried.low[at] = from;
      tried.high[at] = to;
      return from <= to && fitsAnywhere(system, tried, values);
    };
    return !within(low, Math.min(high, value - 1)) && !within(Math.max(low, value + 1), high);
  });
};
