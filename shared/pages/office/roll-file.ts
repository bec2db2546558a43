import { pathTo } from "../../domain/addresses.ts";
import { Encoding } from "../../domain/import/encoding.ts";
import type { Layout } from "../../domain/import/layout.ts";
import { Delimiter, rowsOf } from "../../domain/import/records.ts";
import type { FileFault } from "../../domain/import/scan.ts";
import { box } from "../components/boxes.ts";
import { select } from "../components/choices.ts";
import { button, form } from "../components/form.ts";
import type { FormState } from "../components/form-state.ts";
import { table } from "../components/table.ts";
import { type Html, html } from "../html.ts";
import { type Frame, link } from "../layout.ts";
import { actPage, type EditionRef } from "./act.ts";

interface RollFileModel {
  readonly cycle: EditionRef;
  readonly upload: { readonly id: string; readonly name: string };
  /** The columns of the edition's roll. */
  readonly columns: readonly string[];
  /** How the file seems to be written; or why it is no table. */
  readonly glimpse:
    | { readonly encoding: Encoding; readonly layout: Layout; readonly text: string }
    | FileFault;
}

const ROWS_SHOWN = 3;

/** The first rows as they are read now: whether letters and columns are right is seen at a glance. */
const firstRows = ({ words }: Frame, text: string, { delimiter, header }: Layout): Html => {
  const rows = [];
  for (const { cells } of rowsOf(text, delimiter)) {
    if (rows.length === ROWS_SHOWN + (header ? 1 : 0)) break;
    rows.push(cells);
  }
  const shown = header ? rows.slice(1) : rows;
  const width = Math.max(header?.length ?? 0, ...shown.map((cells) => cells.length));
  const heads = Array.from({ length: width }, (_, n) => header?.[n] || String(n + 1));
  return table(words, {
    caption: words.rollImport.file.firstRows,
    columns: heads.map((head) => ({ head })),
    rows: shown.map((cells) => heads.map((_, n) => cells[n] ?? "")),
  });
};

/** A roll that was uploaded, before it is read: how it seems to be written, and what a person says where that is wrong. */
export const rollFileView = (
  frame: Frame,
  state: FormState,
  { cycle, upload, columns, glimpse }: RollFileModel,
): Html => {
  const { rollImport: w, refusals } = frame.words;
  const action = link(frame, pathTo("editionRollFile", { cycleId: cycle.id, uploadId: upload.id }));
  const isTable = !("says" in glimpse);
  const width = isTable ? Math.max(glimpse.layout.header?.length ?? 0, columns.length, 1) : 0;
  const places = Array.from({ length: width }, (_, n) => {
    const name = isTable ? glimpse.layout.header?.[n] : undefined;
    return [String(n + 1), name ? `${n + 1}. ${name}` : String(n + 1)] as const;
  });
  const needed = isTable ? glimpse.layout.missing.length + glimpse.layout.twice.length : 1;
  return actPage(frame, cycle, {
    title: w.file.title(upload.name),
    state,
    body: html`${
      isTable
        ? html`<p>${w.file.lead}</p>${firstRows(frame, glimpse.text, glimpse.layout)}`
        : box({ tone: "warn", body: html`<p>${refusals["roll/file"].detail(glimpse)}</p>` })
    }
${isTable && needed > 0 && box({ tone: "warn", body: html`<p>${w.file.columnsOpen}</p>` })}
${form({
  action,
  body: html`${select(state, {
    name: "encoding",
    label: w.numbers.encoding,
    options: Encoding.options.map((one) => [one, one]),
    value: isTable ? glimpse.encoding : undefined,
  })}
${select(state, {
  name: "delimiter",
  label: w.numbers.delimiter,
  options: Delimiter.options.map((one) => [one, w.delimiters[one]]),
  value: isTable ? glimpse.layout.delimiter : undefined,
})}
${columns.map((column) => {
  const at = isTable ? glimpse.layout.places[column] : undefined;
  return select(state, {
    name: `column-${column}`,
    label: w.file.column(column),
    options: places,
    value: at === undefined ? undefined : String(at + 1),
  });
})}
${button({ text: w.file.look, kind: "second", name: "act", value: "look" })}
${isTable && button({ text: w.file.read, name: "act", value: "read" })}`,
})}`,
  });
};
