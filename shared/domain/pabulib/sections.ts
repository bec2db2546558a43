import { PROJECTS_LIMIT } from "../tally/election.ts";
import { PbFaultFound } from "./fault.ts";
import type { PbProject } from "./file.ts";
import { exactGrosze } from "./money.ts";
import { type PbRecord, readRecord } from "./record.ts";

/** A value of META with the byte at which it stands. */
export interface MetaValue {
  readonly text: string;
  readonly at: number;
}

/** META: keys and values until the line PROJECTS. `end` is the byte after that line. */
export const readMeta = (bytes: Uint8Array, start: number) => {
  const values = new Map<string, MetaValue>();
  const title = readRecord(bytes, start);
  if (!isTitle(title, "META")) throw new PbFaultFound(start, 'the file does not begin with the line "META"');
  const header = readRecord(bytes, title.end);
  if (header.fields.join(";") !== "key;value") {
    throw new PbFaultFound(title.end, 'META does not begin with the line "key;value"');
  }
  const end = eachRow(bytes, header.end, { title: "PROJECTS", columns: header.fields }, (row) => {
    const [key = "", text = ""] = row.fields;
    if (values.has(key)) throw new PbFaultFound(row.starts[0] ?? 0, `"${key}" stands in META twice`);
    values.set(key, { text, at: row.starts[1] ?? 0 });
  });
  return { values, end };
};

/** PROJECTS: the list until the line VOTES. `end` is the byte after that line. */
export const readProjects = (bytes: Uint8Array, start: number) => {
  const header = readHeader(bytes, start, ["project_id", "cost"]);
  const [idColumn, costColumn] = [header.fields.indexOf("project_id"), header.fields.indexOf("cost")];
  const projects: PbProject[] = [];
  const ids = new Set<string>();
  const end = eachRow(bytes, header.end, { title: "VOTES", columns: header.fields }, ({ fields, starts }) => {
    const [id, cost] = [fields[idColumn] ?? "", fields[costColumn] ?? ""];
    const refuse = (column: number, message: string) => new PbFaultFound(starts[column] ?? 0, message);
    if (id === "" || id.includes(",")) throw refuse(idColumn, "a project's id is empty or holds a comma");
    if (ids.has(id)) throw refuse(idColumn, `project "${id}" is listed twice`);
    const costGrosze = exactGrosze(cost);
    if (costGrosze === null) throw refuse(costColumn, `"${cost}" is not an amount of money`);
    if (projects.length === PROJECTS_LIMIT) throw refuse(idColumn, `more than ${PROJECTS_LIMIT} projects`);
    ids.add(id);
    projects.push({ id, costGrosze, fields });
  });
  return { columns: header.fields, projects, end };
};

/** A header line, which must name certain columns and none twice. */
export const readHeader = (bytes: Uint8Array, start: number, needed: readonly string[]): PbRecord => {
  const header = readRecord(bytes, start);
  for (const column of needed) {
    if (!header.fields.includes(column))
      throw new PbFaultFound(start, `the header lacks the column "${column}"`);
  }
  const twice = header.fields.findIndex((column, index) => header.fields.indexOf(column) !== index);
  if (twice >= 0) {
    throw new PbFaultFound(
      header.starts[twice] ?? start,
      `the column "${header.fields[twice]}" stands twice`,
    );
  }
  return header;
};

/** The fault of a row that has another number of fields than its header. */
export const fieldsFault = (at: number, fields: number, columns: number): PbFaultFound =>
  new PbFaultFound(
    at,
    `the line has ${fields} ${fields === 1 ? "field" : "fields"} where the header has ${columns}`,
  );

const isTitle = ({ fields }: PbRecord, title: string): boolean => fields.length === 1 && fields[0] === title;

/** Hands over the rows up to the next section's title, and returns the byte after that title. */
const eachRow = (
  bytes: Uint8Array,
  start: number,
  { title, columns }: { readonly title: string; readonly columns: readonly string[] },
  take: (row: PbRecord) => void,
): number => {
  for (let at = start; at < bytes.length; ) {
    const row = readRecord(bytes, at);
    if (isTitle(row, title)) return row.end;
    if (row.fields.length !== columns.length) throw fieldsFault(at, row.fields.length, columns.length);
    take(row);
    at = row.end;
  }
  throw new PbFaultFound(bytes.length, `the file ends before the line "${title}"`);
};
