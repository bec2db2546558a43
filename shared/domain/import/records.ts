import { z } from "zod";
import { trimmedOf } from "../trimmed.ts";

export const Delimiter = z.enum([";", ",", "\t", "|"]);
export type Delimiter = z.infer<typeof Delimiter>;

const QUOTE = 0x22;
const RETURN = 0x0d;
const BREAK = 0x0a;
const SPACE = 0x20;

/** A quotation mark that nobody closed would take the rest of the file for one cell. */
const MOST_RECORD_UNITS = 65_536;

/** Where a record lies, from the beginning of what was walked through, and on which line it begins. */
interface RecordAt {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/** Told of each record; false, and the walk ends there. */
type OnRecord = (record: RecordAt) => boolean | undefined | undefined;

/**
 * Finds where the records of a table end, code unit by code unit: a line break ends one unless it stands in a quoted cell. What a unit is does not
 * matter, of bytes or of text: delimiters, quotation marks and line breaks are the same in both.
 */
export const createWalk = (delimiter: Delimiter, onRecord: OnRecord, line = 1) => {
  const split = delimiter.charCodeAt(0);
  let [at, start, begins, lines] = [0, 0, line, line];
  let [isQuoted, isCellStart, hasReturn, tooLong] = [false, true, false, false];

  const end = (): boolean => {
    const goOn = onRecord({ start, end: at, line: begins }) !== false;
    [start, begins, isCellStart, isQuoted] = [at, lines, true, false];
    return goOn;
  };
  return {
    /** Goes on by one unit; false when nothing more is wanted. */
    step: (unit: number): boolean => {
      let goOn = true;
      if (hasReturn && unit !== BREAK) {
        lines += 1;
        if (!isQuoted) goOn = end();
      }
      hasReturn = unit === RETURN;
      at += 1;
      if (unit === BREAK) {
        lines += 1;
        if (!isQuoted) goOn = end() && goOn;
      } else if (isQuoted) {
        // A doubled mark closes the cell and opens it again.
        if (unit === QUOTE) [isQuoted, isCellStart] = [false, true];
      } else if (unit === QUOTE && isCellStart) isQuoted = true;
      else if (unit !== RETURN) isCellStart = unit === split || (isCellStart && unit === SPACE);
      if (at - start > MOST_RECORD_UNITS) {
        tooLong = true;
        return false;
      }
      return goOn;
    },
    /** The end of the file ends its last record. */
    finish: (): void => {
      if (at > start) end();
    },
    /** The line on which a record begins that does not end; undefined of a table that is right. */
    unclosed: (): number | undefined => (tooLong || isQuoted ? begins : undefined),
    at: (): number => at,
  };
};

const unquoted = (cell: string): string =>
  cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell;

/** Spaces of every width and of none, and the mark with which old programs end a file: they look like nothing in a cell. */
const isEdge = (character: string): boolean => /[\s\p{Cc}\u200b\u2060]/u.test(character);

/** The cells of one record, without what surrounds them. */
const cellsOf = (record: string, delimiter: Delimiter): string[] => {
  const cells: string[] = [];
  let [start, isQuoted, isCellStart] = [0, false, true];
  for (let at = 0; at <= record.length; at++) {
    const unit = record[at];
    if (unit === undefined || (unit === delimiter && !isQuoted)) {
      cells.push(trimmedOf(unquoted(trimmedOf(record.slice(start, at), isEdge)), isEdge));
      start = at + 1;
      isCellStart = true;
    } else if (isQuoted) {
      if (unit === '"') [isQuoted, isCellStart] = [false, true];
    } else if (unit === '"' && isCellStart) isQuoted = true;
    else isCellStart = isCellStart && unit === " ";
  }
  return cells;
};

/** Whether a record says nothing: a blank line, or delimiters alone, as a spreadsheet leaves them below a table. */
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === "");

export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a text, one after the other, each with its line. */
export function* rowsOf(text: string, delimiter: Delimiter, line = 1): Generator<Row> {
  const found: RecordAt[] = [];
  const walk = createWalk(delimiter, (record) => void found.push(record), line);
  const told = function* (): Generator<Row> {
    for (const { start, end, line: at } of found.splice(0)) {
      const cells = cellsOf(text.slice(start, end), delimiter);
      if (!isBlank(cells)) yield { line: at, cells };
    }
  };
  for (let at = 0; at < text.length; at++) {
    if (!walk.step(text.charCodeAt(at))) break;
    if (found.length > 0) yield* told();
  }
  if (walk.unclosed() === undefined) walk.finish();
  yield* told();
}
