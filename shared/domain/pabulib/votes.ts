import { grownWords } from "../tally/growth.ts";
import { choiceTable, type RowLists } from "./choices.ts";
import { QuoteCutOff } from "./fault.ts";
import type { PbVotes, RowFault } from "./file.ts";
import { type PbHead, rowsEnd } from "./head.ts";
import { idIndex } from "./id-index.ts";
import { CR, LF, type PbRecord, QUOTE, readRecord, SEMICOLON } from "./record.ts";
import { fieldsFault } from "./sections.ts";

/** 1 for each byte at which a field or the short way through a row may end: one look-up for each byte that is neither. */
const ENDS_A_STRETCH = new Uint8Array(256);
for (const byte of [QUOTE, SEMICOLON, LF]) ENDS_A_STRETCH[byte] = 1;

/**
 * The rows of VOTES, from a line of the file on. Bytes go straight into typed arrays; only a row that holds a quote takes
 * the long way through text.
 */
export const voteRows = ({ listing: { voteType, projects }, voteColumns }: PbHead, firstLine: number) => {
  const columns = voteColumns.length;
  const voteColumn = voteColumns.indexOf("vote");
  const pointsColumn =
    voteType === "approval" || voteType === "choose-1" ? -1 : voteColumns.indexOf("points");
  const ids = idIndex(projects.map(({ id }) => id));
  const choices = choiceTable(ids, voteType, pointsColumn >= 0);
  const lists: RowLists = {
    source: new Uint8Array(0),
    voteStart: 0,
    voteEnd: 0,
    pointsStart: 0,
    pointsEnd: 0,
  };
  const faults = new Map<number, RowFault>();
  let line = firstLine;
  let lines = new Uint32Array(1 << 10);
  let offsets = new Uint32Array((1 << 10) + 1);
  let rows = 0;

  /** Finds the lists of a row and returns the byte after it; -1 when the row holds a quote. */
  const scan = (source: Uint8Array, rowStart: number, limit: number): number => {
    // A name of its own for what the inner loop reads: it is run for every byte of the file.
    const stops = ENDS_A_STRETCH;
    let column = 0;
    let fieldStart = rowStart;
    for (let at = rowStart; ; at += 1) {
      while (at < limit && stops[source[at] as number] === 0) at += 1;
      const byte = at < limit ? source[at] : LF;
      if (byte === QUOTE) return -1;
      const fieldEnd = byte === LF && source[at - 1] === CR && at > fieldStart ? at - 1 : at;
      if (column === voteColumn) {
        lists.voteStart = fieldStart;
        lists.voteEnd = fieldEnd;
      } else if (column === pointsColumn) {
        lists.pointsStart = fieldStart;
        lists.pointsEnd = fieldEnd;
      }
      column += 1;
      fieldStart = at + 1;
      if (byte === SEMICOLON) continue;
      if (column !== columns) throw fieldsFault(rowStart, column, columns);
      return at + 1;
    }
  };

  const addQuoted = ({ fields, end }: PbRecord, source: Uint8Array, rowStart: number): void => {
    if (fields.length !== columns) throw fieldsFault(rowStart, fields.length, columns);
    const vote = new TextEncoder().encode(fields[voteColumn]);
    const points = new TextEncoder().encode(fields[pointsColumn] ?? "");
    const both = new Uint8Array(vote.length + points.length);
    both.set(vote);
    both.set(points, vote.length);
    const [voteEnd, pointsEnd] = [vote.length, both.length];
    keep(choices.add({ source: both, voteStart: 0, voteEnd, pointsStart: voteEnd, pointsEnd }));
    for (let at = rowStart; at < end - 1; at += 1) if (source[at] === LF) line += 1;
  };

  const keep = (fault: RowFault | null): void => {
    if (fault) faults.set(rows, fault);
    if (rows === lines.length) {
      lines = grownWords(lines, rows * 2);
      offsets = grownWords(offsets, rows * 2 + 1);
    }
    lines[rows] = line;
    line += 1;
    rows += 1;
    offsets[rows] = choices.size();
  };

  return {
    /** Reads the rows that begin and end in these bytes, or, of a file's last bytes, all of them; returns the byte after them. */
    take: (bytes: Uint8Array, isLast: boolean): number => {
      const source = isLast ? bytes : bytes.subarray(0, bytes.lastIndexOf(LF) + 1);
      const end = rowsEnd(source, source.length);
      lists.source = source;
      let at = 0;
      while (at < end) {
        const next = scan(source, at, end);
        if (next >= 0) {
          keep(choices.add(lists));
          at = next;
          continue;
        }
        const record = quotedRow(source, at, isLast);
        if (!record) return at;
        addQuoted(record, source, at);
        at = record.end;
      }
      return end === 0 ? 0 : source.indexOf(LF, end) + 1 || source.length;
    },

    /** The line of the file after the last row read. */
    line: () => line,

    finish: (): PbVotes => ({
      columns: voteColumns,
      count: rows,
      lines: lines.slice(0, rows),
      offsets: offsets.slice(0, rows + 1),
      ...choices.finish(),
      faults,
    }),
  };
};

/** A row with a quote in it, or null when it does not end in these bytes and more may follow. */
const quotedRow = (bytes: Uint8Array, start: number, isLast: boolean): PbRecord | null => {
  try {
    return readRecord(bytes, start);
  } catch (error) {
    if (error instanceof QuoteCutOff && !isLast) return null;
    throw error;
  }
};
