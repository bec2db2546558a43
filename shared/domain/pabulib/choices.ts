import { grownHalves, grownSignedHalves } from "../tally/growth.ts";
import type { RowFault, VoteType } from "./file.ts";
import { HASH_PRIME, HASH_START, type IdIndex } from "./id-index.ts";
import { COMMA } from "./record.ts";

/** Where the lists of a row stand. A file without points has an empty second list. */
export interface RowLists {
  source: Uint8Array;
  voteStart: number;
  voteEnd: number;
  pointsStart: number;
  pointsEnd: number;
}

const SPACE = 32;
const [ZERO, NINE, MINUS] = [48, 57, 45];
const POINTS_LIMIT = 32_767;

/** Collects the choices of all rows in two growing arrays. A faulty row leaves nothing behind. */
export const choiceTable = (ids: IdIndex, voteType: VoteType, pointsGiven: boolean) => {
  let projects = new Uint16Array(1 << 12);
  let points = new Int16Array(1 << 12);
  let entries = 0;

  const readIds = ({ source, voteStart, voteEnd }: RowLists): RowFault | null => {
    for (let at = voteStart; at < voteEnd; at += 1) {
      const start = at;
      let hash = HASH_START;
      for (let byte = source[at] as number; at < voteEnd && byte !== COMMA; byte = source[at] as number) {
        hash = Math.imul(hash ^ byte, HASH_PRIME);
        at += 1;
      }
      let project = ids.findHashed(hash, source, start, at);
      if (project < 0) project = ids.find(source, ...trimmed(source, start, at));
      if (project < 0) return "unknown-project";
      if (entries === projects.length) {
        projects = grownHalves(projects, entries * 2);
        points = grownSignedHalves(points, entries * 2);
      }
      projects[entries] = project;
      points[entries] = 1;
      entries += 1;
    }
    return null;
  };

  const readPoints = ({ source, pointsStart, pointsEnd }: RowLists, first: number): RowFault | null => {
    let entry = first;
    for (let at = pointsStart; at < pointsEnd; at += 1) {
      while (source[at] === SPACE) at += 1;
      const negative = source[at] === MINUS;
      if (negative) at += 1;
      const start = at;
      let value = 0;
      for (
        let byte = source[at] as number;
        at < pointsEnd && byte >= ZERO && byte <= NINE;
        byte = source[at] as number
      ) {
        value = value * 10 + byte - ZERO;
        at += 1;
      }
      if (at === start || value > POINTS_LIMIT || (at < pointsEnd && source[at] !== COMMA))
        return "points-not-whole";
      if (entry === entries) return "points-mismatch";
      points[entry] = negative ? -value : value;
      entry += 1;
    }
    return entry === entries ? null : "points-mismatch";
  };

  /** Kraków's 3-2-1: the last place is worth one point, each place before it one more. */
  const rankPoints = (first: number): void => {
    for (let entry = first; entry < entries; entry += 1) points[entry] = entries - entry;
  };

  const add = (lists: RowLists): RowFault | null => {
    const first = entries;
    let fault = readIds(lists);
    if (!fault && pointsGiven) fault = readPoints(lists, first);
    else if (voteType === "ordinal") rankPoints(first);
    if (fault) entries = first;
    return fault;
  };

  return {
    add,
    size: () => entries,
    finish: () => ({ projects: projects.slice(0, entries), points: points.slice(0, entries) }),
  };
};

/** Lists may have spaces after their commas, although the format's checker wants none. */
const trimmed = (source: Uint8Array, from: number, to: number): readonly [number, number] => {
  let [start, end] = [from, to];
  while (start < end && source[start] === SPACE) start += 1;
  while (end > start && source[end - 1] === SPACE) end -= 1;
  return [start, end];
};
