import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CountedCells, hiddenCells } from "../../shared/domain/small-cells.ts";

type Counts = CountedCells["counts"];
type Lines = CountedCells["lines"];
type Suppression = (table: CountedCells) => ReadonlySet<string>;

const sizeOf = (counts: Counts, cell: string): number => counts[cell] ?? 0;
const isSmall = ({ counts, least }: CountedCells, cell: string): boolean =>
  sizeOf(counts, cell) > 0 && sizeOf(counts, cell) < least;
const totalOf = (counts: Counts, line: readonly string[]): number =>
  line.reduce((sum, cell) => sum + sizeOf(counts, cell), 0);

/** What each hidden cell may be, two numbers at most, by trying tables that agree with what is published: none is told unless its line is hidden. */
const attack = ({ counts, lines }: CountedCells, hidden: ReadonlySet<string>): Map<string, Set<number>> => {
  const unknown = [...hidden];
  const published = lines.map((line) => ({
    line,
    total: totalOf(counts, line),
    isHidden: line.every((cell) => hidden.has(cell)),
  }));
  const guess: Record<string, number> = Object.fromEntries(
    Object.entries(counts).map(([cell, count]) => [cell, hidden.has(cell) ? 0 : count]),
  );
  const found = new Map(unknown.map((cell) => [cell, new Set<number>()]));
  const next = (at: number): void => {
    const cell = unknown[at];
    if ([...found.values()].every(({ size }) => size > 1)) return;
    if (cell === undefined) {
      for (const one of unknown) found.get(one)?.add(sizeOf(guess, one));
      return;
    }
    const own = published.filter(({ line }) => line.includes(cell));
    guess[cell] = 0;
    const most = Math.min(...own.map(({ line, total }) => total - totalOf(guess, line)));
    const isLast = ({ line }: (typeof own)[number]): boolean =>
      line.every((one) => !unknown.slice(at + 1).includes(one));
    for (let size = own.some(({ isHidden }) => isHidden) ? 0 : 1; size <= most; size++) {
      guess[cell] = size;
      if (own.every((one) => !isLast(one) || totalOf(guess, one.line) === one.total)) next(at + 1);
    }
    guess[cell] = 0;
  };
  next(0);
  return found;
};

/** Hidden cells that can be computed. Where all of its lines are hidden, a cell is told by totals, and nothing is left to hide. */
const computed = (table: CountedCells, hidden: ReadonlySet<string>): string[] =>
  [...attack(table, hidden)].flatMap(([cell, { size }]) => {
    const own = table.lines.filter((line) => line.includes(cell));
    return size > 1 || (own.length > 1 && own.flat().every((one) => hidden.has(one))) ? [] : [cell];
  });

const named = (sizes: readonly number[]): Counts =>
  Object.fromEntries(sizes.map((size, at) => [`c${at}`, size]));
const oneWay = (sizes: readonly number[], least: number): CountedCells => {
  const counts = named(sizes);
  return { counts, lines: [Object.keys(counts)], least };
};
const twoWay = (rows: readonly (readonly number[])[], least: number): CountedCells => {
  const cells = rows.map((row, r) => row.map((_, c) => `r${r}c${c}`));
  return {
    counts: Object.fromEntries(rows.flatMap((row, r) => row.map((size, c) => [`r${r}c${c}`, size]))),
    lines: [...cells, ...(cells[0] ?? []).map((_, c) => cells.map((row) => row[c] ?? ""))],
    least,
  };
};
/** A question with several answers: how many chose each option, of all who answered. */
const several = (chosen: readonly number[], respondents: number, least: number): CountedCells => ({
  counts: Object.fromEntries(
    chosen.flatMap((size, at) => [
      [`o${at}`, size],
      [`not o${at}`, respondents - size],
    ]),
  ),
  lines: chosen.map((_, at) => [`o${at}`, `not o${at}`]),
  least,
});

const leasts = fc.integer({ min: 3, max: 5 });
const sizes = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 9 }));
const onesWay = fc
  .tuple(fc.array(sizes, { minLength: 2, maxLength: 5 }), leasts)
  .map(([all, least]) => oneWay(all, least));
const twoWays = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 4 }), leasts)
  .chain(([rows, columns, least]) =>
    fc
      .array(fc.array(sizes, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      })
      .map((all) => twoWay(all, least)),
  );
const severals = fc
  .tuple(fc.integer({ min: 1, max: 12 }), leasts)
  .chain(([respondents, least]) =>
    fc
      .array(fc.integer({ min: 0, max: respondents }), { minLength: 1, maxLength: 3 })
      .map((chosen) => several(chosen, respondents, least)),
  );
const tables = fc.oneof(onesWay, twoWays, severals);

const isSafe =
  (suppress: Suppression) =>
  (table: CountedCells): void => {
    const hidden = suppress(table);
    for (const cell of Object.keys(table.counts)) if (isSmall(table, cell)) expect(hidden).toContain(cell);
    expect(computed(table, hidden)).toEqual([]);
  };
