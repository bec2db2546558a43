import { plainWord } from "./cells.ts";
import type { ImportKind } from "./kind.ts";
import { Delimiter, type Row, rowsOf } from "./records.ts";

type Columns = Pick<ImportKind<unknown>, "columns" | "order">;

/** Where each column of a kind is in a table, by place from 0. */
export type Places = Readonly<Record<string, number>>;

/** How a table is laid out: which row is its header, if it has one, and what of it is whose column. */
export interface Layout {
  readonly delimiter: Delimiter;
  /** The cells of the header; null of a table that begins with its first row. */
  readonly header: readonly string[] | null;
  /** The last line above the first row: of the header, or of what stands above a table without one; 0 where nothing does. */
  readonly top: number;
  readonly places: Places;
  /** Names of columns that are needed and were not found, and of those that stand there twice. */
  readonly missing: readonly string[];
  readonly twice: readonly string[];
}

/** What of a layout rows are read by; plans of an earlier release do not say how far down their header is. */
export type RowLayout = Pick<Layout, "delimiter" | "header" | "places"> & {
  readonly top?: number | undefined;
};

/** Which cells of a header are columns of the kind; a cell may name one by any of its names. */
const placesIn = (header: readonly string[], { columns }: Columns): Record<string, number[]> => {
  const words = header.map(plainWord);
  return Object.fromEntries(
    Object.entries(columns).map(([column, { names }]) => {
      const known = new Set([column, ...names].map(plainWord));
      return [column, words.flatMap((word, place) => (word !== "" && known.has(word) ? [place] : []))];
    }),
  );
};

const countNamed = (header: readonly string[], kind: Columns): number =>
  Object.values(placesIn(header, kind)).filter((places) => places.length > 0).length;

const neededOf = ({ columns }: Columns): string[] =>
  Object.entries(columns).flatMap(([column, { isNeeded }]) => (isNeeded ? [column] : []));

/** How many rows are looked at before it is said what divides them. */
const ROWS_LOOKED_AT = 20;

const firstRows = (text: string, delimiter: Delimiter): Row[] => {
  const rows: Row[] = [];
  for (const row of rowsOf(text, delimiter)) {
    rows.push(row);
    if (rows.length === ROWS_LOOKED_AT) break;
  }
  return rows;
};

/** What stands alone in its row above a table: its title, a date, or what Excel is told of the delimiter. */
const isTitle = ({ cells }: Row): boolean => cells.filter((cell) => cell !== "").length === 1;

/** Rows from the header on, where the first that names columns has nothing but titles above it. */
const withoutTitles = (rows: readonly Row[], kind: Columns): readonly Row[] => {
  const header = rows.findIndex(({ cells }) => countNamed(cells, kind) > 1);
  if (header > 0 && rows.slice(0, header).every(isTitle)) return rows.slice(header);
  return /^sep=/i.test(rows[0]?.cells[0] ?? "") ? rows.slice(1) : rows;
};

/** How well a delimiter divides a text: it finds the columns of the header, and rows of one width. */
const fitOf = (text: string, delimiter: Delimiter, kind: Columns): number => {
  const rows = withoutTitles(firstRows(text, delimiter), kind);
  const widths = rows.map(({ cells }) => cells.length);
  const width = Math.min(...widths, 99);
  const isEven = width > 1 && widths.every((one) => one === width);
  return 1000 * countNamed(rows[0]?.cells ?? [], kind) + (isEven ? 100 : 0) + (width > 1 ? width : 0);
};

/** What divides the cells of a table, by its beginning. */
export const delimiterOf = (text: string, kind: Columns): Delimiter =>
  Delimiter.options
    .map((delimiter) => ({ delimiter, fit: fitOf(text, delimiter, kind) }))
    .reduce((best, one) => (one.fit > best.fit ? one : best)).delimiter;

const hasData = (cells: readonly string[]): boolean => cells.some((cell) => /[\d@]/.test(cell));

/** Whether a first row that names nothing known is a header all the same: it has no number and no address, and the row below has. */
const isAboveData = (first: readonly string[], second: readonly string[] | undefined): boolean =>
  second !== undefined && !hasData(first) && hasData(second);

/** How a table is laid out, by its first row below any title and by what a person has said of it: a column by its header or its place from 1. */
export const layoutOf = (
  text: string,
  kind: Columns,
  said: {
    readonly delimiter?: Delimiter | undefined;
    readonly columns?: Readonly<Record<string, string>> | undefined;
  } = {},
): Layout | undefined => {
  const delimiter = said.delimiter ?? delimiterOf(text, kind);
  const rows = withoutTitles(firstRows(text, delimiter), kind);
  const [first, second] = rows.map(({ cells }) => cells);
  if (!first) return undefined;
  const byHand = Object.entries(said.columns ?? {}).filter(
    ([column, name]) => column in kind.columns && name !== "",
  );
  const placeOf = (name: string): number => {
    const named = first.findIndex((cell) => plainWord(cell) === plainWord(name));
    return named >= 0 ? named : /^\d{1,3}$/.test(name) ? Number(name) - 1 : -1;
  };
  const isNamed = byHand.some(([, name]) => first.some((cell) => plainWord(cell) === plainWord(name)));
  const found = placesIn(first, kind);
  const hasHeader =
    isNamed || Object.values(found).some((places) => places.length > 0) || isAboveData(first, second);
  // Without a header the columns stand in the order that the kind says, or as they are needed.
  const byName = hasHeader
    ? found
    : Object.fromEntries((kind.order ?? neededOf(kind)).map((column, place) => [column, [place]]));
  const chosen = byHand
    .map(([column, name]) => [column, placeOf(name)] as const)
    .filter(([, place]) => place >= 0);
  const taken = new Map(chosen);
  const places: Record<string, number> = {};
  for (const [column, [place]] of Object.entries(byName)) {
    const at = taken.get(column) ?? place;
    if (at !== undefined) places[column] = at;
  }
  for (const [column, place] of chosen) places[column] = place;
  return {
    delimiter,
    header: hasHeader ? first : null,
    top: (rows[0]?.line ?? 1) - (hasHeader ? 0 : 1),
    places,
    missing: neededOf(kind).filter((column) => places[column] === undefined),
    twice: Object.entries(byName).flatMap(([column, at]) =>
      at.length > 1 && !taken.has(column) ? [column] : [],
    ),
  };
};
