import type { Problem, Repair } from "./cells.ts";

export interface ImportColumn {
  /** The name of the documentation first, then what offices call it: compared without case, marks, blanks and dashes. */
  readonly names: readonly string[];
  readonly isNeeded: boolean;
}

/** Something about one cell of a row: what is wrong with it, or what was mended. */
export interface Note {
  /** The column as the kind names it; none where it is the row. */
  readonly column?: string | undefined;
  readonly says: Problem | Repair;
}

type RowState = "fine" | "repaired" | "cannot-prove" | "fault";

/** One row as it was read. `cannot-prove` is a person who is on the roll, and whom no name can prove. */
export interface RowRead<R> {
  readonly state: RowState;
  readonly notes: readonly Note[];
  /** Undefined of a fault. */
  readonly value: R | undefined;
}

/** One kind of table that the office brings: its columns, and how a row is read. Adding a kind is adding one of these. */
export interface ImportKind<R> {
  readonly name: string;
  readonly columns: Readonly<Record<string, ImportColumn>>;
  /** Columns of a table without a header; otherwise those that are needed. */
  readonly order?: readonly string[];
  /** A row by the names of its columns; a column that is not there is empty. */
  readonly read: (cells: Readonly<Record<string, string>>) => RowRead<R>;
}

/** Puts a row together from what was noted of its cells. */
export const rowRead = <R>(
  notes: readonly Note[],
  value: R | undefined,
  cannotProve = false,
): RowRead<R> => ({
  state:
    value === undefined ? "fault" : cannotProve ? "cannot-prove" : notes.length > 0 ? "repaired" : "fine",
  notes,
  value,
});
