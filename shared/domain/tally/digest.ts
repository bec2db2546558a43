import { canonicalDigest, sha256Hex } from "../canonical.ts";
import type { Ballots, Election, ExclusionGroup } from "./election.ts";
import type { Line } from "./line.ts";
import type { CountingRule } from "./rule.ts";
import type { Tie } from "./tie.ts";
import type { TieInputs } from "./ties/lot.ts";

/**
 * The ballots as bytes, little endian: of each distinct ballot its weight (32 bits), how many projects it names (16 bits) and, by project, the project's place
 * among the ids sorted by UTF-16 code units and its points (16 bits each); ballots are sorted by these pairs, a shorter one first. The
 * digest is the SHA-256 of that. The order of ballots, of choices and of projects is gone.
 */
const ballotsDigest = ({ projects, ballots }: Election): string => {
  const rows = byPlace(
    ballots,
    projects.map(({ id }) => id),
  );
  const { offsets, pairs, weights } = rows;
  const bytes = new DataView(new ArrayBuffer(6 * weights.length + 2 * pairs.length));
  let at = 0;
  for (const row of sorted(rows)) {
    const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
    bytes.setUint32(at, weights[row] as number, true);
    bytes.setUint16(at + 4, end - start, true);
    at += 6;
    for (let entry = 2 * start; entry < 2 * end; entry += 1, at += 2)
      bytes.setUint16(at, pairs[entry] as number, true);
  }
  return sha256Hex(new Uint8Array(bytes.buffer));
};

interface Rows {
  readonly offsets: Uint32Array;
  /** Place and points in turn, by place within a row. */
  readonly pairs: Uint16Array;
  readonly weights: Uint32Array;
}

/** Choices by the places of the sorted ids. On the list that is sorted so already, every row is in order. */
const byPlace = ({ offsets, projects, points, weights }: Ballots, ids: readonly string[]): Rows => {
  const places = new Map(ids.toSorted().map((id, place) => [id, place]));
  const placeOf = Uint16Array.from(ids, (id) => places.get(id) as number);
  const pairs = new Uint16Array(2 * projects.length);
  for (let row = 0; row < weights.length; row += 1) {
    const start = offsets[row] as number;
    for (let entry = start; entry < (offsets[row + 1] as number); entry += 1) {
      const place = placeOf[projects[entry] as number] as number;
      let to = entry;
      for (; to > start && (pairs[2 * to - 2] as number) > place; to -= 1) {
        pairs[2 * to] = pairs[2 * to - 2] as number;
        pairs[2 * to + 1] = pairs[2 * to - 1] as number;
      }
      pairs[2 * to] = place;
      pairs[2 * to + 1] = points[entry] as number;
    }
  }
  return { offsets, pairs, weights };
};

const sorted = ({ offsets, pairs, weights }: Rows): Uint32Array =>
  Uint32Array.from(weights.keys()).sort((a, b) => {
    let [one, other] = [2 * (offsets[a] as number), 2 * (offsets[b] as number)];
    const [oneEnd, otherEnd] = [2 * (offsets[a + 1] as number), 2 * (offsets[b + 1] as number)];
    for (; one < oneEnd && other < otherEnd; one += 1, other += 1) {
      const difference = (pairs[one] as number) - (pairs[other] as number);
      if (difference !== 0) return difference;
    }
    return oneEnd - one - (otherEnd - other);
  });

const spelled = (group: ExclusionGroup) => ({ ...group, projects: group.projects.toSorted() });

/**
 * One number for a whole count: SHA-256 over the canonical JSON of rule, input and outcome. The list of projects is
 * sorted by id; the order of the official list takes part only where it settled something.
 */
export const tallyDigest = (count: {
  readonly rule: CountingRule;
  readonly election: Election;
  readonly tieInputs: TieInputs;
  readonly ties: readonly Tie[];
  readonly selected: readonly string[];
  readonly lines: readonly Line[];
}): string => {
  const { rule, election, tieInputs, ties, selected, lines } = count;
  const listed = ties.filter(({ settledBy }) => settledBy.includes("file-order"));
  return canonicalDigest({
    rule,
    input: {
      budgetGrosze: election.budgetGrosze,
      projects: election.projects.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ...(listed.length > 0 ? { list: listed.map(({ projects }) => projects) } : {}),
      ...(election.groups?.length ? { groups: election.groups.map(spelled) } : {}),
      ballots: ballotsDigest(election),
      tieInputs,
    },
    outcome: { selected, projects: Object.fromEntries(lines.map(({ id, outcome }) => [id, outcome])) },
  });
};
