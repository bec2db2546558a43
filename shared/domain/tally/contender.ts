import type { Ballots, Election, Project } from "./election.ts";
import { keptWithBallots } from "./kept.ts";

/** A project with what the ballots gave it. `listed` is its place on the official list, from 0. Exact integers. */
export interface Contender {
  readonly project: Project;
  readonly listed: number;
  /** Sum of points. */
  readonly score: number;
  /** Number of voters who chose it. */
  readonly votes: number;
}

/** What the ballots give each project. Sums stay below 2^53, so they are exact. */
interface Sums {
  readonly scores: Float64Array;
  readonly votes: Float64Array;
}

const keep = keptWithBallots<Sums>();

const sumsOf = ({ offsets, projects: chosen, points, weights }: Ballots, projects: number): Sums => {
  const scores = new Float64Array(projects);
  const votes = new Float64Array(projects);
  for (let ballot = 0; ballot < weights.length; ballot += 1) {
    const weight = weights[ballot] as number;
    const end = offsets[ballot + 1] as number;
    for (let entry = offsets[ballot] as number; entry < end; entry += 1) {
      const project = chosen[entry] as number;
      scores[project] = (scores[project] as number) + (points[entry] as number) * weight;
      votes[project] = (votes[project] as number) + weight;
    }
  }
  return { scores, votes };
};

/** Adds up the ballots: each project's points and voters. */
export const contendersOf = ({ projects, ballots }: Election): Contender[] => {
  const { scores, votes } = keep(ballots, `${projects.length}`, () => sumsOf(ballots, projects.length));
  return projects.map((project, listed) => ({
    project,
    listed,
    score: scores[listed] as number,
    votes: votes[listed] as number,
  }));
};
