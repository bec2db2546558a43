import { trimmed } from "../trimmed.ts";
import { type BallotTable, ballotTable, endKind, endRow, finished, growEntries } from "./ballot-table.ts";
import { QuoteCutOff } from "./fault.ts";
import type { PbVotes, RowFault } from "./file.ts";
import { type PbHead, rowsEnd } from "./head.ts";
import { idIndex } from "./id-index.ts";
import { takePlainRows } from "./plain-rows.ts";
import { CR, LF, type PbRecord, readRecord } from "./record.ts";
import { fieldsFault } from "./sections.ts";
import { POINTS_LIMIT, voteColumnsIn } from "./vote-columns.ts";

/** Rows are read some at a time: V8 compiles a loop that goes through a whole file from within, each time anew, and one that ends often once. */
const AT_ONCE_BYTES = 1 << 16;

/** The rows of VOTES, from a line of the file on. Bytes go straight into typed arrays; only a row that is written in an unusual way takes the long way through text. */
export const voteRows = (
  { listing: { voteType, projects }, voteColumns }: PbHead,
  firstLine: number,
  bytes: number,
) => {
  const names = projects.map(({ id }) => id);
  const ids = idIndex(names);
  const indexes = new Map(names.map((name, index) => [name, index]));
  const columns = voteColumnsIn(voteColumns, voteType);
  const table = ballotTable(firstLine, bytes);

  const addRecord = ({ fields, end }: PbRecord, source: Uint8Array, rowStart: number): void => {
    if (fields.length !== columns.count) throw fieldsFault(rowStart, fields.length, columns.count);
    const first = table.entries;
    const written = { vote: fields[columns.vote] ?? "", points: fields[columns.points] ?? null };
    const fault = addChoices(table, indexes, written);
    if (fault) {
      table.entries = first;
      table.faults.set(table.rows, fault);
    } else if (columns.areRanked)
      for (let entry = first; entry < table.entries; entry += 1) table.points[entry] = table.entries - entry;
    table.isPlain = false;
    endRow(table, endKind(table));
    for (let at = rowStart; at < end - 1; at += 1) if (source[at] === LF) table.line += 1;
  };

  /** Plain rows from a byte on: the byte after them. */
  const takePlain = (source: Uint8Array, from: number): number => {
    for (let at = from; ; ) {
      const until = Math.min(at + AT_ONCE_BYTES, source.length);
      at = takePlainRows(table, ids, columns, source, { from: at, until });
      if (at < until || at === source.length) return at;
    }
  };

  return {
    /** Reads the rows that begin and end in these bytes, or, of a file's last bytes, all of them; returns the byte after them. */
    take: (bytes: Uint8Array, isLast: boolean): number => {
      const source = isLast ? bytes : bytes.subarray(0, bytes.lastIndexOf(LF) + 1);
      const end = rowsEnd(source, source.length);
      const whole = source.subarray(0, source.indexOf(LF, end) + 1 || end);
      for (let at = takePlain(whole, 0); at < end; ) {
        // The last line of a file may lack its end: it is plain all the same.
        const isUnended = whole.length === end && whole.indexOf(LF, at) < 0;
        if (isUnended && takePlain(ended(whole.subarray(at)), 0) > 0) break;
        const record = unusualRow(source, at, isLast);
        if (!record) return at;
        addRecord(record, source, at);
        at = takePlain(whole, record.end);
      }
      if (isLast && source.length - end > (end === 0 ? 0 : source[end] === CR ? 2 : 1)) table.isPlain = false;
      return end === 0 ? 0 : source.indexOf(LF, end) + 1 || source.length;
    },

    /** The line of the file after the last row read. */
    line: () => table.line,

    finish: (): PbVotes => finished(table, voteColumns),

    isPlain: (): boolean => table.isPlain,
    votersInOrder: (): boolean => table.isInOrder,
  };
};

const ended = (line: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(line.length + 1);
  bytes.set(line);
  bytes[line.length] = LF;
  return bytes;
};

/** A comma at the end of a list is no choice. Lists may have spaces after their commas, although the format's checker wants none. */
const listed = (text: string): string[] => {
  if (text === "") return [];
  const parts = text.split(",");
  return parts.at(-1) === "" ? parts.slice(0, -1) : parts;
};

/** Puts the choices of a row into the table, or says what keeps them out. */
const addChoices = (
  table: BallotTable,
  indexes: ReadonlyMap<string, number>,
  { vote, points }: { readonly vote: string; readonly points: string | null },
): RowFault | null => {
  const first = table.entries;
  for (const id of listed(vote)) {
    const project = indexes.get(id) ?? indexes.get(trimmed(id, " "));
    if (project === undefined) return "unknown-project";
    if (table.entries === table.projects.length) growEntries(table);
    table.projects[table.entries] = project;
    table.points[table.entries] = 1;
    table.entries += 1;
  }
  if (points === null) return null;
  let entry = first;
  for (const text of listed(points)) {
    const value = /^ *-?\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(Math.abs(value) <= POINTS_LIMIT)) return "points-not-whole";
    if (entry === table.entries) return "points-mismatch";
    table.points[entry] = value;
    entry += 1;
  }
  return entry === table.entries ? null : "points-mismatch";
};

/** A row as text, or null when it does not end in these bytes and more may follow. */
const unusualRow = (bytes: Uint8Array, start: number, isLast: boolean): PbRecord | null => {
  try {
    return readRecord(bytes, start);
  } catch (error) {
    if (error instanceof QuoteCutOff && !isLast) return null;
    throw error;
  }
};
