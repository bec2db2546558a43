import type { Words } from "../../words/words.ts";
import { attributes, type Html, html, type Part } from "../html.ts";

interface Column {
  readonly head: string;
  /** Numbers and money stand to the right. */
  readonly isNumber?: boolean;
  /** Names the row; at most one column. */
  readonly isRowHead?: boolean;
}

interface TableModel {
  /** What the table shows; always there, since a table without a name is found by nobody who listens. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Part[])[];
  /** Instead of the table when there are no rows. */
  readonly empty?: Part;
}

/** More columns than these are no table on a tablet either. */
const MANY = 4;

/**
 * A table with a caption; on a phone each row becomes a list of named values. Roles are written out, because a browser forgets them
 * when a table is displayed as blocks.
 *
 *     table(words, { caption: "Projekty", columns: [{ head: "Projekt", isRowHead: true }, { head: "Koszt", isNumber: true }],
 *       rows: projects.map((p) => [p.title, words.format.money(p.costGrosze)]) })
 */
export const table = (words: Words, { caption, columns, rows, empty }: TableModel): Html => {
  if (rows.length === 0) return html`<p>${empty ?? words.frame.table.empty}</p>`;
  const classOf = (column: Column | undefined) => (column?.isNumber ? "number" : undefined);
  return html`<table class="table${columns.length > MANY && " many"}" role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(
    (column) =>
      html`<th${attributes({ scope: "col", role: "columnheader", class: classOf(column) })}>${column.head}</th>`,
  )}</tr></thead>
<tbody role="rowgroup">
${rows.map(
  (row) => html`<tr role="row">${row.map((cell, index) => {
    const column = columns[index];
    return column?.isRowHead
      ? html`<th${attributes({ scope: "row", role: "rowheader", class: classOf(column) })}>${cell}</th>`
      : html`<td${attributes({ role: "cell", "data-label": column?.head ?? "", class: classOf(column) })}>${cell}</td>`;
  })}</tr>
`,
)}</tbody>
</table>`;
};
