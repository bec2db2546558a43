import type { Election, Project } from "./election.ts";

/** A project with what the ballots gave it. `listed` is its place on the official list, from 0. Exact integers. */
export interface Contender {
  readonly project: Project;
  readonly listed: number;
  /** Sum of points. */
  readonly score: number;
  /** Number of voters who chose it. */
  readonly votes: number;
}

/** Adds up the ballots: each project's points and voters. Sums stay below 2^53, so they are exact. */
export const contendersOf = ({ projects, ballots }: Election): Contender[] => {
  const scores = new Float64Array(projects.length);
  const votes = new Float64Array(projects.length);
  const { offsets, weights } = ballots;
  for (let ballot = 0; ballot < weights.length; ballot += 1) {
    const weight = weights[ballot] as number;
    const end = offsets[ballot + 1] as number;
    for (let entry = offsets[ballot] as number; entry < end; entry += 1) {
      const project = ballots.projects[entry] as number;
      scores[project] = (scores[project] as number) + (ballots.points[entry] as number) * weight;
      votes[project] = (votes[project] as number) + weight;
    }
  }
  return projects.map((project, listed) => ({
    project,
    listed,
    score: scores[listed] as number,
    votes: votes[listed] as number,
  }));
};
