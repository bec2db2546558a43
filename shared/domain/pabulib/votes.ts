import { grownWords } from "../tally/growth.ts";
import { choiceTable, type RowLists } from "./choices.ts";
import type { PbVotes, RowFault, VoteType } from "./file.ts";
import type { IdIndex } from "./id-index.ts";
import { CR, LF, QUOTE, readRecord, SEMICOLON } from "./record.ts";
import { fieldsFault, readHeader } from "./sections.ts";

/** 1 for each byte at which a field or the short way through a row may end: one look-up for each byte that is neither. */
const ENDS_A_STRETCH = new Uint8Array(256);
for (const byte of [QUOTE, SEMICOLON, LF]) ENDS_A_STRETCH[byte] = 1;

/**
 * VOTES, from its header to the end of the file. Bytes go straight into typed arrays; only a row that holds a quote
 * takes the long way through text.
 */
export const readVotes = (
  bytes: Uint8Array,
  start: number,
  { ids, voteType }: { readonly ids: IdIndex; readonly voteType: VoteType },
): PbVotes => {
  const weighted = voteType === "cumulative" || voteType === "scoring";
  const header = readHeader(bytes, start, ["voter_id", "vote", ...(weighted ? ["points"] : [])]);
  const columns = header.fields.length;
  const voteColumn = header.fields.indexOf("vote");
  const pointsColumn = weighted || voteType === "ordinal" ? header.fields.indexOf("points") : -1;
  const choices = choiceTable(ids, voteType, pointsColumn >= 0);
  const end = endOfRows(bytes, header.end);
  const lists: RowLists = { source: bytes, voteStart: 0, voteEnd: 0, pointsStart: 0, pointsEnd: 0 };
  const faults = new Map<number, RowFault>();
  let starts = new Uint32Array(1 << 10);
  let offsets = new Uint32Array((1 << 10) + 1);
  let rows = 0;

  /** Finds the lists of a row and returns the byte after it; -1 when the row holds a quote. */
  const scan = (rowStart: number): number => {
    // Names of its own for what the inner loop reads: it is run for every byte of the file.
    const source = bytes;
    const limit = end;
    const stops = ENDS_A_STRETCH;
    let column = 0;
    let fieldStart = rowStart;
    for (let at = rowStart; ; at += 1) {
      while (at < limit && stops[source[at] as number] === 0) at += 1;
      const byte = at < limit ? source[at] : LF;
      if (byte === QUOTE) return -1;
      const fieldEnd = byte === LF && bytes[at - 1] === CR && at > fieldStart ? at - 1 : at;
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

  const addQuoted = (rowStart: number): number => {
    const { fields, end: rowEnd } = readRecord(bytes, rowStart);
    if (fields.length !== columns) throw fieldsFault(rowStart, fields.length, columns);
    const vote = new TextEncoder().encode(fields[voteColumn]);
    const points = new TextEncoder().encode(fields[pointsColumn] ?? "");
    const source = new Uint8Array(vote.length + points.length);
    source.set(vote);
    source.set(points, vote.length);
    const [voteEnd, pointsEnd] = [vote.length, source.length];
    keep(choices.add({ source, voteStart: 0, voteEnd, pointsStart: voteEnd, pointsEnd }), rowStart);
    return rowEnd;
  };

  const keep = (fault: RowFault | null, rowStart: number): void => {
    if (fault) faults.set(rows, fault);
    if (rows === starts.length) {
      starts = grownWords(starts, rows * 2);
      offsets = grownWords(offsets, rows * 2 + 1);
    }
    starts[rows] = rowStart;
    rows += 1;
    offsets[rows] = choices.size();
  };

  for (let at = header.end; at < end; ) {
    const next = scan(at);
    if (next >= 0) keep(choices.add(lists), at);
    at = next >= 0 ? next : addQuoted(at);
  }
  return {
    columns: header.fields,
    count: rows,
    starts: starts.slice(0, rows),
    offsets: offsets.slice(0, rows + 1),
    ...choices.finish(),
    faults,
  };
};

/** Empty lines at the end of the file are no ballots. */
const endOfRows = (bytes: Uint8Array, start: number): number => {
  let end = bytes.length;
  while (end > start && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end -= 1;
  return end;
};
