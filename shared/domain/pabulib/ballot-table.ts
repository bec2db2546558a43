import {
  grownHalves,
  grownSignedHalves,
  grownWords,
  type Halves,
  type SignedHalves,
  type Words,
} from "../tally/growth.ts";
import type { PbVotes, RowFault } from "./file.ts";
import { NO_TEXTS, type TextsSeen } from "./texts-seen.ts";

/** The rows of VOTES as they are gathered: growing arrays, filled by whoever reads rows. */
export interface BallotTable {
  /** The choices of all kinds of ballot, one after the other, and where those of each end. */
  projects: Halves;
  points: SignedHalves;
  entries: number;
  offsets: Words;
  kinds: number;
  /** The line of each row in the file, and its kind. */
  lines: Words;
  kindOf: Words;
  rows: number;
  /** The line of the file at which the next row begins. */
  line: number;
  readonly faults: Map<number, RowFault>;
  /** Whether every row is written as nearly all are, and whether each voter's id comes after the one before, so that none stands twice. */
  isPlain: boolean;
  isInOrder: boolean;
  lastVoter: DataView;
  seen: TextsSeen;
}

const FEW = 1 << 10;

/** With room for the rows of so many bytes, as long as most lines are: pages that nobody writes to cost nothing. */
export const ballotTable = (firstLine: number, bytes: number): BallotTable => ({
  projects: new Uint16Array(FEW),
  points: new Int16Array(FEW),
  entries: 0,
  offsets: new Uint32Array(FEW),
  kinds: 0,
  lines: new Uint32Array(FEW + (bytes >> 5)),
  kindOf: new Uint32Array(FEW + (bytes >> 5)),
  rows: 0,
  line: firstLine,
  faults: new Map(),
  isPlain: true,
  isInOrder: true,
  lastVoter: new DataView(new ArrayBuffer(0)),
  seen: NO_TEXTS,
});

/** Room for one choice more. */
export const growEntries = (table: BallotTable): void => {
  const length = table.projects.length * 2;
  table.projects = grownHalves(table.projects, length);
  table.points = grownSignedHalves(table.points, length);
};

/** Makes the choices that were put in since the kind before a kind of ballot. */
export const endKind = (table: BallotTable): number => {
  const kind = table.kinds;
  table.kinds = kind + 1;
  if (table.kinds === table.offsets.length) table.offsets = grownWords(table.offsets, table.kinds * 2);
  table.offsets[table.kinds] = table.entries;
  return kind;
};

/** Room for one row more. */
const growRows = (table: BallotTable): void => {
  const length = table.lines.length * 2;
  table.lines = grownWords(table.lines, length);
  table.kindOf = grownWords(table.kindOf, length);
};

/** Ends a row, which is of this kind. */
export const endRow = (table: BallotTable, kind: number): void => {
  const { rows } = table;
  if (rows === table.lines.length) growRows(table);
  table.lines[rows] = table.line;
  table.kindOf[rows] = kind;
  table.line += 1;
  table.rows = rows + 1;
};

/** The table as it is kept. Room that is left is no memory where nothing was written to it. */
export const finished = (table: BallotTable, columns: readonly string[]): PbVotes => {
  const { projects, points, entries, lines, kindOf, offsets, kinds, rows, faults } = table;
  return {
    columns,
    count: rows,
    lines: lines.subarray(0, rows),
    kinds: kindOf.subarray(0, rows),
    offsets: offsets.slice(0, kinds + 1),
    projects: projects.slice(0, entries),
    points: points.slice(0, entries),
    faults,
  };
};
