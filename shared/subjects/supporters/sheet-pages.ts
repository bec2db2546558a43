import { addressAt } from "../../domain/addresses.ts";
import type { Encoding } from "../../domain/import/encoding.ts";
import type { Project } from "../../domain/project/project.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { button, form, hidden } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { notesTable } from "../../pages/components/notes-table.ts";
import { table } from "../../pages/components/table.ts";
import { textField } from "../../pages/components/text-field.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { type Glimpse, readingFields, tableFields } from "../../pages/office/table-form.ts";
import { pathOfList, said, stateText } from "./pages.ts";
import { at } from "./rows.ts";
import { lineStateOf } from "./rules.ts";
import { faultsOf, type Sheet } from "./sheet-rules.ts";

/** A sheet as it was read: what would become of each line, how columns were found, and what is wrong or was mended. */
const previewOf = (frame: Frame, { layout, lines, kept, noted }: Sheet): Html => {
  const { words } = frame;
  const { rollImport: w } = words;
  const { sheet, columns, paper } = said(frame);
  const struck = lines.filter((line) => lineStateOf(line) === "struck").length;
  const { header, places } = layout;
  return html`<p role="status">${sheet.found(lines.length, lines.length - struck, struck)}</p>
<p>${w.numbers.columns}: ${Object.entries(places)
    .map(([own, place]) => w.numbers.column(own, header?.[place] || String(place + 1)))
    .join("; ")}</p>
${noted.length > 0 && notesTable(words, noted)}
${table(words, {
  caption: sheet.caption,
  columns: [
    { head: sheet.line, isRowHead: true },
    { head: columns.name },
    { head: paper.address },
    { head: columns.state },
  ],
  rows: lines.map((line) => [
    String(line.row),
    line.name,
    line.address ?? "",
    html`${stateText(frame, line)}${kept.has(line.id) && ` (${sheet.kept})`}`,
  ]),
})}`;
};

/** Where a sheet is pasted, and comes back as it was read, to be entered. */
export const sheetView = (
  frame: Frame,
  state: FormState,
  {
    project,
    key,
    glimpse,
    found,
  }: {
    readonly project: Pick<Project, "cycleId" | "id" | "number">;
    readonly key: string;
    readonly glimpse: Glimpse | undefined;
    readonly found:
      | { readonly read: Sheet; readonly seen: string; readonly encoding: Encoding | undefined }
      | undefined;
  },
): Html => {
  const { sheet: w, paper, of } = said(frame);
  const { cycleId, id: projectId } = project;
  const mayEnter = found && faultsOf(found.read).length === 0;
  return layout(frame, {
    title: w.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: link(frame, pathOfList(project)), text: of(project.number) },
    body: html`${faultSummary(state)}
<h1>${w.title}</h1>
<p>${w.lead}</p>
${found && previewOf(frame, found.read)}
${form({
  action: link(frame, addressAt(at.sheet, { cycleId, projectId })),
  key,
  takesFile: true,
  body: html`${textField(state, { name: "sheet", label: paper.sheet, width: 11 })}
${tableFields(state, { label: w.table, hint: w.hint })}
${readingFields(frame, state, glimpse, found?.encoding)}
${mayEnter && hidden("seen", found.seen)}
${mayEnter && button({ text: w.enter, name: "act", value: "enter" })}
${button({ text: w.look, name: "act", value: "look", ...(mayEnter && { kind: "second" as const }) })}`,
})}`,
  });
};
