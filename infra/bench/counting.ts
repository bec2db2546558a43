import { electionFrom } from "../../shared/domain/pabulib/election.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import type { Election } from "../../shared/domain/tally/election.ts";
import type { CountingRule } from "../../shared/domain/tally/rule.ts";
import { tally } from "../../shared/domain/tally/tally.ts";
import { countingOf } from "../tally/counting.ts";

/** The steps from bytes to winners, each by itself. Where a rule ends in a lot, the file's order stands in for it. */
export const parse = (chunks: Iterable<Uint8Array>): PbFile => {
  const reading = readPb(chunks);
  if (!reading.ok) throw new Error(`line ${reading.fault.line}: ${reading.fault.message}`);
  return reading.file;
};

export const group = (file: PbFile): Election =>
  electionFrom(file, countingOf(file, undefined).admission).election;

export const ruleOf = (file: PbFile): CountingRule => {
  const { rule } = countingOf(file, undefined);
  return { ...rule, ties: rule.ties.map((key) => (key === "lot" ? "file-order" : key)) };
};

export const countAll = (chunks: Iterable<Uint8Array>): readonly string[] => {
  const file = parse(chunks);
  return tally(group(file), ruleOf(file)).selected;
};

/** What everything is compared with: the text, cut into lines and nothing more. */
export const splitLines = (bytes: Buffer): number => bytes.toString().split("\n").length;
