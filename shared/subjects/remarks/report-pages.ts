import { addressAt } from "../../domain/addresses.ts";
import { type Block, cellText, isToTheRight, type OfficialDocument } from "../../domain/document/document.ts";
import { dayOf } from "../../domain/time.ts";
import { shareBar } from "../../pages/components/bars.ts";
import { lines } from "../../pages/components/lines.ts";
import { table } from "../../pages/components/table.ts";
import { fileLinks } from "../../pages/documents/file-links.ts";
import { type Html, html, type Part, safeHref } from "../../pages/html.ts";
import { type Frame, layout, link } from "../../pages/layout.ts";
import { consultationPath } from "../consultations/pages.ts";
import type { Consultation } from "../consultations/rules.ts";
import type { Breakdown } from "./breakdown-pages.ts";
import { remarksPath, said } from "./pages.ts";
import { at } from "./rows.ts";
import { partsOf } from "./rules.ts";

/** A report as it is read on a page. */
interface Made {
  readonly document: OfficialDocument;
  readonly breakdowns: readonly Breakdown[];
}

/** The page of the list on which a remark of a number stands. */
const remarkHref = (frame: Frame, consultation: Pick<Consultation, "id">, number: number): string => {
  const path = remarksPath(frame, consultation);
  return `${path}${number > 1 ? `?from=${number}` : ""}#u${number}`;
};

/** A text whose numbers of remarks lead to these. */
const cited = (frame: Frame, consultation: Pick<Consultation, "id">, text: string): Html =>
  html`${partsOf(text).map((part) =>
    typeof part === "number"
      ? html`<a href="${remarkHref(frame, consultation, part)}">#${part}</a>`
      : lines(part),
  )}`;

/** The blocks of a report as a page: from each number, and from each statement that names remarks, back to these. */
const reportBlocks = (frame: Frame, consultation: Consultation, { document, breakdowns }: Made): Html => {
  const w = said(frame);
  const path = remarksPath(frame, consultation);
  const chart = ({ by, caption, head, rows, total }: Breakdown): Html => {
    const most = Math.max(...rows.map(({ count }) => count));
    const { number } = frame.words.format;
    return table(frame.words, {
      caption,
      columns: [
        { head, isRowHead: true },
        { head: w.report.count, isNumber: true },
      ],
      rows: [
        ...rows.map(({ key, label, count }) => [
          label,
          html`<a href="${path}?${by}=${encodeURIComponent(key)}">${number(count)}</a>${shareBar(count, most)}`,
        ]),
        [w.report.total, number(total)],
      ],
    });
  };
  const shown = (block: Block): Part => {
    if (block.kind === "heading") return html`<h2>${block.text}</h2>`;
    if (block.kind === "paragraph") return html`<p>${cited(frame, consultation, block.text)}</p>`;
    if (block.kind !== "table") return "";
    const { caption, columns, rows } = block;
    const counted = breakdowns.find((one) => one.caption === caption);
    if (counted) return chart(counted);
    const cell = (row: readonly (string | number | undefined)[], at: number): Part => {
      const text = cellText(row[at], columns[at]?.kind ?? "text", frame.words.format);
      if (caption === w.report.table && at === 0)
        return html`<a href="${remarkHref(frame, consultation, Number(row[0]))}">${text}</a>`;
      const href = text.split(" · ")[0] ?? "";
      return /^https?:\/\//.test(href) ? html`<a href="${safeHref(href)}">${text}</a>` : text;
    };
    return table(frame.words, {
      caption,
      columns: columns.map(({ title, kind }, at) => ({
        head: title,
        isRowHead: at === 0,
        isNumber: isToTheRight(kind),
      })),
      rows: rows.map((row) => columns.map((_, at) => cell(row, at))),
      empty: w.none,
    });
  };
  /** The name of a table that stands alone under its heading is said once. */
  const isSaidBelow = (block: Block, next: Block | undefined): boolean =>
    block.kind === "heading" && next?.kind === "table" && next.caption === block.text;
  return html`${document.blocks.map((block, n, all) => (isSaidBelow(block, all[n + 1]) ? "" : shown(block)))}`;
};

export const reportView = (frame: Frame, consultation: Consultation, report: Made): Html => {
  const w = said(frame);
  const { document } = report;
  return layout(frame, {
    title: document.title,
    back: { href: consultationPath(frame, consultation), text: consultation.subject.title },
    body: html`<h1>${document.title}</h1>
<p class="quiet">${w.report.issued(dayOf(document.issuedAt))}</p>
<p><a href="${addressAt(at.csv, { consultationId: consultation.id })}">${w.file}</a> · <a href="${remarksPath(frame, consultation)}">${w.see}</a> · <a href="${link(frame, addressAt(at.quality, { consultationId: consultation.id }))}">${w.quality.see}</a></p>
${reportBlocks(frame, consultation, report)}
${fileLinks(frame, (format) => addressAt(at.reportFile, { consultationId: consultation.id, file: `raport.${format}` }))}`,
  });
};

/** The report at the office, as it would be published now. */
export const officeReport = (frame: Frame, consultation: Consultation, report: Made | undefined): Html => {
  const w = said(frame);
  return html`<p><a href="${link(frame, addressAt(at.officeList, { consultationId: consultation.id }))}">${w.office.link}</a></p>
${report ? reportBlocks(frame, consultation, report) : html`<p>${w.office.noReport}</p>`}`;
};
