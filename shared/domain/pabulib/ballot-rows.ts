import type { Ballots } from "../tally/election.ts";

const inOrder = (one: string, other: string): number => (one < other ? -1 : 1);

/** Where each of these texts stands among them when they are sorted. */
const ranksOf = (texts: readonly string[]): Map<string, number> =>
  new Map([...new Set(texts)].sort(inOrder).map((text, rank) => [text, rank]));

/**
 * Ballots as rows of votes, in the order of their texts: it tells nothing of casting. Projects stand by points, most first, then by number. Of a
 * large city the texts do not fit into memory, so ballots are sorted by ranks: of numbers with what follows them in a list of projects, none of
 * which is the beginning of another, and of points, of which there are as many where the projects are the same.
 */
export const ballotRows = function* (
  { offsets, projects, points, weights }: Ballots,
  numbers: readonly string[],
  columns: number,
): Generator<readonly string[]> {
  const byNumber = ranksOf(numbers);
  const places = Uint32Array.from(numbers, (number) => byNumber.get(number) as number);
  const words = ranksOf([";", ...numbers.flatMap((number) => [`${number},`, `${number};`])]);
  const rankOf = (end: string) => Uint32Array.from(numbers, (number) => words.get(number + end) as number);
  const [within, last, none] = [rankOf(","), rankOf(";"), words.get(";") as number];
  const ofPoints = ranksOf(Array.from(new Set(points), String));
  const pointRanks = new Uint16Array(1 << 16);
  for (const [text, rank] of ofPoints) pointRanks[Number(text) & 0xffff] = rank;
  const [wordTexts, pointTexts] = [[...words.keys()].map((word) => word.slice(0, -1)), [...ofPoints.keys()]];

  const isBefore = (one: number, other: number): boolean => {
    const more = (points[one] as number) - (points[other] as number);
    return more === 0
      ? (places[projects[one] as number] as number) < (places[projects[other] as number] as number)
      : more > 0;
  };
  const votes = new Uint32Array(projects.length);
  const given = new Uint16Array(projects.length);
  const entries: number[] = [];
  for (let group = 0; group < weights.length; group += 1) {
    const [start, end] = [offsets[group] as number, offsets[group + 1] as number];
    for (let entry = start; entry < end; entry += 1) {
      let at = entry - start;
      for (; at > 0 && isBefore(entry, entries[at - 1] as number); at -= 1)
        entries[at] = entries[at - 1] as number;
      entries[at] = entry;
    }
    for (let to = start; to < end; to += 1) {
      const entry = entries[to - start] as number;
      votes[to] = (to === end - 1 ? last : within)[projects[entry] as number] as number;
      given[to] = pointRanks[(points[entry] as number) & 0xffff] as number;
    }
  }

  /** Lists of projects that are of one length are the same if nothing in them differs. */
  const difference = (one: number, other: number): number => {
    const [start, from] = [offsets[one] as number, offsets[other] as number];
    const [length, others] = [(offsets[one + 1] as number) - start, (offsets[other + 1] as number) - from];
    if (length === 0 || others === 0)
      return (length ? (votes[start] as number) : none) - (others ? (votes[from] as number) : none);
    for (let at = 0; at < length && at < others; at += 1) {
      const differ = (votes[start + at] as number) - (votes[from + at] as number);
      if (differ !== 0) return differ;
    }
    for (let at = 0; at < length; at += 1) {
      const differ = (given[start + at] as number) - (given[from + at] as number);
      if (differ !== 0) return differ;
    }
    return 0;
  };

  let voter = 0;
  for (const group of Uint32Array.from(weights.keys()).sort(difference)) {
    let [vote, score] = ["", ""];
    for (let at = offsets[group] as number; at < (offsets[group + 1] as number); at += 1) {
      const comma = vote === "" ? "" : ",";
      vote += comma + wordTexts[votes[at] as number];
      score += comma + pointTexts[given[at] as number];
    }
    for (let copy = 0; copy < (weights[group] as number); copy += 1)
      yield [`${++voter}`, vote, score].slice(0, columns);
  }
};
