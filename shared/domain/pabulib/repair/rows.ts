import type { Place } from "../findings.ts";

/** A record as it stands in the text: its cells, where each begins, and what was odd about how they are quoted. */
export interface Row {
  readonly cells: readonly string[];
  /** Where each cell begins: offsets in the text. */
  readonly starts: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** Line ends that the record takes: more than one when a quoted cell holds some. */
  readonly lines: number;
  readonly oddities: readonly { readonly kind: Oddity; readonly at: number }[];
}

type Oddity = "text-after-quote" | "unclosed-quote" | "blank-before-quote";

/** The text of a file with line ends of one kind, and the character between its cells. */
export interface Source {
  readonly text: string;
  readonly delimiter: string;
}

/** The place of an offset within a row. */
export const placeIn = ({ text }: Source, row: Row, offset: number): Place => {
  let [line, start] = [row.line, row.start];
  for (let next = text.indexOf("\n", start); next >= 0 && next < offset; next = text.indexOf("\n", start)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: [...text.slice(start, offset)].length + 1 };
};

/** Where a cell of a row stands; one that it lacks, where the row ends. */
export const placeOf = (source: Source, row: Row, cell: number): Place =>
  placeIn(source, row, row.starts[cell] ?? Math.max(row.start, row.end - 1));

/**
 * Reads the record at an offset as spreadsheets and the libraries of programming languages do: text after a closing quote belongs to the cell, and a
 * quote that is not closed, or only where a cell of another line goes on, is a character like others.
 */
export const readRow = ({ text, delimiter }: Source, start: number, line: number): Row => {
  const cells: string[] = [];
  const starts: number[] = [];
  const oddities: { kind: Oddity; at: number }[] = [];
  const lineEnd = endOfLine(text, start);
  if (!text.slice(start, lineEnd).includes('"')) {
    for (let at = start; ; ) {
      const next = text.indexOf(delimiter, at);
      const end = next < 0 || next > lineEnd ? lineEnd : next;
      cells.push(text.slice(at, end));
      starts.push(at);
      if (end === lineEnd) break;
      at = end + 1;
    }
    return { cells, starts, start, end: Math.min(lineEnd + 1, text.length), line, lines: 1, oddities };
  }
  let lines = 1;
  for (let at = start; ; ) {
    const cell = cellAt({ text, delimiter }, at);
    if (cell.oddity) oddities.push({ kind: cell.oddity, at });
    cells.push(cell.value);
    starts.push(at);
    lines += cell.breaks;
    if (text[cell.end] !== delimiter) {
      const end = Math.min(cell.end + 1, text.length);
      return { cells, starts, start, end, line, lines, oddities };
    }
    at = cell.end + 1;
  }
};

const endOfLine = (text: string, start: number): number => {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
};

interface ReadCell {
  readonly value: string;
  /** The offset of the delimiter or line end after it. */
  readonly end: number;
  readonly breaks: number;
  readonly oddity: Oddity | null;
}

const cellAt = (source: Source, start: number): ReadCell => {
  const { text } = source;
  let at = start;
  while (text[at] === " " || text[at] === "\t" || text[at] === "\u00a0") at += 1;
  if (text[at] !== '"') return bareCell(source, start);
  const quoted = quotedCell(source, at);
  if (quoted === null) return { ...bareCell(source, start), oddity: "unclosed-quote" };
  return at > start && quoted.oddity === null ? { ...quoted, oddity: "blank-before-quote" } : quoted;
};

const bareCell = ({ text, delimiter }: Source, start: number): ReadCell => {
  const lineEnd = endOfLine(text, start);
  const next = text.indexOf(delimiter, start);
  const end = next < 0 || next > lineEnd ? lineEnd : next;
  return { value: text.slice(start, end), end, breaks: 0, oddity: null };
};

/** A cell that begins with a quote, or null when the quote is none that is closed. */
const quotedCell = ({ text, delimiter }: Source, start: number): ReadCell | null => {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return null;
  const inside = text.slice(start + 1, close).replaceAll('""', '"');
  const breaks = inside.split("\n").length - 1;
  const lineEnd = endOfLine(text, close);
  const next = text.indexOf(delimiter, close);
  const end = next < 0 || next > lineEnd ? lineEnd : next;
  const after = text.slice(close + 1, end);
  if (after.trim() === "")
    return { value: inside, end, breaks, oddity: after === "" ? null : "blank-before-quote" };
  // A quote that goes over lines and ends in the middle of a cell was never meant to.
  return breaks > 0 ? null : { value: inside + after, end, breaks, oddity: "text-after-quote" };
};

/** What the oddities of a row mean, in words. */
export const ODDITIES: Readonly<Record<Oddity, string>> = {
  "text-after-quote": "a cell begins with a quoted word and goes on: it is read without those quotes",
  "unclosed-quote": "a quote is never closed: it is read as a character of the cell",
  "blank-before-quote": "blanks stand around a quoted cell: they are left out",
};
