import { type BallotTable, endRow, growEntries } from "./ballot-table.ts";
import { firstOf, type IdIndex, slotOf } from "./id-index.ts";
import { COMMA, CR, LF, QUOTE, SEMICOLON } from "./record.ts";
import { POINTS_LIMIT, type VoteColumns } from "./vote-columns.ts";

const [SPACE, MINUS, ZERO, NINE] = [32, 45, 48, 57];

const marking = (...bytes: readonly number[]): Uint8Array => {
  const marks = new Uint8Array(256);
  for (const byte of bytes) marks[byte] = 1;
  return marks;
};

/** 1 for each byte that ends a field of no interest, or an id in a list of votes: one look-up for each byte that is neither. */
const ENDS_A_FIELD = marking(QUOTE, SEMICOLON, LF);
const ENDS_AN_ID = marking(QUOTE, SEMICOLON, LF, CR, COMMA, SPACE);

/**
 * Reads rows as nearly all are written: no quotes, known ids without spaces, whole points, every row ended. Stops at the first that is written
 * otherwise, of which it keeps nothing, and returns its first byte. One loop and its own variables: it runs for every byte of a file.
 */
export const takePlainRows = (
  table: BallotTable,
  ids: IdIndex,
  { count, voter: voterColumn, vote, points: pointsColumn, areRanked }: VoteColumns,
  source: Uint8Array,
  from: number,
): number => {
  // Points before their projects are rare; such files are read the long way.
  if (pointsColumn >= 0 && pointsColumn < vote) return from;
  const { bytes, starts, firsts, lasts, slots, mask } = ids;
  const view = new DataView(source.buffer, source.byteOffset, source.length);
  const [endsField, endsId] = [ENDS_A_FIELD, ENDS_AN_ID];
  const lastEnd = source.lastIndexOf(LF);
  let { projects, points, entries } = table;
  let rowStart = from;
  let { isInOrder, lastVoter: before } = table;
  let [beforeFrom, beforeEnd, voterFrom, voterEnd] = [0, before.byteLength, 0, 0];

  row: while (rowStart <= lastEnd) {
    let at = rowStart;
    let byte = SEMICOLON;
    let column = 0;
    let entry = entries;
    for (; byte === SEMICOLON; column += 1) {
      if (column === vote) {
        for (;;) {
          const start = at;
          let last = 0;
          for (byte = source[at] as number; endsId[byte] === 0; byte = source[at] as number) {
            last = (last << 8) | byte;
            at += 1;
          }
          const length = at - start;
          const first = firstOf(view, start, at);
          let slot = slotOf(first, last, length, mask);
          let project = slots[slot] as number;
          for (; project >= 0; project = slots[slot] as number) {
            const known = starts[project] as number;
            if (
              firsts[project] === first &&
              lasts[project] === last &&
              (starts[project + 1] as number) - known === length
            ) {
              let same = 4;
              while (same < length - 4 && bytes[known + same] === source[start + same]) same += 1;
              if (same >= length - 4) break;
            }
            slot = (slot + 1) & mask;
          }
          if (project < 0) {
            // A ballot without a choice.
            if (length === 0 && entry === entries && (byte === SEMICOLON || byte === LF || byte === CR))
              break;
            break row;
          }
          if (entry === projects.length) {
            growEntries(table);
            ({ projects, points } = table);
          }
          projects[entry] = project;
          points[entry] = 1;
          entry += 1;
          if (byte !== COMMA) break;
          at += 1;
        }
      } else if (column === pointsColumn) {
        let given = entries;
        for (;;) {
          const isNegative = source[at] === MINUS;
          if (isNegative) at += 1;
          const start = at;
          let value = 0;
          for (byte = source[at] as number; byte >= ZERO && byte <= NINE; byte = source[at] as number) {
            value = value * 10 + byte - ZERO;
            at += 1;
          }
          if (at === start && entry === entries && !isNegative) break;
          if (at === start || value > POINTS_LIMIT || given === entry) break row;
          points[given] = isNegative ? -value : value;
          given += 1;
          if (byte !== COMMA) break;
          at += 1;
        }
        if (given !== entry) break row;
      } else if (column === voterColumn) {
        voterFrom = at;
        for (byte = source[at] as number; endsField[byte] === 0; byte = source[at] as number) at += 1;
        voterEnd = at;
        if (at === voterFrom) break row;
      } else for (byte = source[at] as number; endsField[byte] === 0; byte = source[at] as number) at += 1;
      if (byte === CR && source[at + 1] === LF) {
        byte = LF;
        at += 1;
      }
      at += 1;
    }
    if (byte !== LF || column !== count) break;
    if (areRanked) for (let place = entries; place < entry; place += 1) points[place] = entry - place;
    if (isInOrder) isInOrder = isAfter(before, beforeFrom, beforeEnd, view, voterFrom, voterEnd);
    before = view;
    beforeFrom = voterFrom;
    beforeEnd = voterEnd;
    entries = entry;
    table.entries = entry;
    endRow(table);
    rowStart = at;
  }
  table.isInOrder = isInOrder;
  // Bytes of this call are gone at the next one.
  if (before === view) table.lastVoter = copyOf(source, beforeFrom, beforeEnd);
  return rowStart;
};

const copyOf = (source: Uint8Array, from: number, end: number): DataView =>
  new DataView(new Uint8Array(source.subarray(from, end)).buffer);

/** Whether an id comes after another: a longer one, or of equal length the one that is greater where they first differ. Four bytes at a time, the last four perhaps once more. */
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
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    const [own, other] = [view.getUint32(from + at), before.getUint32(beforeFrom + at)];
    if (own !== other) return own > other;
  }
  for (; at < length; at += 1) {
    const difference = view.getUint8(from + at) - before.getUint8(beforeFrom + at);
    if (difference !== 0) return difference > 0;
  }
  return false;
};
