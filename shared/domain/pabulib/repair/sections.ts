import { trimmedOf } from "../../trimmed.ts";
import { META_FIELDS } from "../fields.ts";
import { type Findings, type Place, shown } from "../findings.ts";
import { onlyBlanks, tidyKey } from "./clean.ts";
import { ODDITIES, placeIn, placeOf, type Row, readRow, type Source } from "./rows.ts";

const TITLES = ["META", "PROJECTS", "VOTES"] as const;
type Title = (typeof TITLES)[number];

/** A section as it stands in the text: its header, and where its rows begin. */
export interface Section {
  readonly header: Row;
  /** Names of the columns, as the format spells those that it knows. */
  readonly columns: readonly string[];
  /** Offset and line of each row. */
  readonly rows: { readonly starts: readonly number[]; readonly lines: readonly number[] };
}

/** Why a file cannot be read however it is meant. */
export class Unreadable extends Error {
  readonly place: Place;

  constructor(place: Place, message: string) {
    super(message);
    this.name = "Unreadable";
    this.place = place;
  }
}

/** Whether a row says nothing. */
const isBlank = ({ cells }: Row): boolean => cells.every((cell) => tidyKey(cell) === "");

/** The title that a row is, however it is written: in any case, in brackets, with a colon, with empty cells after it. */
const titleOf = (row: Row): Title | null => {
  const [first = "", ...others] = row.cells;
  if (first.length > 24 || !others.every((cell) => tidyKey(cell).replaceAll(",", "") === "")) return null;
  const word = trimmedOf(tidyKey(first), (character) => !/[\p{L}\p{N}]/u.test(character)).toUpperCase();
  return TITLES.find((title) => title === word || title === `${word}S`) ?? null;
};

/** A name of a column or a key in the format's spelling, if it is one that the format knows. */
export const nameOf = (cell: string, known: Readonly<Record<string, unknown>>): string => {
  const plain = tidyKey(cell);
  const spelled = plain.toLowerCase().replaceAll(/[\s-]+/g, "_");
  return Object.hasOwn(known, spelled) || spelled === "target" ? spelled : plain;
};

/** The section that a header stands for, when its title is missing. */
const sectionOfHeader = ({ cells }: Row): Title | null => {
  const names = cells.map((cell) => tidyKey(cell).toLowerCase());
  if (names[0] === "key" && names[1] === "value") return "META";
  if (names.includes("project_id") && names.includes("cost")) return "PROJECTS";
  return names.includes("voter_id") && names.includes("vote") ? "VOTES" : null;
};

interface Found {
  header: Row | null;
  starts: number[];
  lines: number[];
}

/** Walks through all records of a text. */
const eachRow = function* (source: Source): Generator<Row> {
  for (let [at, line] = [0, 1]; at < source.text.length; ) {
    const row = readRow(source, at, line);
    yield row;
    at = row.end;
    line += row.lines;
  }
};

