import type { PbText } from "./text.ts";

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

const line = (fields: readonly string[]): string => `${fields.map(quoted).join(";")}\n`;

/** A field as it is written: quoted only where the format needs it. */
export const quoted = (field: string): string =>
  /[";\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
