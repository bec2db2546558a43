import type { Election, Project } from "./election.ts";
import { byProject } from "./shares/supporters.ts";

/** A project with what the ballots gave it. `listed` is its place on the official list, from 0. Exact integers. */
export interface Contender {
  readonly project: Project;
  readonly listed: number;
  /** Sum of points. */
  readonly score: number;
  /** Number of voters who chose it. */
  readonly votes: number;
}

/** Adds up the ballots: each project's points and voters. */
export const contendersOf = ({ projects, ballots }: Election): Contender[] => {
  const { scores, totals } = byProject(ballots, projects.length);
  return projects.map((project, listed) => ({
    project,
    listed,
    score: scores[listed] as number,
    votes: totals[listed] as number,
  }));
};
