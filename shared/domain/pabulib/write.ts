import type { PbFile } from "./file.ts";
import { readRecord } from "./record.ts";

/** A `.pb` file as text: every field of every section, in order. The ballots may be a stream. */
export interface PbText {
  readonly meta: Iterable<readonly [key: string, value: string]>;
  readonly projectColumns: readonly string[];
  readonly projects: Iterable<readonly string[]>;
  readonly voteColumns: readonly string[];
  readonly votes: Iterable<readonly string[]>;
}

/** Writes a file line by line, each ended by a line feed, fields quoted only where the format needs it. */
export const writePb = function* (text: PbText): Generator<string> {
  yield "META\nkey;value\n";
  for (const pair of text.meta) yield line(pair);
  yield "PROJECTS\n";
  yield line(text.projectColumns);
  for (const fields of text.projects) yield line(fields);
  yield "VOTES\n";
  yield line(text.voteColumns);
  for (const fields of text.votes) yield line(fields);
};

/** The text of a file that was read: unknown META keys and extra columns are there as they stood. */
export const textOf = (file: PbFile): PbText => ({
  meta: file.meta,
  projectColumns: file.projectColumns,
  projects: file.projects.map(({ fields }) => fields),
  voteColumns: file.votes.columns,
  votes: voteRows(file),
});

/** The rows of VOTES, read from the file's bytes when asked for. */
export const voteRows = function* ({ bytes, votes }: PbFile): Generator<readonly string[]> {
  for (const start of votes.starts) yield readRecord(bytes, start).fields;
};

const line = (fields: readonly string[]): string => `${fields.map(quoted).join(";")}\n`;

const quoted = (field: string): string =>
  /[";\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
