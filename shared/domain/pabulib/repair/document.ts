import { trimmedEnd } from "../../trimmed.ts";
import { META_FIELDS, PROJECT_FIELDS, RENAMED, VOTE_FIELDS } from "../fields.ts";
import { type Findings, type Place, shown } from "../findings.ts";
import type { PbText } from "../text.ts";
import { voteRepairs } from "./ballots.ts";
import { onlyBlanks, tidyKey, unquoted } from "./clean.ts";
import { placeOf, type Row, readRow, type Source } from "./rows.ts";
import {
  nameOf,
  noteBlanks,
  noteOddities,
  noteTrailing,
  type Section,
  sectionsOf,
  Unreadable,
} from "./sections.ts";
import { money, repairedValue } from "./values.ts";

/** A row as it was meant, and where each of its cells stands in the file. */
export interface RepairedRow {
  readonly cells: readonly string[];
  readonly place: (cell: number) => Place;
}

/** A file as it was meant, with what had to be repaired among its findings. Its ballots are read when asked for, as often as that is. */
export interface Repaired {
  readonly meta: readonly RepairedRow[];
  readonly projectColumns: RepairedRow;
  readonly projects: readonly RepairedRow[];
  readonly voteColumns: RepairedRow;
  readonly votes: (findings: Findings) => Iterable<RepairedRow>;
}

/** The same as text that can be written. */
export const textOfRepaired = (file: Repaired, findings: Findings): PbText => ({
  meta: file.meta.map(({ cells: [key = "", value = ""] }) => [key, value] as const),
  projectColumns: file.projectColumns.cells,
  projects: file.projects.map(({ cells }) => cells),
  voteColumns: file.voteColumns.cells,
  votes: cellsOf(file.votes(findings)),
});

const cellsOf = function* (rows: Iterable<RepairedRow>): Generator<readonly string[]> {
  for (const { cells } of rows) yield cells;
};

/** Reads a text as whoever wrote it meant it. What cannot be meant in one way only throws. */
export const repaired = (text: string, findings: Findings): Repaired => {
  const source = sourceOf(text, findings);
  const sections = sectionsOf(source, findings);
  const meta = metaRows(source, sections.META, findings);
  const projectColumns = columnsOf(source, sections.PROJECTS, PROJECT_FIELDS, findings);
  const projects = projectRows(source, sections.PROJECTS, projectColumns.cells, findings);
  const voteColumns = columnsOf(source, sections.VOTES, VOTE_FIELDS, findings);
  const ids = projects.map(({ cells }) => cells[projectColumns.cells.indexOf("project_id")] ?? "");
  return {
    meta,
    projectColumns,
    projects,
    voteColumns,
    votes: (noted) => voteRows(source, sections.VOTES, { columns: voteColumns.cells, ids }, noted),
  };
};