const isFound = (suppress: Suppression, of: fc.Arbitrary<CountedCells>): boolean =>
  fc.check(fc.property(of, isSafe(suppress)), { numRuns: 2000 }).failed;

const onlySmall: Suppression = (table) =>
  new Set(Object.keys(table.counts).filter((cell) => isSmall(table, cell)));
/** Two in each line and no look at anything else: the rule of thumb. */
const twoInEachLine: Suppression = (table) => {
  const hidden = new Set(onlySmall(table));
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (const line of table.lines) {
      if (line.filter((cell) => hidden.has(cell)).length !== 1) continue;
      const told = line.filter((cell) => !hidden.has(cell));
      hidden.add(told.toSorted((a, b) => sizeOf(table.counts, b) - sizeOf(table.counts, a))[0] ?? "");
    }
  }
  return hidden;
};

describe("what few people did", () => {
  test("nobody computes from what is published, whatever the table", () => {
    fc.assert(fc.property(tables, isSafe(hiddenCells)), { numRuns: 300 });
  });

  test("would be found out if nothing else were hidden, or two in each line", () => {
    for (const of of [onesWay, twoWays, severals]) expect(isFound(onlySmall, of)).toBe(true);
    for (const of of [onesWay, twoWays]) expect(isFound(twoInEachLine, of)).toBe(true);
  });

  test("is hidden by no more than it takes: nothing where nobody is few, one more cell of a one-way table", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const few = Object.keys(table.counts).filter((cell) => isSmall(table, cell));
        const hidden = hiddenCells(table);
        if (few.length === 0) expect(hidden.size).toBe(0);
        expect(hiddenCells(structuredClone(table))).toEqual(hidden);
      }),
    );
    fc.assert(
      fc.property(onesWay, (table) => {
        const larger = [...hiddenCells(table)].filter((cell) => sizeOf(table.counts, cell) >= table.least);
        expect(larger.length).toBeLessThanOrEqual(1);
        const told = Object.keys(table.counts).filter((cell) => !hiddenCells(table).has(cell));
        for (const cell of larger)
          for (const other of told.filter((one) => sizeOf(table.counts, one) > 0))
            expect(sizeOf(table.counts, cell)).toBeLessThanOrEqual(sizeOf(table.counts, other));
      }),
    );
  });

  test.each<[string, readonly number[], readonly number[]]>([
    ["one alone, by the smallest other", [3, 40, 12, 0], [0, 2]],
    ["two that sum up to two, who are one each", [1, 40, 1, 12], [0, 2, 3]],
    ["two that are as large as small ones can be, by their sum", [4, 40, 4, 12], [0, 2, 3]],
    ["two that may be other numbers by nothing else", [2, 40, 3, 12], [0, 2]],
    ["one beside nobody, where an empty one protects nothing, by all of them", [3, 0, 0], [0, 1, 2]],
    ["the smallest number that is told is told", [5, 40, 0], []],
  ])("%s", (_, all, hidden) => {
    expect([...hiddenCells(oneWay(all, 5))].toSorted()).toEqual(hidden.map((at) => `c${at}`));
  });

  test("in a two-way table is hidden by the corners of a rectangle", () => {
    const table = twoWay(
      [
        [3, 20, 30],
        [25, 32, 31],
        [28, 40, 50],
      ],
      5,
    );
    expect([...hiddenCells(table)].toSorted()).toEqual(["r0c0", "r0c1", "r1c0", "r1c1"]);
  });

  test("is hidden as its own line asks, whatever is hidden in others", () => {
    const counts = { a: 3, b: 0, c: 0, d: 1, e: 1, f: 9, g: 40 };
    const lines = [
      ["a", "b", "c"],
      ["d", "e", "f", "g"],
    ];
    expect([...hiddenCells({ counts, lines, least: 5 })].toSorted()).toEqual([..."abcdef"]);
  });

  test("is hidden in a large table at once", () => {
    const rows = Array.from({ length: 22 }, (_, r) =>
      Array.from({ length: 11 }, (_, c) => (r * 7 + c * 13) % 23),
    );
    const table = twoWay(rows, 5);
    const started = performance.now();
    expect(hiddenCells(table).size).toBeGreaterThan(30);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

test("the difference between all answers and those of a district tells nothing, where both are lines of one table", () => {
  const lines: Lines = [
    ["yes here", "yes elsewhere"],
    ["no here", "no elsewhere"],
    ["yes here", "no here"],
    ["yes elsewhere", "no elsewhere"],
  ];
  const counts = { "yes here": 9, "yes elsewhere": 2, "no here": 14, "no elsewhere": 30 };
  const hidden = hiddenCells({ counts, lines, least: 5 });
  expect(hidden).toContain("yes here");
  expect(computed({ counts, lines, least: 5 }, hidden)).toEqual([]);
});
