import { addressAt } from "../../domain/addresses.ts";
import { type Block, cellText, isToTheRight, type OfficialDocument } from "../../domain/document/document.ts";
import { dayOf } from "../../domain/time.ts";
import { lines } from "../../pages/components/lines.ts";
import { table } from "../../pages/components/table.ts";
import { fileLinks } from "../../pages/documents/file-links.ts";
import { type Html, html, type Part } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { consultationPath } from "../consultations/pages.ts";
import type { Consultation } from "../consultations/rules.ts";
import { remarksPath, said } from "./pages.ts";
import { at } from "./rows.ts";
import { partsOf, remarkIdOf, Verdict } from "./rules.ts";

/** The page of the list on which a remark of a number stands. */
const remarkHref = (frame: Frame, consultation: Pick<Consultation, "id">, number: number): string => {
  const path = remarksPath(frame, consultation);
  const before = number > 1 ? `?cursor=${encodeURIComponent(remarkIdOf(number - 1))}` : "";
  return `${path}${before}#u${number}`;
};

/** A text whose numbers of remarks lead to these. */
const cited = (frame: Frame, consultation: Pick<Consultation, "id">, text: string): Html =>
  html`${partsOf(text).map((part) =>
    typeof part === "number"
      ? html`<a href="${remarkHref(frame, consultation, part)}">#${part}</a>`
      : lines(part),
  )}`;

/** The blocks of a report as a page: from each number, and from each statement that names remarks, back to these. */
const reportBlocks = (frame: Frame, consultation: Consultation, { blocks }: OfficialDocument): Html => {
  const w = said(frame);
  const verdictHref = (index: number): string =>
    `${remarksPath(frame, consultation)}?verdict=${Verdict.options[index]}`;
  const shown = (block: Block): Part => {
    if (block.kind === "heading") return html`<h2>${block.text}</h2>`;
    if (block.kind === "paragraph") return html`<p>${cited(frame, consultation, block.text)}</p>`;
    if (block.kind !== "table") return "";
    const { caption, columns, rows, total } = block;
    const cell = (row: readonly (string | number | undefined)[], index: number, at: number): Part => {
      const kind = columns[at]?.kind ?? "text";
      const text = cellText(row[at], kind, frame.words.format);
      if (caption === w.report.byVerdict && kind === "number" && index < Verdict.options.length)
        return html`<a href="${verdictHref(index)}">${text}</a>`;
      if (caption === w.report.table && at === 0)
        return html`<a href="${remarkHref(frame, consultation, Number(row[0]))}">${text}</a>`;
      return text;
    };
    return table(frame.words, {
      caption,
      columns: columns.map(({ title, kind }, at) => ({
        head: title,
        isRowHead: at === 0,
        isNumber: isToTheRight(kind),
      })),
      rows: [...rows, ...(total ? [total] : [])].map((row, index) =>
        columns.map((_, at) => cell(row, index, at)),
      ),
      empty: w.none,
    });
  };
  return html`${blocks.map(shown)}`;
};

export const reportView = (frame: Frame, consultation: Consultation, document: OfficialDocument): Html => {
  const w = said(frame);
  return layout(frame, {
    title: document.title,
    back: { href: consultationPath(frame, consultation), text: consultation.subject.title },
    body: html`<h1>${document.title}</h1>
<p class="quiet">${w.report.issued(dayOf(document.issuedAt))}</p>
<p><a href="${addressAt(at.csv, { consultationId: consultation.id })}">${w.file}</a> · <a href="${remarksPath(frame, consultation)}">${w.see}</a></p>
${reportBlocks(frame, consultation, document)}
${fileLinks(frame, (format) => addressAt(at.reportFile, { consultationId: consultation.id, file: `raport.${format}` }))}`,
  });
};

/** The report at the office, as it would be published now. */
export const officeReport = (
  frame: Frame,
  consultation: Consultation,
  document: OfficialDocument | undefined,
): Html => {
  const w = said(frame);
  return html`<p><a href="${link(frame, addressAt(at.officeList, { consultationId: consultation.id }))}">${w.office.link}</a></p>
${document ? reportBlocks(frame, consultation, document) : html`<p>${w.office.noReport}</p>`}`;
};
