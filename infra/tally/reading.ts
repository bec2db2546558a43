import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import type { PbFault } from "../../shared/domain/pabulib/fault.ts";
import type { PbFile } from "../../shared/domain/pabulib/file.ts";
import { sentenceOf } from "../../shared/domain/pabulib/findings.ts";
import { readPb } from "../../shared/domain/pabulib/read.ts";
import { readRepaired } from "../../shared/domain/pabulib/repair/read.ts";
import { chunksOf } from "./chunks.ts";

/** A file as it was meant, with a sentence for each kind of thing that was not written so; what is said of its voters comes first. */
type FileReading =
  | { readonly ok: true; readonly file: PbFile; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly fault: PbFault };

/** Reads a file once and for all where it is written as nearly all are; else as it was meant. */
export const readingOf = (name: string): FileReading => {
  let isText = true;
  const watched = function* (): Generator<Uint8Array> {
    for (const chunk of chunksOf(name)) {
      isText &&= isUtf8(withoutCutEnds(chunk));
      yield chunk;
    }
  };
  const plain = readPb(watched());
  if (plain.ok && plain.isPlain && isText && (plain.votersInOrder || !repeatsVoter(name, plain.file)))
    return { ok: true, file: plain.file, warnings: [] };
  const read = readRepaired(readFileSync(name), false);
  if (!read.ok) return { ok: false, fault: read.fault };
  const all = read.findings.all();
  const isLoud = (kind: string): boolean => kind === "voter-twice";
  const loud = all.filter(({ first }) => isLoud(first.kind));
  const others = all.filter(({ first }) => !isLoud(first.kind));
  return { ok: true, file: read.file, warnings: [...loud, ...others].map(sentenceOf) };
};

/** A chunk without the parts of characters at its ends that the chunks beside it have the rest of. */
const withoutCutEnds = (chunk: Uint8Array): Uint8Array => {
  const isPart = (byte = 0): boolean => (byte & 0xc0) === 0x80;
  let [start, end] = [0, chunk.length];
  while (start < Math.min(3, chunk.length) && isPart(chunk[start])) start += 1;
  for (let back = 1; back <= 3 && back <= chunk.length; back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if (isPart(byte)) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (length > back) end = chunk.length - back;
    break;
  }
  return chunk.subarray(start, end);
};

/** Whether a voter stands in more than one row of a file that is written plainly, where ids come in no order. */
const repeatsVoter = (name: string, { votes: { lines, count, columns } }: PbFile): boolean => {
  if (columns[0] !== "voter_id") return true;
  const rows = readFileSync(name, "latin1").split("\n");
  const voters = new Set<string>();
  for (const line of lines) {
    const row = rows[line - 1] ?? "";
    voters.add(row.slice(0, row.indexOf(";")));
  }
  return voters.size < count;
};
