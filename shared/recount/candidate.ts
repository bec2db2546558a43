import type { PlainContest } from "./contest.ts";

/** A project with what its ballots add up to. */
export interface Candidate {
  readonly id: string;
  /** In grosze. */
  readonly cost: bigint;
  readonly drawnNumber: number | null;
  /** Its place in the city's official list, from 0. */
  readonly place: number;
  readonly excluded: "withdrawn" | "excluded" | null;
  /** The sum of what ballots give it. */
  points: bigint;
  /** The ballots that name it. */
  votes: bigint;
}

/** Every project of a contest with its points and votes, in the order of the official list. */
export const candidatesOf = ({ projects, ballots }: PlainContest): Candidate[] => {
  const candidates = projects.map(
    ({ id, costGrosze, drawnNumber, excluded }, place): Candidate => ({
      id,
      cost: BigInt(costGrosze),
      drawnNumber: drawnNumber ?? null,
      place,
      excluded: excluded?.why ?? null,
      points: 0n,
      votes: 0n,
    }),
  );
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
  if (byId.size < candidates.length) throw new RangeError("two projects have the same id");
  for (const { choices, count } of ballots) {
    if (new Set(choices.map(([id]) => id)).size < choices.length)
      throw new RangeError("a ballot names a project twice");
    for (const [id, points] of choices) {
      const candidate = byId.get(id);
      if (!candidate) throw new RangeError(`a ballot names ${id}, which is no project of the contest`);
      candidate.points += BigInt(points) * BigInt(count);
      candidate.votes += BigInt(count);
    }
  }
  return candidates;
};

/** How many ballots were cast, those that name nothing included. */
export const ballotsCast = ({ ballots }: PlainContest): bigint => {
  let sum = 0n;
  for (const { count } of ballots) sum += BigInt(count);
  return sum;
};
