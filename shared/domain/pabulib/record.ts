import { PbFaultFound, QuoteCutOff } from "./fault.ts";

export const LF = 10;
export const CR = 13;
export const QUOTE = 34;
export const COMMA = 44;
export const SEMICOLON = 59;

/** A table with 1 for each of these bytes. */
export const marking = (...bytes: readonly number[]): Uint8Array => {
  const marks = new Uint8Array(256);
  for (const byte of bytes) marks[byte] = 1;
  return marks;
};

/** One line of a `.pb` file: its fields, the byte at which each begins, and the byte after the line. */
export interface PbRecord {
  readonly fields: readonly string[];
  readonly starts: readonly number[];
  readonly end: number;
}

/**
 * Reads the record that begins at a byte: fields between semicolons, quoted where needed, a quote inside quotes doubled.
 * Lines end with LF or CR LF; a quoted field may hold both. Text must be UTF-8.
 */
export const readRecord = (bytes: Uint8Array, start: number): PbRecord => {
  const starts: number[] = [];
  const lineEnd = bareLine(bytes, start, starts);
  if (lineEnd >= 0) {
    const isEnded = bytes[lineEnd] === LF;
    const textEnd = lineEnd > start && bytes[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
    const text = decodedLine(bytes, start, textEnd);
    if (text !== null) return { fields: text.split(";"), starts, end: isEnded ? lineEnd + 1 : lineEnd };
  }
  return quotedRecord(bytes, start);
};

/** The end of a line without quotes, and where its fields begin; -1 for one with quotes. */
const bareLine = (bytes: Uint8Array, start: number, starts: number[]): number => {
  starts.push(start);
  let at = start;
  for (; at < bytes.length && bytes[at] !== LF; at += 1) {
    if (bytes[at] === QUOTE) return -1;
    if (bytes[at] === SEMICOLON) starts.push(at + 1);
  }
  return at;
};

/** The text of a line at once, or null where it is not UTF-8: which of its fields is not has to be told. */
const decodedLine = (bytes: Uint8Array, start: number, end: number): string | null => {
  try {
    return utf8.decode(bytes.subarray(start, end));
  } catch {
    return null;
  }
};

const quotedRecord = (bytes: Uint8Array, start: number): PbRecord => {
  const fields: string[] = [];
  const starts: number[] = [];
  for (let at = start; ; ) {
    const end = bytes[at] === QUOTE ? quotedEnd(bytes, at) : bareEnd(bytes, at);
    starts.push(at);
    fields.push(decoded(bytes, at, end));
    const after = bytes[end] === CR ? end + 1 : end;
    if (after >= bytes.length) return { fields, starts, end: bytes.length };
    if (bytes[after] === LF) return { fields, starts, end: after + 1 };
    if (bytes[end] !== SEMICOLON) throw new PbFaultFound(end, "text after a closing quote");
    at = end + 1;
  }
};

/** The byte after an unquoted field, its line end not included. */
const bareEnd = (bytes: Uint8Array, start: number): number => {
  let at = start;
  while (at < bytes.length && bytes[at] !== SEMICOLON && bytes[at] !== LF) at += 1;
  return bytes[at] !== SEMICOLON && at > start && bytes[at - 1] === CR ? at - 1 : at;
};

/** The byte after the closing quote. */
const quotedEnd = (bytes: Uint8Array, start: number): number => {
  for (let at = bytes.indexOf(QUOTE, start + 1); at >= 0; at = bytes.indexOf(QUOTE, at + 2)) {
    if (bytes[at + 1] !== QUOTE) return at + 1;
  }
  throw new QuoteCutOff(start);
};

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const decoded = (bytes: Uint8Array, start: number, end: number): string => {
  const quoted = bytes[start] === QUOTE;
  const inside = quoted ? bytes.subarray(start + 1, end - 1) : bytes.subarray(start, end);
  try {
    const text = utf8.decode(inside);
    return quoted ? text.replaceAll('""', '"') : text;
  } catch {
    throw new PbFaultFound(start, "text that is not UTF-8");
  }
};
