import type { Instant, LocalDate } from "../instant.ts";
import type { Language } from "../languages.ts";
import type { Grosze } from "../money.ts";

/** What stands in a column: text, a whole number, money in grosze, or a day. */
interface Kinds {
  readonly text: string;
  readonly number: number;
  readonly money: Grosze;
  readonly date: LocalDate;
}

export type CellKind = keyof Kinds;

interface Column {
  readonly title: string;
  readonly kind: CellKind;
  /** How wide it is beside the others: a part of the width of the page. */
  readonly width: number;
}

/** Undefined where there is nothing to say. */
export type Cell = string | number | undefined;

export interface Table {
  readonly kind: "table";
  readonly caption: string;
  /** The first column names its row. */
  readonly columns: readonly [Column, ...Column[]];
  readonly rows: readonly (readonly Cell[])[];
  /** A last row of sums. */
  readonly total?: readonly Cell[];
}

export type Block =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly isNumbered: boolean; readonly items: readonly string[] }
  /** What is known, by its name. */
  | { readonly kind: "facts"; readonly facts: readonly (readonly [name: string, value: string])[] }
  | Table
  /** Who signs: a line for each, above the post that they hold. */
  | { readonly kind: "signatures"; readonly posts: readonly string[] };

/** A document of the office, whatever it is written as: a page, a PDF, a text to go on with, a sheet. */
export interface OfficialDocument {
  readonly language: Language;
  readonly title: string;
  /** Whose document it is. */
  readonly issuer: string;
  /** How the office names it in its register. */
  readonly number: string;
  /** From 1; a correction is another version. */
  readonly version: number;
  readonly issuedAt: Instant;
  /** Of a letter to whom it goes, line by line as on its envelope. */
  readonly to?: readonly string[];
  readonly blocks: readonly Block[];
}

/** A value as its column writes it in words. */
export const cellText = (
  value: Cell,
  kind: CellKind,
  format: {
    readonly number: (value: number) => string;
    readonly money: (amount: Grosze) => string;
    readonly date: (date: LocalDate) => string;
  },
): string => {
  if (value === undefined) return "";
  if (kind === "money") return format.money(Number(value));
  if (kind === "number") return format.number(Number(value));
  return kind === "date" ? format.date(String(value)) : String(value);
};

export const isToTheRight = (kind: CellKind): boolean => kind === "number" || kind === "money";

export const tablesOf = ({ blocks }: Pick<OfficialDocument, "blocks">): Table[] =>
  blocks.filter((block): block is Table => block.kind === "table");
