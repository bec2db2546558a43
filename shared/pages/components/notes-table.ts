import type { Problem, Repair } from "../../domain/import/cells.ts";
import type { NotedCell } from "../../domain/refusals.ts";
import { noteText } from "../../words/refusal-words.ts";
import type { Words } from "../../words/words.ts";
import type { Html } from "../html.ts";
import { columnName } from "./column-name.ts";
import { table } from "./table.ts";

/** What is noted of the rows of a table that somebody brought, by row and column. */
export const notesTable = (words: Words, noted: readonly NotedCell<Problem | Repair>[]): Html => {
  const { rollImport: w, format } = words;
  return table(words, {
    caption: w.repairs.title,
    columns: [{ head: w.rows, isRowHead: true }, { head: w.repairs.column }, { head: w.repairs.what }],
    rows: noted.map(({ line, column, says }) => [
      w.row(format.number(line)),
      column === null ? "" : columnName(words, column),
      noteText(words, says),
    ]),
  });
};
