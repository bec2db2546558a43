import { ballotGroups } from "../tally/ballot-groups.ts";
import { ballotRow, putChoice } from "../tally/ballot-row.ts";
import type { Ballots } from "../tally/election.ts";
import { type LimitFault, limitFault, type SectionLimits, type SectionSums } from "../voting/limits.ts";
import type { PbFile, RowFault } from "./file.ts";
import { defaultScore } from "./meta-limits.ts";
import { isWithdrawnCost } from "./money.ts";

/** How ballots are judged on the way in: the limits of a section, what being beyond them means, and what naming a project twice means. */
export interface Admission {
  readonly limits: SectionLimits;
  /** `count`: whoever published the file took the ballot as valid; it is only told of. */
  readonly beyondLimits: "void" | "count";
  readonly repeatedProject: "void" | "count-once";
}

export type BallotFault = RowFault | LimitFault | "repeated-project";

/** A ballot that is not as the rules want it, by its row in VOTES (from 0), and whether it was counted all the same. */
export interface FaultyBallot {
  readonly row: number;
  readonly fault: BallotFault;
  readonly counted: boolean;
}

/** Judges every ballot of a file by the same limits as the booth does, and groups those that count. */
export const admitBallots = (
  file: PbFile,
  { limits, beyondLimits, repeatedProject }: Admission,
): { readonly ballots: Ballots; readonly faulty: readonly FaultyBallot[] } => {
  const { projects, votes } = file;
  const { projects: chosen, points: allPoints, offsets, faults } = votes;
  // What a withdrawn project would have cost is not in the file: it counts against no limit.
  const costs = Float64Array.from(projects, ({ costGrosze }) =>
    isWithdrawnCost(costGrosze) ? 0 : costGrosze,
  );
  const unnamed = defaultScore(file);
  const groups = ballotGroups();
  const row = ballotRow(projects.length);
  const sums: SectionSums = { projects: 0, points: 0, least: 0, most: 0, costGrosze: 0 };
  const faulty: FaultyBallot[] = [];

  /** Fills `row` and `sums` with a ballot; says whether it names a project twice. */
  const fill = (from: number, to: number): boolean => {
    let repeats = false;
    let [given, cost, least, most] = [0, 0, 32_767, -32_768];
    row.length = 0;
    for (let entry = from; entry < to; entry += 1) {
      const project = chosen[entry] as number;
      const points = allPoints[entry] as number;
      if (!putChoice(row, project, points)) {
        repeats = true;
        continue;
      }
      given += points;
      cost += costs[project] as number;
      if (points < least) least = points;
      if (points > most) most = points;
    }
    sums.projects = row.length;
    sums.points = given;
    sums.costGrosze = cost;
    sums.least = least;
    sums.most = most;
    return repeats;
  };

  for (let ballot = 0; ballot < votes.count; ballot += 1) {
    const repeats = fill(offsets[ballot] as number, offsets[ballot + 1] as number);
    const unread = faults.size === 0 ? null : (faults.get(ballot) ?? null);
    const fault = unread ?? limitFault(limits, sums);
    const isVoid =
      unread !== null ||
      (fault !== null && beyondLimits === "void") ||
      (repeats && repeatedProject === "void");
    if (fault || repeats) faulty.push({ row: ballot, fault: fault ?? "repeated-project", counted: !isVoid });
    if (isVoid) continue;
    if (unnamed !== 0) for (const index of costs.keys()) putChoice(row, index, unnamed);
    groups.add(row, 1);
  }
  return { ballots: groups.finish(), faulty };
};
