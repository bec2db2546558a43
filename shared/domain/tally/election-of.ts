import type { Grosze } from "../money.ts";
import { ballotGroups } from "./ballot-groups.ts";
import { ballotRow, putChoice } from "./ballot-row.ts";
import {
  type Ballots,
  type Election,
  type ExclusionGroup,
  PROJECTS_LIMIT,
  type Project,
} from "./election.ts";

/** A ballot in plain form: points given to projects, and how many voters cast exactly this. */
export interface PlainBallot {
  readonly choices: readonly (readonly [projectId: string, points: number])[];
  readonly count: number;
}

/** What an election is about, beside its ballots. */
interface Contested {
  readonly budgetGrosze: Grosze;
  readonly projects: readonly Project[];
  readonly groups?: readonly ExclusionGroup[];
}

/** An election with ballots that are grouped over its projects. */
export const electionWith = (
  { budgetGrosze, projects, groups = [] }: Contested,
  ballots: Ballots,
): Election => ({ budgetGrosze, projects, ballots, ...(groups.length > 0 && { groups }) });

/**
 * An election from ballots that were already checked. A ballot that names an unknown project, or one twice,
 * or points that are no 16-bit integer, is an accident here and throws.
 */
export const electionOf = (contest: Contested & { readonly ballots: Iterable<PlainBallot> }): Election => {
  const { projects } = contest;
  if (projects.length > PROJECTS_LIMIT) throw new RangeError(`more than ${PROJECTS_LIMIT} projects`);
  const indexes = new Map(projects.map(({ id }, index) => [id, index]));
  if (indexes.size !== projects.length) throw new RangeError("two projects with one id");

  const groups = ballotGroups();
  const row = ballotRow(projects.length);
  for (const { choices, count } of contest.ballots) {
    row.length = 0;
    for (const [id, points] of choices) {
      const project = indexes.get(id);
      if (project === undefined) throw new RangeError(`a ballot for an unknown project: ${id}`);
      if ((points << 16) >> 16 !== points) throw new RangeError(`points out of range: ${points}`);
      if (!putChoice(row, project, points)) throw new RangeError(`a ballot with a project twice: ${id}`);
    }
    groups.add(row, count);
  }
  return electionWith(contest, groups.finish());
};
