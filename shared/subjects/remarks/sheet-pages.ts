import { addressAt } from "../../domain/addresses.ts";
import type { Encoding } from "../../domain/import/encoding.ts";
import { faultSummary } from "../../pages/components/fault-summary.ts";
import { button, form, hidden } from "../../pages/components/form.ts";
import { type FormState, hasFaults } from "../../pages/components/form-state.ts";
import { notesTable } from "../../pages/components/notes-table.ts";
import { table } from "../../pages/components/table.ts";
import { type Html, html } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { type Glimpse, readingFields, tableFields } from "../../pages/office/table-form.ts";
import type { Consultation } from "../consultations/rules.ts";
import { publicText, said as saidOfModeration } from "../moderation/pages.ts";
import { said } from "./pages.ts";
import { at } from "./rows.ts";
import { faultsOf, type Sheet } from "./sheet-rules.ts";

const short = (text: string): string => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

/** What a sheet would decide, and what stays as it is. */
const previewOf = (frame: Frame, { rows, empty, noted }: Sheet): Html => {
  const w = said(frame);
  const { sheet } = w.office;
  const fresh = rows.filter(({ isThere }) => !isThere);
  return html`<p role="status">${sheet.found(fresh.length, rows.length - fresh.length, empty)}</p>
${noted.length > 0 && notesTable(frame.words, noted)}
${table(frame.words, {
  caption: sheet.caption,
  columns: [
    { head: w.columns.number, isRowHead: true },
    { head: w.columns.text },
    { head: sheet.before },
    { head: sheet.after },
    { head: w.columns.reason },
  ],
  rows: fresh.map(({ remark, verdict, reason }) => [
    w.number(remark.number),
    short(publicText(saidOfModeration(frame), remark)),
    remark.decision ? w.verdicts[remark.decision.verdict] : w.waiting,
    w.verdicts[verdict],
    reason,
  ]),
  empty: sheet.nothing,
})}`;
};

interface SheetPage {
  readonly key: string;
  readonly glimpse: Glimpse | undefined;
  readonly found:
    | { readonly read: Sheet; readonly seen: string; readonly encoding: Encoding | undefined }
    | undefined;
}

/** Where a sheet goes out, comes back as it was read, and is taken. */
export const sheetView = (
  frame: Frame,
  state: FormState,
  { id: consultationId }: Pick<Consultation, "id">,
  { key, glimpse, found }: SheetPage,
): Html => {
  const w = said(frame);
  const { sheet } = w.office;
  const path = (address: string): string => link(frame, addressAt(address, { consultationId }));
  const mayTake =
    found && faultsOf(found.read).length === 0 && found.read.rows.some(({ isThere }) => !isThere);
  return layout(frame, {
    title: sheet.title,
    hasFaults: hasFaults(state),
    isPrivate: true,
    back: { href: path(at.officeList), text: w.office.title },
    body: html`${faultSummary(state)}
<h1>${sheet.title}</h1>
<p>${sheet.lead}</p>
<p><a href="${path(at.tableFile)}">${sheet.download}</a></p>
${found && previewOf(frame, found.read)}
${form({
  action: path(at.table),
  key,
  takesFile: true,
  body: html`${tableFields(state, { label: sheet.table, hint: sheet.hint })}
${readingFields(frame, state, glimpse, found?.encoding)}
${mayTake && hidden("seen", found.seen)}
${mayTake && button({ text: sheet.take, name: "act", value: "enter" })}
${button({ text: sheet.look, name: "act", value: "look", ...(mayTake && { kind: "second" as const }) })}`,
})}`,
  });
};
