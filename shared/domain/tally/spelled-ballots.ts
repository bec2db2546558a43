import type { Ballots } from "./election.ts";
import type { PlainBallot } from "./election-of.ts";
import { mergedSpellings, spelledRows } from "./spelled.ts";

const HEAD_BYTES = 6;
const CHOICE_BYTES = 4;

/** Ballots out of their spelling over these ids, whose order is that of the election's list. */
export const ballotsOf = (spelling: Uint8Array, ids: readonly string[]): Ballots => {
  const view = new DataView(spelling.buffer, spelling.byteOffset, spelling.length);
  let count = 0;
  for (let at = 0; at < spelling.length; count += 1)
    at += HEAD_BYTES + CHOICE_BYTES * view.getUint16(at + 4, true);
  const entries = (spelling.length - HEAD_BYTES * count) / CHOICE_BYTES;
  const indexAt = Uint16Array.from(
    [...ids.keys()].sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1)),
  );
  const offsets = new Uint32Array(count + 1);
  const projects = new Uint16Array(entries);
  const points = new Int16Array(entries);
  const weights = new Uint32Array(count);
  let at = 0;
  let entry = 0;
  for (let ballot = 0; ballot < count; ballot += 1) {
    const start = entry;
    weights[ballot] = view.getUint32(at, true);
    const end = start + view.getUint16(at + 4, true);
    for (at += HEAD_BYTES; entry < end; entry += 1, at += CHOICE_BYTES) {
      const project = indexAt[view.getUint16(at, true)] as number;
      let to = entry;
      for (; to > start && (projects[to - 1] as number) > project; to -= 1) {
        projects[to] = projects[to - 1] as number;
        points[to] = points[to - 1] as number;
      }
      projects[to] = project;
      points[to] = view.getInt16(at + 2, true);
    }
    offsets[ballot + 1] = end;
  }
  return { offsets, projects, points, weights };
};

/** The same in plain form, read anew each time that they are gone through: there are too many to be held so. */
export const plainBallots = (spelling: Uint8Array, ids: readonly string[]): Iterable<PlainBallot> => {
  const sorted = ids.toSorted();
  return {
    *[Symbol.iterator]() {
      for (const { weight, choices } of spelledRows(spelling))
        yield {
          choices: choices.map(([place, points]) => [sorted[place] as string, points] as const),
          count: weight,
        };
    },
  };
};

/** One spelling of several. */
export const joinedSpellings = (spellings: readonly Uint8Array[]): Uint8Array => {
  let level = spellings;
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [one, other] = [level[index] as Uint8Array, level[index + 1]];
      next.push(other ? mergedSpellings(one, other) : one);
    }
    level = next;
  }
  return level[0] ?? new Uint8Array();
};
