import { decoded, encodingName } from "../encoding.ts";
import type { PbFault } from "../fault.ts";
import type { PbFile } from "../file.ts";
import { type Findings, findingsList, type Place } from "../findings.ts";
import { readPb } from "../read.ts";
import { quoted, writePb } from "../write.ts";
import { type Repaired, type RepairedRow, repaired, textOfRepaired } from "./document.ts";
import { Unreadable } from "./sections.ts";

/** A file read as it was meant: what it says, its text in the format's own spelling, and what was not so. */
export type RepairedReading =
  | { readonly ok: true; readonly file: PbFile; readonly repaired: Repaired; readonly findings: Findings }
  | { readonly ok: false; readonly fault: PbFault; readonly findings: Findings };

/**
 * Reads a file that `readPb` does not take as it stands, or takes with something odd: repairs its text, and reads that. Lines and columns are those of
 * the file. `guesses`: an encoding that can only be guessed is good enough.
 */
export const readRepaired = (bytes: Uint8Array, guesses: boolean): RepairedReading => {
  const findings = findingsList();
  const refused = (place: Place, message: string): RepairedReading => {
    const { line, column } = place;
    return { ok: false, fault: { line, column, message }, findings };
  };
  const text = decoded(bytes, findings, guesses);
  if (!text.ok) return refused(placeOfByte(bytes, text.at), notUtf8(text.encoding));
  try {
    const found = repaired(text.text, findings);
    const lines: number[] = [];
    const reading = readPb(bytesOf(watched(found, findings, lines)));
    if (!reading.ok) return refused(placeInFile(found, reading.fault), reading.fault.message);
    const { file } = reading;
    return {
      ok: true,
      file: { ...file, votes: { ...file.votes, lines: Uint32Array.from(lines) } },
      repaired: found,
      findings,
    };
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.place, error.message);
    throw error;
  }
};

const notUtf8 = (encoding: string | null): string =>
  encoding === null
    ? "text that is not UTF-8"
    : `text that is not UTF-8: by its letters the file is saved as ${encodingName(encoding)} (iconv -f ${encoding} -t utf-8 converts it, and so does --fix DIR)`;

const placeOfByte = (bytes: Uint8Array, at: number): Place => {
  const before = new TextDecoder().decode(bytes.subarray(0, at)).split(/\r\n|\r|\n/);
  return { line: before.length, column: [...(before.at(-1) ?? "")].length + 1 };
};

/** Digits of full width are the same number. */
const withPlainDigits = (text: string): string =>
  text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** The text, with the line of every ballot put into a list on its way. */
const watched = (found: Repaired, findings: Findings, lines: number[]) => {
  const voters = new Map<string, number>();
  const voter = found.voteColumns.cells.indexOf("voter_id");
  const votes = function* (): Generator<readonly string[]> {
    for (const { cells, place } of found.votes(findings)) {
      const { line } = place(0);
      lines.push(line);
      const id = withPlainDigits(cells[voter] ?? "");
      const before = voters.get(id);
      if (id !== "" && before !== undefined)
        findings.note(
          "warned",
          "voter-twice",
          place(voter),
          `one voter has two ballots, in lines ${before} and ${line}`,
        );
      else voters.set(id, line);
      yield cells;
    }
  };
  return { ...textOfRepaired(found, findings), votes: votes() };
};

const CHUNK = 1 << 16;

const bytesOf = function* (text: ReturnType<typeof watched>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let chunk = "";
  for (const line of writePb(text)) {
    chunk += line;
    if (chunk.length < CHUNK) continue;
    yield encoder.encode(chunk);
    chunk = "";
  }
  yield encoder.encode(chunk);
};

/** Where a fault of the repaired text stands in the file: its head is written line by line, and so is each row found again. */
const placeInFile = ({ meta, projectColumns, projects, voteColumns }: Repaired, fault: PbFault): Place => {
  const title: RepairedRow = { cells: [""], place: () => ({ line: 1, column: 1 }) };
  const first = meta[0]?.place(0) ?? { line: 1, column: 1 };
  const header: RepairedRow = { cells: ["key", "value"], place: () => first };
  let line = 1;
  for (const row of [title, header, ...meta, title, projectColumns, ...projects, title, voteColumns]) {
    const written = row.cells.map(quoted).join(";");
    line += written.split("\n").length;
    if (fault.line < line) return row.place(cellAt(row.cells, fault.column));
  }
  return voteColumns.place(0);
};

const cellAt = (cells: readonly string[], column: number): number => {
  let end = 1;
  const at = cells.findIndex((cell) => {
    end += [...quoted(cell)].length + 1;
    return column < end;
  });
  return Math.max(0, at);
};
