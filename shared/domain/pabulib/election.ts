import type { Election, Exclusion, ExclusionGroup, Project } from "../tally/election.ts";
import { type Admission, admitBallots, type FaultyBallot } from "./admit.ts";
import type { PbFile } from "./file.ts";
import { metaParts, moneyOfParts } from "./meta-parts.ts";
import { isWithdrawnCost, WITHDRAWN_COST } from "./money.ts";

/** What was decided of a contest beside its ballots. */
export interface Decisions {
  readonly exclusions?: Readonly<Record<string, Exclusion>>;
  readonly groups?: readonly ExclusionGroup[];
}

/** The contest that a file holds: its budget, its projects in the order listed, the ballots that count. */
export const electionFrom = (
  file: PbFile,
  admission: Admission,
  { exclusions = {}, groups = [] }: Decisions = {},
): { readonly election: Election; readonly faulty: readonly FaultyBallot[] } => {
  const stated = metaParts(file);
  const parts = moneyOfParts(stated, file.projects);
  const { ballots, faulty } = admitBallots(file, admission, stated.parts);
  const projects = file.projects.map(({ id, costGrosze }): Project => {
    const excluded = Object.hasOwn(exclusions, id) ? exclusions[id] : undefined;
    if (excluded) return { id, costGrosze, excluded };
    if (!isWithdrawnCost(costGrosze)) return { id, costGrosze };
    const reason = `the file gives its cost as ${WITHDRAWN_COST}, which stands for a withdrawal after the vote`;
    return { id, costGrosze, excluded: { why: "withdrawn", reason } };
  });
  const { budgetGrosze } = file;
  return { election: { budgetGrosze, projects, ballots, groups, ...(parts && { parts }) }, faulty };
};
