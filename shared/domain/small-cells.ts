/**
 * What statistical offices call primary and complementary suppression: small cells are not told, and as many others with them as it takes that
 * nobody computes one by subtraction. A table is its finest cells and the lines whose totals are told: all cells of a one-way table, each row
 * and each column of a two-way one. What is told of the same people more than once (by filter, by version, of a part) is one table here:
 * suppressed one by one, their difference tells. Of a question with several answers each option is a line with those who left it out:
 * `counts: { tram: 31, "not tram": 9, … }, lines: [["tram", "not tram"], …]`. Totals are told however small they are.
 */
export interface CountedCells {
  readonly counts: Readonly<Record<string, number>>;
  readonly lines: readonly (readonly string[])[];
  /** The smallest number of people that is told, beside none; 3 or more, for what may only be 1 is known. */
  readonly least: number;
  /** What is told of cells elsewhere: at least so many. A cell that cannot be fewer protects no other. */
  readonly atLeast?: Readonly<Record<string, number>> | undefined;
}

/** A cell that is one more or one less. */
interface Step {
  readonly cell: string;
  readonly by: number;
}

type Cells = ReadonlySet<string>;

const sizeOf = ({ counts }: CountedCells, cell: string): number => counts[cell] ?? 0;
const isSmall = ({ least }: CountedCells, size: number): boolean => size > 0 && size < least;
const linesOf = ({ lines }: CountedCells, cell: string) => lines.filter((line) => line.includes(cell));

/** Whether a reader takes a step for possible: what is hidden is none only in a line that is hidden as a whole, and a small cell stays small. */
const isPossible = (table: CountedCells, hidden: Cells, { cell, by }: Step): boolean => {
  const size = sizeOf(table, cell);
  const fewest = linesOf(table, cell).some((line) => line.every((one) => hidden.has(one))) ? 0 : 1;
  return (
    Math.min(size, size + by) >= Math.max(fewest, table.atLeast?.[cell] ?? 0) &&
    (!isSmall(table, size) || size + by < table.least)
  );
};

/** Whether other hidden cells make up for a step, line by line, so that every total stays. A step that led nowhere is not tried again. */
const isMadeUpFor = (table: CountedCells, hidden: Cells, first: Step): boolean => {
  const tried = new Set<string>();
  const from = (steps: ReadonlyMap<string, number>, { cell, by }: Step): boolean => {
    if (!isPossible(table, hidden, { cell, by })) return false;
    const after = new Map(steps).set(cell, by);
    const offBy = (line: readonly string[]) => line.reduce((sum, one) => sum + (after.get(one) ?? 0), 0);
    const line = [...linesOf(table, cell), ...table.lines].find((one) => offBy(one) !== 0) ?? [];
    const back = -Math.sign(offBy(line));
    for (const one of line) {
      const name = `${back} ${one}`;
      if (!hidden.has(one) || after.has(one) || tried.has(name)) continue;
      tried.add(name);
      if (from(after, { cell: one, by: back })) return true;
    }
    return line.length === 0;
  };
  return from(new Map(), first);
};

/** Of a line with one hidden cell, or a line of a known one, the smallest that leaves no other line with one hidden cell; an empty one last. */
const complementOf = (table: CountedCells, hidden: Cells, cell: string): string | undefined => {
  const isTold = (one: string): boolean => !hidden.has(one);
  const hiddenIn = (line: readonly string[]): number => line.length - line.filter(isTold).length;
  const bare = (one: string): number => linesOf(table, one).filter((line) => line.every(isTold)).length;
  const size = (one: string): number => sizeOf(table, one) || Number.MAX_SAFE_INTEGER;
  const order = (a: string, b: string): number => bare(a) - bare(b) || size(a) - size(b);
  const open = table.lines.filter(
    (line) => line.some(isTold) && (line.includes(cell) || hiddenIn(line) === 1),
  );
  const [line = []] = open.toSorted((a, b) => hiddenIn(a) - hiddenIn(b));
  return line.filter(isTold).toSorted(order)[0];
};

/** The cells that are not told. A reader who reckons with the totals is left two numbers at least for each of them. */
export const hiddenCells = (table: CountedCells): Cells => {
  const hidden = new Set(Object.keys(table.counts).filter((cell) => isSmall(table, sizeOf(table, cell))));
  const isKnown = (cell: string): boolean => [1, -1].every((by) => !isMadeUpFor(table, hidden, { cell, by }));
  for (const cell of hidden)
    while (isKnown(cell)) {
      const complement = complementOf(table, hidden, cell);
      if (complement === undefined) break;
      hidden.add(complement);
    }
  return hidden;
};
