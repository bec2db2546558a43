/** Why a file cannot be read, and where: line and column from 1, the column in characters. */
export interface PbFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Carries a fault out of nested parsing to `readPb`, which returns it as a value. `at` is an offset in the bytes at hand. */
export class PbFaultFound extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.name = "PbFaultFound";
    this.at = at;
  }
}

/** A quote that does not end in the bytes at hand: a fault unless more follow. */
export class QuoteCutOff extends PbFaultFound {
  constructor(at: number) {
    super(at, "a quote that is never closed");
  }
}

/** Where a fault stands in bytes that begin with a line of the file. Lines are counted only when there is something to report. */
export const located = (bytes: Uint8Array, firstLine: number, { at, message }: PbFaultFound): PbFault => {
  let line = firstLine;
  let lineStart = 0;
  for (let next = bytes.indexOf(LF); next >= 0 && next < at; next = bytes.indexOf(LF, lineStart)) {
    line += 1;
    lineStart = next + 1;
  }
  const before = new TextDecoder().decode(bytes.subarray(lineStart, at));
  return { line, column: [...before].length + 1, message };
};

const LF = 10;
