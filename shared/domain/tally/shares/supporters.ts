import type { Ballots } from "../election.ts";
import { keptWithBallots } from "../kept.ts";

/**
 * The ballots by project: the supporters of project `p` are the entries from `starts[p]` to `starts[p + 1]`. A distinct
 * ballot is one entry. The entries of a project may be put in another order.
 */
export interface Supporters {
  readonly starts: Uint32Array;
  readonly ballots: Uint32Array;
  /** How many voters cast each ballot of the contest. */
  readonly weights: Uint32Array;
  /** What a supporter pays for, in multiples of the project's price: the points given, or 1 for all (`null`). */
  readonly strengths: Int16Array | null;
  /** Σ weight · strength of each project, and the greatest strength. */
  readonly totals: Float64Array;
  readonly strongest: number;
}

/** Whether only entries of more than 0 points support a project, and whether the points are its strength. */
interface Support {
  readonly positiveOnly: boolean;
  readonly byPoints: boolean;
}

/** The ballots by project, with all that they name: what every count begins with. Sums stay below 2^53, so they are exact. */
interface ByProject extends Supporters {
  /** Σ weight · points of each project; its `totals` are voters. */
  readonly scores: Float64Array;
  /** The fewest points that a ballot gives. */
  readonly least: number;
}

const keepAll = keptWithBallots<ByProject>();
const keep = keptWithBallots<Supporters>();

export const byProject = (ballots: Ballots, count: number): ByProject =>
  keepAll(ballots, `${count}`, () => allTurnedOver(ballots, count));

const allTurnedOver = ({ offsets, projects, points, weights }: Ballots, count: number): ByProject => {
  const starts = new Uint32Array(count + 1);
  for (let entry = 0; entry < projects.length; entry += 1) {
    const after = (projects[entry] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let project = 0; project < count; project += 1)
    starts[project + 1] = (starts[project + 1] as number) + (starts[project] as number);

  const next = starts.slice();
  const ballots = new Uint32Array(projects.length);
  const totals = new Float64Array(count);
  const scores = new Float64Array(count);
  let least = 1;
  for (let ballot = 0, entry = 0; ballot < weights.length; ballot += 1) {
    const weight = weights[ballot] as number;
    const end = offsets[ballot + 1] as number;
    for (; entry < end; entry += 1) {
      const project = projects[entry] as number;
      const given = points[entry] as number;
      const at = next[project] as number;
      next[project] = at + 1;
      ballots[at] = ballot;
      totals[project] = (totals[project] as number) + weight;
      scores[project] = (scores[project] as number) + weight * given;
      if (given < least) least = given;
    }
  }
  return { starts, ballots, weights, strengths: null, totals, strongest: 1, scores, least };
};

/** The ballots turned over, for so many projects. Whoever has them puts the entries of a project in an order of his own, and nobody has them at the same time. */
export const supportersOf = (ballots: Ballots, count: number, support: Support): Supporters => {
  const all = byProject(ballots, count);
  if (!support.byPoints && (!support.positiveOnly || all.least > 0)) return all;
  return keep(ballots, JSON.stringify([count, support]), () => turnedOver(ballots, count, support));
};

const turnedOver = (
  { offsets, projects, points, weights }: Ballots,
  count: number,
  { positiveOnly, byPoints }: Support,
): Supporters => {
  const least = positiveOnly ? 1 : -32_768;
  const next = new Uint32Array(count + 1);
  for (let entry = 0; entry < projects.length; entry += 1) {
    if ((points[entry] as number) < least) continue;
    const project = projects[entry] as number;
    next[project] = (next[project] as number) + 1;
  }
  const starts = new Uint32Array(count + 1);
  for (let project = 0; project < count; project += 1) {
    const start = starts[project] as number;
    starts[project + 1] = start + (next[project] as number);
    next[project] = start;
  }

  const size = starts[count] as number;
  const ballots = new Uint32Array(size);
  const strengths = byPoints ? new Int16Array(size) : null;
  for (let ballot = 0; ballot < weights.length; ballot += 1) {
    const end = offsets[ballot + 1] as number;
    for (let entry = offsets[ballot] as number; entry < end; entry += 1) {
      const project = projects[entry] as number;
      const given = points[entry] as number;
      if (given < least) continue;
      const at = next[project] as number;
      next[project] = at + 1;
      ballots[at] = ballot;
      if (strengths !== null) strengths[at] = given;
    }
  }
  const { totals, strongest } = totalsOf({ starts, ballots, weights, strengths });
  return { starts, ballots, weights, strengths: strongest === 1 ? null : strengths, totals, strongest };
};

const totalsOf = ({
  starts,
  ballots,
  weights,
  strengths,
}: Pick<Supporters, "starts" | "ballots" | "weights" | "strengths">): {
  totals: Float64Array;
  strongest: number;
} => {
  const totals = new Float64Array(starts.length - 1);
  let strongest = 1;
  for (let project = 0; project < totals.length; project += 1) {
    const end = starts[project + 1] as number;
    let total = 0;
    for (let at = starts[project] as number; at < end; at += 1) {
      const strength = strengths === null ? 1 : (strengths[at] as number);
      if (strength > strongest) strongest = strength;
      total += (weights[ballots[at] as number] as number) * strength;
    }
    totals[project] = total;
  }
  return { totals, strongest };
};
