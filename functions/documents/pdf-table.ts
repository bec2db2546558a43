import { cellText, isToTheRight, type Table } from "../../shared/domain/document/document.ts";
import type { Formats } from "../../shared/words/format.ts";
import {
  BOLD,
  bottomOf,
  type Element,
  INK,
  LINE,
  ornament,
  type Pdf,
  REGULAR,
  SHADE,
  SIZES,
  tagged,
  widthOf,
} from "./pdf-style.ts";

const PADDING = { x: 4, y: 3.5 };
/** A row that has less than this left on its page begins on the next. */
const LEAST_HEIGHT = 48;

/** A row as it is drawn: a text in each column. */
interface Line {
  readonly texts: readonly string[];
  readonly isBold?: boolean;
  readonly isShaded?: boolean;
}

/** As much of a text, from its start, as goes into a height; at least something of it, so that what is left gets shorter. */
const headOf = (pdf: Pdf, text: string, { width, height }: { width: number; height: number }): string => {
  const goesIn = (end: number) => pdf.heightOfString(text.slice(0, end), { width }) <= height;
  if (goesIn(text.length)) return text;
  let [least, most] = [1, text.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (goesIn(middle)) least = middle;
    else most = middle - 1;
  }
  const space = text.slice(0, least).search(/\s\S*$/);
  return text.slice(0, space > 0 ? space + 1 : least);
};

/**
 * Draws a table and tags it. Its head returns on each page; a row that fits on no page goes on on the next: the library's own table cuts such a
 * row short, and an official list may not.
 */
export const drawTable = (pdf: Pdf, parent: Element, table: Table, format: Formats): void => {
  const { columns, rows, total } = table;
  const { left } = pdf.page.margins;
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (width / parts) * widthOf(pdf));
  const edges = widths.map((_, index) => left + widths.slice(0, index).reduce((sum, one) => sum + one, 0));
  const inner = (index: number): number => (widths[index] ?? 0) - 2 * PADDING.x;
  const head: Line = { texts: columns.map(({ title }) => title), isBold: true, isShaded: true };

  const heightOf = ({ texts, isBold = false }: Line): number => {
    pdf.font(isBold ? BOLD : REGULAR).fontSize(SIZES.table);
    return (
      Math.max(...texts.map((text, index) => pdf.heightOfString(text || " ", { width: inner(index) }))) +
      2 * PADDING.y
    );
  };

  /** Draws a row where the last one ended: `inCell` draws a text, tagged or not. */
  const drawLine = (line: Line, inCell: (index: number, draw: () => void) => void): void => {
    const height = heightOf(line);
    const top = pdf.y;
    ornament(pdf, () => {
      if (line.isShaded) pdf.rect(left, top, widthOf(pdf), height).fill(SHADE);
      pdf
        .moveTo(left, top + height)
        .lineTo(left + widthOf(pdf), top + height)
        .lineWidth(0.5)
        .stroke(LINE);
    });
    line.texts.forEach((text, index) => {
      inCell(index, () =>
        pdf
          .font(line.isBold ? BOLD : REGULAR)
          .fontSize(SIZES.table)
          .fillColor(INK)
          .text(text, (edges[index] ?? 0) + PADDING.x, top + PADDING.y, {
            width: inner(index),
            align: isToTheRight(columns[index]?.kind ?? "text") ? "right" : "left",
          }),
      );
    });
    pdf.x = left;
    pdf.y = top + height;
  };

  const onNextPage = (): void => {
    pdf.addPage();
    drawLine(head, (_, draw) => ornament(pdf, draw));
  };

  const element = pdf.struct("Table");
  parent.add(element);
  tagged(pdf, element, "Caption", () =>
    pdf
      .font(BOLD)
      .fontSize(SIZES.body)
      .fillColor(INK)
      .text(table.caption, left, pdf.y, { width: widthOf(pdf) }),
  );
  pdf.y += PADDING.y;

  const drawRow = (line: Line, isHead: boolean): void => {
    const row = pdf.struct("TR");
    element.add(row);
    const cells = columns.map((_, index) => {
      const scope = isHead ? "Column" : index === 0 ? "Row" : undefined;
      const cell = pdf.struct(scope ? "TH" : "TD", { ...(scope && { scope }) } as object);
      row.add(cell);
      return cell;
    });
    const drawTagged = (part: Line) =>
      drawLine(part, (index, draw) => {
        // What goes on on the next page belongs to the same cell.
        if (part.texts[index] || part === line) cells[index]?.add(draw);
      });
    let rest = line;
    while (pdf.y + heightOf(rest) > bottomOf(pdf)) {
      const room = bottomOf(pdf) - pdf.y;
      const isLong =
        heightOf(rest) > pdf.page.height - pdf.page.margins.top - pdf.page.margins.bottom - 3 * LEAST_HEIGHT;
      if (isLong && room >= LEAST_HEIGHT) {
        pdf.font(rest.isBold ? BOLD : REGULAR).fontSize(SIZES.table);
        const heads = rest.texts.map((text, index) =>
          headOf(pdf, text, { width: inner(index), height: room - 2 * PADDING.y }),
        );
        drawTagged({ ...rest, texts: heads });
        rest = { ...rest, texts: rest.texts.map((text, index) => text.slice(heads[index]?.length)) };
      }
      onNextPage();
    }
    drawTagged(rest);
    row.end();
  };

  drawRow(head, true);
  for (const row of rows)
    drawRow({ texts: columns.map(({ kind }, index) => cellText(row[index], kind, format)) }, false);
  if (total)
    drawRow(
      {
        texts: columns.map(({ kind }, index) => cellText(total[index], kind, format)),
        isBold: true,
        isShaded: true,
      },
      false,
    );
  element.end();
};
