import { type BallotTable, endKind, endRow } from "./ballot-table.ts";
import type { IdIndex } from "./id-index.ts";
import { takeChoices } from "./plain-choices.ts";
import { LF, marking, QUOTE, SEMICOLON } from "./record.ts";
import { textsIn } from "./texts-seen.ts";
import type { VoteColumns } from "./vote-columns.ts";

/** 1 for each byte that ends a field: one look-up for each byte that does not. */
const ENDS_A_FIELD = marking(QUOTE, SEMICOLON, LF);

/**
 * Reads rows as nearly all are written: no quotes, known ids without spaces, whole points, every row ended. Stops at the first that is written
 * otherwise, of which it keeps nothing, and returns its first byte. One loop and its own variables: it runs for every byte of a file.
 */
export const takePlainRows = (
  table: BallotTable,
  ids: IdIndex,
  columns: VoteColumns,
  source: Uint8Array,
  { from, until }: { readonly from: number; readonly until: number },
): number => {
  const { count, voter: voterColumn, vote: voteColumn, points: pointsColumn } = columns;
  const view = new DataView(source.buffer, source.byteOffset, source.length);
  const endsField = ENDS_A_FIELD;
  const lastNeeded = Math.max(voterColumn, voteColumn, pointsColumn);
  const lastEnd = source.lastIndexOf(LF);
  table.seen = textsIn(source, table.seen);
  const { slots, shift } = table.seen;
  let rowStart = from;
  let { isInOrder, lastVoter: before } = table;
  let [beforeFrom, beforeEnd, voterFrom, voterEnd] = [0, before.byteLength, 0, 0];
  let [vote, voteEnd, points, pointsEnd] = [0, 0, 0, 0];

  while (rowStart <= lastEnd && rowStart < until) {
    let at = rowStart;
    let byte = SEMICOLON;
    let column = 0;
    let alike = 0;
    for (; byte === SEMICOLON && column <= lastNeeded; column += 1) {
      const start = at;
      // Voters' ids in order are mostly alike up to their ends.
      if (column === voterColumn && isInOrder)
        while (
          beforeFrom + alike + 4 <= beforeEnd &&
          at + 4 <= lastEnd &&
          view.getInt32(at) === before.getInt32(beforeFrom + alike)
        ) {
          alike += 4;
          at += 4;
        }
      for (byte = source[at] as number; endsField[byte] === 0; byte = source[at] as number) at += 1;
      if (column === voteColumn) {
        vote = start;
        voteEnd = at;
      } else if (column === pointsColumn) {
        points = start;
        pointsEnd = at;
      } else if (column === voterColumn) {
        voterFrom = start;
        voterEnd = at;
        if (at === start) byte = QUOTE;
      }
      at += 1;
    }
    // Of what follows only the ends of its fields are needed.
    for (; byte === SEMICOLON; at += 1, column += 1)
      for (byte = source[at] as number; endsField[byte] === 0; byte = source[at] as number) at += 1;
    if (byte !== LF || column !== count) break;
    let hash = hashOf(view, vote, voteEnd, 0);
    if (pointsColumn >= 0) hash = hashOf(view, points, pointsEnd, hash);
    const slot = (hash >>> shift) << 2;
    let kind = (slots[slot] as number) - 1;
    if (
      kind < 0 ||
      !isSame(view, vote, voteEnd, slots[slot + 1] as number) ||
      (pointsColumn >= 0 && !isSame(view, points, pointsEnd, slots[slot + 2] as number))
    ) {
      if (!takeChoices(table, ids, columns, { source, view, vote, points })) break;
      kind = endKind(table);
      slots[slot] = kind + 1;
      slots[slot + 1] = vote;
      slots[slot + 2] = points;
    }
    if (isInOrder)
      isInOrder = isAfter(before, beforeFrom + alike, beforeEnd, view, voterFrom + alike, voterEnd);
    before = view;
    beforeFrom = voterFrom;
    beforeEnd = voterEnd;
    endRow(table, kind);
    rowStart = at;
  }
  table.isInOrder = isInOrder;
  // Bytes of this call are gone at the next one.
  if (before === view) table.lastVoter = copyOf(source, beforeFrom, beforeEnd);
  return rowStart;
};

const copyOf = (source: Uint8Array, from: number, end: number): DataView =>
  new DataView(new Uint8Array(source.subarray(from, end)).buffer);

/** A hash of the bytes up to an end and of that end itself, four at a time, with that of those before them. */
const hashOf = (view: DataView, from: number, end: number, before: number): number => {
  let hash = before;
  let at = from;
  for (; at + 3 <= end; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at), 0x9e37_79b1);
    hash ^= hash >>> 15;
  }
  for (; at <= end; at += 1) hash = Math.imul(hash ^ view.getUint8(at), 0x9e37_79b1);
  return hash;
};

/** Whether the bytes up to an end and that end itself stand at another place as well. Four at a time. */
const isSame = (view: DataView, from: number, end: number, other: number): boolean => {
  const away = other - from;
  let at = from;
  for (; at + 3 <= end; at += 4) if (view.getInt32(at) !== view.getInt32(at + away)) return false;
  for (; at <= end; at += 1) if (view.getUint8(at) !== view.getUint8(at + away)) return false;
  return true;
};

/** Whether an id comes after another: a longer one, or of equal length the one that is greater where they first differ. */
const isAfter = (
  before: DataView,
  beforeFrom: number,
  beforeEnd: number,
  view: DataView,
  from: number,
  end: number,
): boolean => {
  const length = end - from;
  if (length !== beforeEnd - beforeFrom) return length > beforeEnd - beforeFrom;
  for (let at = 0; at < length; at += 1) {
    const difference = view.getUint8(from + at) - before.getUint8(beforeFrom + at);
    if (difference !== 0) return difference > 0;
  }
  return false;
};
