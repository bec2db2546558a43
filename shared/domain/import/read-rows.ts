import type { ImportKind, Note, RowRead } from "./kind.ts";
import type { Places, RowLayout } from "./layout.ts";
import { type Row, rowsOf } from "./records.ts";

/** A row of a table as its kind reads it, on its line. */
export interface LineRead<R> extends RowRead<R> {
  readonly line: number;
}

const WIDTH: readonly Note[] = [{ says: "columns" }];

const named = (
  cells: readonly string[],
  places: readonly (readonly [string, number])[],
): Record<string, string> => {
  const row: Record<string, string> = {};
  for (const [column, place] of places) row[column] = cells[place] ?? "";
  return row;
};

/** Whether a row reaches to the last column that is needed, and says nothing beyond the table. */
const isWide = (cells: readonly string[], least: number, most: number): boolean =>
  cells.length >= least && cells.slice(most).every((cell) => cell === "");

const leastOf = ({ columns }: Pick<ImportKind<unknown>, "columns">, places: Places): number =>
  Math.max(
    0,
    ...Object.entries(places).map(([column, place]) => (columns[column]?.isNeeded ? place + 1 : 0)),
  );

/** Reads the rows of a text, or of a part of one that begins on a later line: each by itself, so that parts may be read in any order. */
export function* readRows<R>(
  text: string,
  kind: ImportKind<R>,
  { delimiter, header, top = header ? 1 : 0, places, line = 1 }: RowLayout & { readonly line?: number },
): Generator<LineRead<R>> {
  const at = Object.entries(places);
  const least = leastOf(kind, places);
  const most = Math.max(header?.length ?? 0, ...Object.values(places).map((place) => place + 1));
  for (const { cells, line: own } of rowsOf(text, delimiter, line) as Iterable<Row>) {
    if (own <= top) continue;
    const read: RowRead<R> = isWide(cells, least, most)
      ? kind.read(named(cells, at))
      : { state: "fault", notes: WIDTH, value: undefined };
    yield { ...read, line: own };
  }
}
