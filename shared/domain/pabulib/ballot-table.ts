import {
  grownHalves,
  grownSignedHalves,
  grownWords,
  type Halves,
  type SignedHalves,
  type Words,
} from "../tally/growth.ts";
import type { PbVotes, RowFault } from "./file.ts";

/** The rows of VOTES as they are gathered: growing arrays, filled by whoever reads rows. */
export interface BallotTable {
  /** The choices of all rows, one after the other. */
  projects: Halves;
  points: SignedHalves;
  entries: number;
  /** The line of each row in the file, and where its choices end. */
  lines: Words;
  offsets: Words;
  rows: number;
  /** The line of the file at which the next row begins. */
  line: number;
  readonly faults: Map<number, RowFault>;
  /** Whether every row is written as nearly all are, and whether each voter's id comes after the one before, so that none stands twice. */
  isPlain: boolean;
  isInOrder: boolean;
  lastVoter: DataView;
}

const FEW = 1 << 10;

/** With room for the rows of so many bytes, as long as most lines are: pages that nobody writes to cost nothing. */
export const ballotTable = (firstLine: number, bytes: number): BallotTable => ({
  projects: new Uint16Array(FEW + (bytes >> 3)),
  points: new Int16Array(FEW + (bytes >> 3)),
  entries: 0,
  lines: new Uint32Array(FEW + (bytes >> 5)),
  offsets: new Uint32Array(FEW + (bytes >> 5) + 1),
  rows: 0,
  line: firstLine,
  faults: new Map(),
  isPlain: true,
  isInOrder: true,
  lastVoter: new DataView(new ArrayBuffer(0)),
});

/** Room for one choice more. */
export const growEntries = (table: BallotTable): void => {
  const length = table.projects.length * 2;
  table.projects = grownHalves(table.projects, length);
  table.points = grownSignedHalves(table.points, length);
};

/** Room for one row more. */
const growRows = (table: BallotTable): void => {
  const length = table.lines.length * 2;
  table.lines = grownWords(table.lines, length);
  table.offsets = grownWords(table.offsets, length + 1);
};

/** Ends a row with the choices that were put in since the row before. */
export const endRow = (table: BallotTable): void => {
  if (table.rows === table.lines.length) growRows(table);
  table.lines[table.rows] = table.line;
  table.line += 1;
  table.rows += 1;
  table.offsets[table.rows] = table.entries;
};

/** The table as it is kept, without the room that was left. */
export const finished = (table: BallotTable, columns: readonly string[]): PbVotes => {
  const { projects, points, entries, lines, offsets, rows, faults } = table;
  return {
    columns,
    count: rows,
    lines: lines.slice(0, rows),
    offsets: offsets.slice(0, rows + 1),
    projects: projects.slice(0, entries),
    points: points.slice(0, entries),
    faults,
  };
};
