/**
 * A table that the office brings: as a file or pasted, and how it was read.
 *
 *     form({ takesFile: true, body: html`${tableFields(state, { label, hint })}${readingFields(frame, state, glimpse)}` … })
 */
import { Encoding } from "../../domain/import/encoding.ts";
import type { Layout } from "../../domain/import/layout.ts";
import { Delimiter, rowsOf } from "../../domain/import/records.ts";
import type { RefusalFacts } from "../../domain/refusals.ts";
import { box, disclosure } from "../components/boxes.ts";
import { select } from "../components/choices.ts";
import { columnName } from "../components/column-name.ts";
import type { FormState } from "../components/form-state.ts";
import { notesTable } from "../components/notes-table.ts";
import { table } from "../components/table.ts";
import { fileField, textArea } from "../components/text-field.ts";
import { type Html, html, type Part } from "../html.ts";
import type { Frame } from "../layout.ts";

/** How a table seems to be laid out. */
export interface Glimpse {
  readonly layout: Layout;
  readonly text: string;
  /** The columns of its kind. */
  readonly columns: readonly string[];
}

const ROWS_SHOWN = 3;

/** The first rows as they are read now: whether letters and columns are right is seen at a glance. */
export const firstRows = (
  { words }: Frame,
  { text, layout: { delimiter, header, top } }: Omit<Glimpse, "columns">,
): Html => {
  const shown = [];
  for (const { cells, line } of rowsOf(text, delimiter)) {
    if (shown.length === ROWS_SHOWN) break;
    if (line > top) shown.push(cells);
  }
  const width = Math.max(header?.length ?? 0, ...shown.map((cells) => cells.length));
  const heads = Array.from({ length: width }, (_, n) => header?.[n] || String(n + 1));
  return table(words, {
    caption: words.rollImport.file.firstRows,
    columns: heads.map((head) => ({ head })),
    rows: shown.map((cells) => heads.map((_, n) => cells[n] ?? "")),
  });
};

/** What divides its cells, and which column is which: as found, to be said otherwise. */
export const layoutFields = (
  { words }: Frame,
  state: FormState,
  { layout, columns }: Omit<Glimpse, "text">,
): Html => {
  const { rollImport: w } = words;
  const { delimiter, header, places } = layout;
  const width = Math.max(header?.length ?? 0, columns.length, 1);
  const options = Array.from({ length: width }, (_, n) => {
    const name = header?.[n];
    return [String(n + 1), name ? `${n + 1}. ${name}` : String(n + 1)] as const;
  });
  return html`${select(state, {
    name: "delimiter",
    label: w.numbers.delimiter,
    options: Delimiter.options.map((one) => [one, w.delimiters[one]]),
    value: delimiter,
  })}
${columns.map((column) => {
  const at = places[column];
  return select(state, {
    name: `column-${column}`,
    label: w.file.column(columnName(words, column)),
    options,
    value: at === undefined ? undefined : String(at + 1),
  });
})}`;
};

export const columnsOpen = ({ words }: Frame, { missing, twice }: Layout) =>
  missing.length + twice.length > 0 &&
  box({ tone: "warn", body: html`<p>${words.rollImport.file.columnsOpen}</p>` });

/** What is wrong with its rows, the first of them. */
export const faultyRows = ({ words }: Frame, faulty: RefusalFacts["table/rows"] | undefined): Part => {
  if (!faulty) return false;
  const { rows, total } = faulty;
  const told = new Set(rows.map(({ line }) => line)).size;
  return html`${notesTable(words, rows)}
${total > told && html`<p>${words.rollImport.repairs.more(words.format.number(total))}</p>`}`;
};

/** Where a table is chosen as a file, or pasted. */
export const tableFields = (
  state: FormState,
  { label, hint, rows = 10 }: { readonly label: string; readonly hint: string; readonly rows?: number },
): Html => {
  const { sheet: w, numbers } = state.words.rollImport;
  return html`${fileField(state, { name: "file", label: w.file, hint: w.fileHint, accept: ".csv,.txt,.tsv", isOptional: true })}
${select(
  { ...state, typed: {} },
  {
    name: "encoding",
    label: numbers.encoding,
    options: Encoding.options.map((one) => [one, one]),
    placeholder: w.encodingFound,
  },
)}
${textArea(state, { name: "table", label, hint, rows })}`;
};

/** How what was typed is read, and where it is said otherwise; open while columns lack. */
export const readingFields = (
  frame: Frame,
  state: FormState,
  glimpse: Glimpse | undefined,
  encoding?: Encoding,
) => {
  if (!glimpse) return false;
  const { rollImport: w } = frame.words;
  const { missing, twice } = glimpse.layout;
  return html`${encoding && html`<p>${w.numbers.encoding}: ${encoding}</p>`}
${columnsOpen(frame, glimpse.layout)}
${firstRows(frame, glimpse)}
${disclosure(w.sheet.otherwise, layoutFields(frame, state, glimpse), missing.length + twice.length > 0)}`;
};
