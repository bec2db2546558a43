import { type BallotTable, growEntries } from "./ballot-table.ts";
import { firstOf, type IdIndex, slotOf } from "./id-index.ts";
import { COMMA, CR, LF, marking, QUOTE, SEMICOLON } from "./record.ts";
import { POINTS_LIMIT, type VoteColumns } from "./vote-columns.ts";

const [SPACE, MINUS, ZERO, NINE] = [32, 45, 48, 57];

/** 1 for each byte that ends an id in a list of votes. */
const ENDS_AN_ID = marking(QUOTE, SEMICOLON, LF, CR, COMMA, SPACE);

/** A row whose fields end where they should, and where its vote and its points begin. */
interface Place {
  readonly source: Uint8Array;
  readonly view: DataView;
  readonly vote: number;
  readonly points: number;
}

/** Adds the choices of a row, if they are written as nearly all are; else adds none. */
export const takeChoices = (
  table: BallotTable,
  ids: IdIndex,
  { points: pointsColumn, areRanked }: VoteColumns,
  { source, view, vote, points: pointsStart }: Place,
): boolean => {
  const { bytes, starts, slots, mask } = ids;
  const endsId = ENDS_AN_ID;
  let { projects, points } = table;
  const { entries } = table;
  let entry = entries;
  for (let at = vote, byte = COMMA; byte === COMMA; at += 1) {
    const start = at;
    let last = 0;
    for (byte = source[at] as number; endsId[byte] === 0; byte = source[at] as number) {
      last = (last << 8) | byte;
      at += 1;
    }
    const length = at - start;
    const first = firstOf(view, start, at);
    let slot = slotOf(first, last, length, mask);
    let project = 0;
    for (; ; slot = (slot + 1) & mask) {
      const found = slot << 2;
      project = (slots[found] as number) - 1;
      if (project < 0) break;
      if (slots[found + 1] !== first || slots[found + 2] !== last || slots[found + 3] !== length) continue;
      const known = starts[project] as number;
      let same = 4;
      while (same < length - 4 && bytes[known + same] === source[start + same]) same += 1;
      if (same >= length - 4) break;
    }
    if (byte !== COMMA && !isEnd(source, at)) return false;
    if (project < 0) {
      // A ballot without a choice.
      if (length === 0 && entry === entries && byte !== COMMA) break;
      return false;
    }
    if (entry === projects.length) {
      growEntries(table);
      ({ projects, points } = table);
    }
    projects[entry] = project;
    points[entry] = 1;
    entry += 1;
  }
  if (areRanked) for (let place = entries; place < entry; place += 1) points[place] = entry - place;
  if (pointsColumn >= 0 && !takePoints(points, entries, entry, source, pointsStart)) return false;
  table.entries = entry;
  return true;
};

/** Puts points from one entry up to another, if there are as many. */
const takePoints = (
  points: Int16Array,
  from: number,
  to: number,
  source: Uint8Array,
  pointsStart: number,
): boolean => {
  if (from === to && isEnd(source, pointsStart)) return true;
  let given = from;
  for (let at = pointsStart, byte = COMMA; byte === COMMA; at += 1) {
    const isNegative = source[at] === MINUS;
    if (isNegative) at += 1;
    const start = at;
    let value = 0;
    for (byte = source[at] as number; byte >= ZERO && byte <= NINE; byte = source[at] as number) {
      value = value * 10 + byte - ZERO;
      at += 1;
    }
    if (at === start || value > POINTS_LIMIT || given === to) return false;
    if (byte !== COMMA && !isEnd(source, at)) return false;
    points[given] = isNegative ? -value : value;
    given += 1;
  }
  return given === to;
};

/** Whether a field ends here. */
const isEnd = (source: Uint8Array, at: number): boolean =>
  source[at] === SEMICOLON || source[at] === LF || (source[at] === CR && source[at + 1] === LF);
