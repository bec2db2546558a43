import type { Ballots } from "../tally/election.ts";
import { equalBallots } from "../tally/equal-ballots.ts";
import { type LimitFault, limitFault, type SectionLimits, type SectionSums } from "../voting/limits.ts";
import type { PbFile, PbVotes, RowFault } from "./file.ts";
import { defaultScore } from "./meta-limits.ts";
import { type MetaPart, type PartFault, partFault } from "./meta-parts.ts";
import { isWithdrawnCost } from "./money.ts";
import { type SortedChoices, sortedChoices, withUnnamed } from "./sorted-choices.ts";

/** How ballots are judged on the way in: the limits of a section, what being beyond them means, and what naming a project twice means. */
export interface Admission {
  readonly limits: SectionLimits;
  /** `count`: whoever published the file took the ballot as valid; it is only told of. */
  readonly beyondLimits: "void" | "count";
  readonly repeatedProject: "void" | "count-once";
}

export type BallotFault = RowFault | LimitFault | PartFault | "repeated-project";

/** A ballot that is not as the rules want it, by its row in VOTES (from 0), and whether it was counted all the same. `part` is the one whose limit it breaks. */
export interface FaultyBallot {
  readonly row: number;
  readonly fault: BallotFault;
  readonly counted: boolean;
  readonly part?: string;
}

type Judgement = Omit<FaultyBallot, "row">;

/** Judges every ballot of a file by the same limits as the booth does, those written alike once, and groups those that count. One that breaks a limit of a part is void: booths that have such limits let none through. */
export const admitBallots = (
  file: PbFile,
  { limits, beyondLimits, repeatedProject }: Admission,
  parts: readonly MetaPart[] = [],
): { readonly ballots: Ballots; readonly faulty: readonly FaultyBallot[] } => {
  const { projects, votes } = file;
  // What a withdrawn project would have cost is not in the file: it counts against no limit.
  const costs = Float64Array.from(projects, ({ costGrosze }) =>
    isWithdrawnCost(costGrosze) ? 0 : costGrosze,
  );
  const choices = sortedChoices(votes);
  const faultIn = partFaults(parts, costs, choices);
  const weights = weightsOf(votes);
  const judged = new Map<number, Judgement>();
  for (let kind = 0; kind < weights.length; kind += 1) {
    if (weights[kind] === 0) continue;
    const repeats = choices.repeats[kind] === 1;
    const inPart = faultIn === null ? null : faultIn(kind);
    const fault = inPart?.fault ?? limitFault(limits, sumsOf(choices, costs, kind));
    if (fault === null && !repeats) continue;
    const isVoid =
      inPart !== null ||
      (fault !== null && beyondLimits === "void") ||
      (repeats && repeatedProject === "void");
    judged.set(kind, {
      fault: fault ?? "repeated-project",
      counted: !isVoid,
      ...(inPart && { part: inPart.part }),
    });
    if (isVoid) weights[kind] = 0;
  }
  const faulty = faultyRows(votes, judged);
  const ballots = equalBallots({ ...choices, weights });
  const unnamed = defaultScore(file);
  if (unnamed === 0) return { ballots, faulty };
  return { ballots: equalBallots(withUnnamed(ballots, projects.length, unnamed)), faulty };
};

/** A ballot summed up. */
const sumsOf = (
  { offsets, projects, points }: SortedChoices,
  costs: Float64Array,
  kind: number,
): SectionSums => {
  const [from, to] = [offsets[kind] as number, offsets[kind + 1] as number];
  let [given, cost, least, most] = [0, 0, 32_767, -32_768];
  for (let entry = from; entry < to; entry += 1) {
    const own = points[entry] as number;
    given += own;
    cost += costs[projects[entry] as number] as number;
    if (own < least) least = own;
    if (own > most) most = own;
  }
  return { projects: to - from, points: given, least, most, costGrosze: cost };
};

/** How many rows are of each kind. Those that could not be read are of none. */
const weightsOf = ({ count, kinds, offsets, faults }: PbVotes): Uint32Array => {
  const weights = new Uint32Array(offsets.length - 1);
  for (let row = 0; row < count; row += 1) {
    const kind = kinds[row] as number;
    weights[kind] = (weights[kind] as number) + 1;
  }
  for (const row of faults.keys()) weights[kinds[row] as number] = 0;
  return weights;
};

/** What is found of each kind, and of each row that could not be read, row by row. */
const faultyRows = (
  { count, kinds, faults }: PbVotes,
  judged: ReadonlyMap<number, Judgement>,
): FaultyBallot[] => {
  const faulty: FaultyBallot[] = [];
  if (faults.size === 0 && judged.size === 0) return faulty;
  for (let row = 0; row < count; row += 1) {
    const unread = faults.get(row);
    const found = judged.get(kinds[row] as number);
    if (unread) faulty.push({ row, fault: unread, counted: false });
    else if (found) faulty.push({ row, ...found });
  }
  return faulty;
};

/** Says of a ballot which limit of which part it breaks first; null where no part has limits. */
const partFaults = (
  parts: readonly MetaPart[],
  costs: Float64Array,
  { offsets, projects: chosenProjects }: SortedChoices,
) => {
  const bounds = parts.flatMap(({ name, projects, limits }) =>
    limits
      ? [{ name, limits, isIn: Uint8Array.from(costs, (_, index) => Number(projects.includes(index))) }]
      : [],
  );
  if (bounds.length === 0) return null;
  return (kind: number): { readonly fault: PartFault; readonly part: string } | null => {
    for (const { name, limits, isIn } of bounds) {
      let [chosen, cost] = [0, 0];
      for (let entry = offsets[kind] as number; entry < (offsets[kind + 1] as number); entry += 1) {
        const project = chosenProjects[entry] as number;
        if (isIn[project] === 0) continue;
        chosen += 1;
        cost += costs[project] as number;
      }
      const fault = partFault(limits, chosen, cost);
      if (fault) return { fault, part: name };
    }
    return null;
  };
};