/** The delimiter of a file: what stands between `key` and `value` in the header of META. */
const delimiterIn = (lines: string): ";" | "," | "\t" | "|" => {
  for (let [start, end] = [0, 0]; start < lines.length; start = end + 1) {
    const next = lines.indexOf("\n", start);
    end = next < 0 ? lines.length : next;
    const line = lines.slice(start, Math.min(end, start + 200));
    const [found, mark = ""] = /^key([;,|]?)value/i.exec(line.replaceAll(/[\s"\u200b\ufeff]/g, "")) ?? [];
    if (found !== undefined) return (mark as ";" | "," | "|" | "") || (line.includes("\t") ? "\t" : ";");
  }
  return ";";
};

const isTitleBeforeCommas = (line: string): boolean =>
  line.endsWith(",") && /^(?:meta|projects|votes)$/i.test(line.slice(0, 200).replaceAll(/\W/g, ""));

/** Line ends of one kind, and the character between cells: a semicolon, unless the header of META has another. */
const sourceOf = (text: string, findings: Findings): Source => {
  const place = { line: 1, column: 1 };
  let lines = text;
  if (text.includes("\r")) {
    if (/\r(?!\n)/.test(text))
      findings.note("repaired", "line-ends", place, "lines end in a carriage return alone");
    lines = text.replaceAll(/\r\n|\r/g, "\n");
  }
  const between = delimiterIn(lines);
  if (between !== ";") {
    const name = { ",": "commas", "\t": "tabs", "|": "bars" }[between];
    findings.note("repaired", "delimiter", place, `cells are separated by ${name}, not by semicolons`);
  }
  // A spreadsheet that takes commas for its columns ends each line with as many as the widest has.
  if (between === ";" && lines.split("\n").some(isTitleBeforeCommas)) {
    findings.note(
      "repaired",
      "commas-at-the-end",
      place,
      "lines end in commas, as a spreadsheet leaves them",
    );
    lines = lines
      .split("\n")
      .map((line) => trimmedEnd(line, (character) => character === ","))
      .join("\n");
  }
  return { text: lines, delimiter: between };
};

/** The header of a section, its columns named as the format names them. */
const columnsOf = (
  source: Source,
  { header }: Section,
  known: Readonly<Record<string, unknown>>,
  findings: Findings,
): RepairedRow => {
  noteOddities(source, header, findings);
  const cells = withoutEmptyEnd(source, header, 0, findings).map((cell, at) => {
    const name = nameOf(cell, known);
    const now = Object.hasOwn(known, "beneficiaries") ? (RENAMED[name] ?? name) : name;
    if (now !== cell && onlyBlanks(cell, now)) noteBlanks(placeOf(source, header, at), findings);
    else if (now !== cell)
      findings.note(
        "repaired",
        now === name ? "column-name" : "column-renamed",
        placeOf(source, header, at),
        now === name
          ? `the column ${shown(cell)} is read as "${name}"`
          : `the column "${name}" is called "${now}" today`,
      );
    return now;
  });
  return { cells, place: (cell) => placeOf(source, header, cell) };
};

/** Cells without the empty ones that a spreadsheet puts after them; never fewer than so many. */
const withoutEmptyEnd = (source: Source, row: Row, least: number, findings: Findings): readonly string[] => {
  let length = row.cells.length;
  while (length > least && tidyKey(row.cells[length - 1] ?? "") === "") length -= 1;
  if (length < row.cells.length) noteTrailing(source, row, length, findings);
  return length < row.cells.length ? row.cells.slice(0, length) : row.cells;
};

const rowsOf = function* (source: Source, { rows: { starts, lines } }: Section): Generator<Row> {
  for (const [at, start] of starts.entries()) yield readRow(source, start, lines[at] ?? 0);
};

const metaRows = (source: Source, section: Section, findings: Findings): RepairedRow[] => {
  columnsOf(source, section, { key: 1, value: 1 }, findings);
  const rows = new Map<string, RepairedRow & { readonly row: Row }>();
  for (const row of rowsOf(source, section)) {
    noteOddities(source, row, findings);
    const [written = "", first = "", ...more] = withoutEmptyEnd(source, row, 2, findings);
    const key = nameOf(written, META_FIELDS);
    const place = (cell: number): Place => placeOf(source, row, cell);
    if (key === "") throw new Unreadable(place(0), "a value of META has no key");
    if (key !== written && onlyBlanks(written, key)) noteBlanks(place(0), findings);
    else if (key !== written)
      findings.note("repaired", "key-name", place(0), `the key ${shown(written)} is read as "${key}"`);
    const { kind } = META_FIELDS[key] ?? { kind: "text" as const };
    if (row.cells.length < 2)
      findings.note("repaired", "value-missing", place(1), `"${key}" has no value: it is read as empty`);
    if (more.length > 0)
      findings.note(
        "repaired",
        "value-in-pieces",
        place(2),
        kind === "text"
          ? `the value of "${key}" has semicolons without quotes around it: it is read as one text`
          : `"${key}" has more than one value: the first is read`,
      );
    const value = kind === "text" ? [first, ...more].join(";") : first;
    const meant = repairedValue(key, kind, value);
    if (meant !== value) noteValue(key, place(1), value, meant, findings);
    const before = rows.get(key);
    if (before && key !== "comment") throw new Unreadable(place(0), `"${key}" stands in META twice`);
    if (before)
      findings.note("warned", "comment-twice", place(0), '"comment" stands in META twice: both are kept');
    const whole = before ? joinedComments(before.cells[1] ?? "", meant) : meant;
    rows.set(key, { cells: [key, whole], place: before?.place ?? place, row });
  }
  return [...rows.values()];
};

/** Comments of a file are numbered within one value. */
const joinedComments = (before: string, after: string): string => {
  if (/#\d+:/.test(after)) return `${before} ${after}`;
  const first = /#\d+:/.test(before) ? before : `#1: ${before}`;
  return `${first} #${(first.match(/#\d+:/g)?.length ?? 1) + 1}: ${after}`;
};

const noteValue = (field: string, place: Place, written: string, meant: string, findings: Findings): void => {
  if (onlyBlanks(written, meant)) noteBlanks(place, findings);
  else
    findings.note(
      "repaired",
      `value-of-${field}`,
      place,
      `${field}: ${shown(written)} is read as ${shown(meant)}`,
    );
};

/** Cells to as many as there are columns, where that is possible without a doubt. */
const fitted = (
  source: Source,
  row: Row,
  { columns, needed }: { readonly columns: readonly string[]; readonly needed: readonly string[] },
  findings: Findings,
): readonly string[] => {
  const width = columns.length;
  if (row.cells.length === width) return row.cells;
  const cells = row.cells.length > width ? withoutEmptyEnd(source, row, width, findings) : row.cells;
  if (cells.length > width) {
    const last = columns[width - 1] ?? "";
    if (needed.includes(last) || last === "vote")
      throw new Unreadable(placeOf(source, row, 0), fieldsText(cells.length, width));
    findings.note(
      "repaired",
      "cells-too-many",
      placeOf(source, row, width),
      `the line has ${cells.length} cells where the header has ${width}: those beyond are not read`,
    );
    return cells.slice(0, width);
  }
  if (cells.length === width) return cells;
  if (columns.slice(cells.length).some((column) => needed.includes(column)))
    throw new Unreadable(placeOf(source, row, 0), fieldsText(cells.length, width));
  findings.note(
    "repaired",
    "cells-missing",
    placeOf(source, row, cells.length),
    `the line has ${cells.length} cells where the header has ${width}: those that lack are read as empty`,
  );
  return [...cells, ...Array.from({ length: width - cells.length }, () => "")];
};

const fieldsText = (fields: number, columns: number): string =>
  `the line has ${fields} ${fields === 1 ? "field" : "fields"} where the header has ${columns}`;

/** A name with semicolons and without quotes is put together again, where that makes every other cell what its column wants. */
const rejoined = (source: Source, row: Row, columns: readonly string[], findings: Findings): Row => {
  const more = row.cells.length - columns.length;
  if (more <= 0 || row.cells.slice(columns.length).every((cell) => tidyKey(cell) === "")) return row;
  const fits = columns.flatMap((column, at) => {
    if (column !== "name" && column !== "description") return [];
    const cells = [
      ...row.cells.slice(0, at),
      row.cells.slice(at, at + more + 1).join(";"),
      ...row.cells.slice(at + more + 1),
    ];
    return cells.every((cell, index) => isOfColumn(columns[index] ?? "", cell)) ? [{ cells, at }] : [];
  });
  const [only] = fits;
  if (!only || fits.length > 1) return row;
  const message = `"${columns[only.at]}" has semicolons without quotes around it: it is read as one text`;
  findings.note("repaired", "text-in-pieces", placeOf(source, row, only.at), message);
  const starts = row.starts.toSpliced(only.at + 1, more);
  return { ...row, cells: only.cells, starts };
};

const isOfColumn = (column: string, cell: string): boolean => {
  const { kind, choices } = PROJECT_FIELDS[column] ?? { kind: "text" };
  const value = repairedValue(column, kind, cell);
  if (choices) return value === "" || choices.includes(value);
  if (kind === "number" || kind === "coordinate") return value === "" || /^-?\d+(\.\d+)?$/.test(value);
  return kind !== "money" || money(value) !== null;
};

const projectRows = (
  source: Source,
  section: Section,
  columns: readonly string[],
  findings: Findings,
): RepairedRow[] => {
  const found: RepairedRow[] = [];
  for (const row of rowsOf(source, section)) {
    noteOddities(source, row, findings);
    const place = (cell: number): Place => placeOf(source, row, cell);
    const cells = fitted(
      source,
      rejoined(source, row, columns, findings),
      { columns, needed: ["project_id", "cost"] },
      findings,
    ).map((cell, at) => {
      const column = columns[at] ?? "";
      const { kind } = PROJECT_FIELDS[column] ?? { kind: "text" as const };
      const meant = column === "project_id" ? unquoted(cell) : repairedValue(column, kind, cell);
      if (meant !== cell) noteValue(column, place(at), cell, meant, findings);
      return meant;
    });
    found.push({ cells, place });
  }
  return found;
};

const voteRows = function* (
  source: Source,
  section: Section,
  { columns, ids }: { readonly columns: readonly string[]; readonly ids: readonly string[] },
  findings: Findings,
): Generator<RepairedRow> {
  const repair = voteRepairs(columns, ids);
  const needed = ["vote", ...(columns.includes("points") ? ["points"] : [])];
  for (const row of rowsOf(source, section)) {
    noteOddities(source, row, findings);
    const place = (cell: number): Place => placeOf(source, row, cell);
    const cells = repair(fitted(source, row, { columns, needed }, findings), (at, written, meant) =>
      noteValue(columns[at] ?? "", place(at), written, meant, findings),
    );
    yield { cells, place };
  }
};