/** Finds the three sections, whatever stands between them and in whatever order they come. */
export const sectionsOf = (source: Source, findings: Findings): Readonly<Record<Title, Section>> => {
  const found = new Map<Title, Found>();
  const order: Title[] = [];
  let current: Found | null = null;
  const begin = (title: Title, row: Row): Found => {
    if (found.has(title)) throw new Unreadable(placeOf(source, row, 0), `the section ${title} stands twice`);
    const section: Found = { header: null, starts: [], lines: [] };
    found.set(title, section);
    order.push(title);
    return section;
  };
  let blanks: Row[] = [];
  for (const row of eachRow(source)) {
    if (isBlank(row)) {
      blanks.push(row);
      continue;
    }
    for (const blank of blanks) noteBlank(source, blank, findings);
    blanks = [];
    const place = placeOf(source, row, 0);
    const title = titleOf(row);
    if (title) {
      current = begin(title, row);
      const written = row.cells[0] ?? "";
      if (onlyBlanks(written, title) && written !== title) noteBlanks(place, findings);
      else if (written !== title)
        findings.note("repaired", "section-title", place, `${shown(written)} is read as the title ${title}`);
      if (row.cells.length > 1) noteTrailing(source, row, 1, findings);
      continue;
    }
    if (isComment(row)) {
      findings.note("repaired", "comment-line", place, "a line that is a comment is left out");
      continue;
    }
    if (current?.header === null) {
      if (found.get("META") !== current || !lacksHeader(row)) {
        current.header = row;
        continue;
      }
      current.header = { ...row, cells: ["key", "value"] };
      findings.note("repaired", "header-missing", place, 'META lacks its header "key;value"');
    }
    const headed = sectionOfHeader(row);
    if (headed && !found.has(headed)) {
      current = begin(headed, row);
      current.header = row;
      findings.note("repaired", "title-missing", place, `the title ${headed} is missing above its columns`);
      continue;
    }
    if (current?.header && isHeaderAgain(current.header, row)) {
      findings.note("repaired", "header-again", place, "the header stands a second time and is left out");
      continue;
    }
    if (!current) {
      if (/^sep=/i.test(row.cells[0] ?? "")) {
        findings.note("repaired", "separator-line", place, "the line for spreadsheets is left out");
        continue;
      }
      throw new Unreadable(place, 'the file does not begin with the line "META"');
    }
    current.starts.push(row.start);
    current.lines.push(row.line);
  }
  // One line end too many at the end of a file is nothing to speak of.
  for (const blank of blanks.slice(blanks[0]?.cells.length === 1 && blanks.length === 1 ? 1 : 0))
    noteBlank(source, blank, findings);
  const wanted = TITLES.filter((title) => found.has(title));
  if (order.join() !== wanted.join())
    findings.note("repaired", "section-order", { line: 1, column: 1 }, "the sections stand in another order");
  const section = (title: Title): Section => {
    const { header, starts, lines } = found.get(title) ?? { header: null, starts: [], lines: [] };
    if (header) return { header, columns: [], rows: { starts, lines } };
    const line = source.text.split("\n").length;
    throw new Unreadable(
      { line, column: 1 },
      found.has(title) ? `the section ${title} lacks its header` : `the section ${title} is missing`,
    );
  };
  return { META: section("META"), PROJECTS: section("PROJECTS"), VOTES: section("VOTES") };
};

/** META without its header begins with a key that the format knows. */
const lacksHeader = ({ cells }: Row): boolean => {
  const [first = "", second = ""] = cells.map((cell) => tidyKey(cell).toLowerCase());
  return !(first === "key" && second === "value") && Object.hasOwn(META_FIELDS, first);
};

export const noteBlanks = (place: Place, findings: Findings): void =>
  findings.note("repaired", "blanks", place, "blanks around a cell are left out");

const noteBlank = (source: Source, row: Row, findings: Findings): void =>
  findings.note("repaired", "blank-line", placeOf(source, row, 0), "a blank line is left out");

export const noteTrailing = (source: Source, row: Row, cell: number, findings: Findings): void =>
  findings.note(
    "repaired",
    "empty-cells-at-the-end",
    placeOf(source, row, cell),
    "empty cells beyond the columns, as a spreadsheet leaves them, are left out",
  );

const isComment = ({ cells }: Row): boolean =>
  /^\s*(#|\/\/)/.test(cells[0] ?? "") && cells.slice(1).every((cell) => cell.trim() === "");

const isHeaderAgain = (header: Row, row: Row): boolean =>
  row.cells.length > 1 &&
  row.cells.length === header.cells.length &&
  row.cells.every(
    (cell, at) => tidyKey(cell).toLowerCase() === tidyKey(header.cells[at] ?? "").toLowerCase(),
  );

/** Told once for a row, whatever it is part of. */
export const noteOddities = (source: Source, row: Row, findings: Findings): void => {
  for (const { kind, at } of row.oddities)
    findings.note("repaired", kind, placeIn(source, row, at), ODDITIES[kind]);
};
