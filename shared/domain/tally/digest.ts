import { canonicalDigest, sha256OfLines } from "../canonical.ts";
import { ballotRow, putChoice } from "./ballot-row.ts";
import type { Ballots, Election, ExclusionGroup } from "./election.ts";
import type { Line } from "./line.ts";
import type { CountingRule } from "./rule.ts";
import type { TieInputs } from "./ties/lot.ts";

/**
 * The ballots as lines, `weight<TAB>id=points<TAB>id=points…` with the choices sorted by id, and the lines sorted by
 * UTF-16 code units; the digest is the SHA-256 of that text. The order of ballots, of choices and of projects is gone.
 */
const ballotsDigest = ({ projects, ballots }: Election): string =>
  sha256OfLines(
    ballotLines(
      ballots,
      projects.map(({ id }) => id),
    ).sort(),
  );

const ballotLines = ({ offsets, projects, points, weights }: Ballots, ids: readonly string[]): string[] => {
  const sorted = ids.toSorted();
  const places = new Map(sorted.map((id, place) => [id, place]));
  const placeOf = Uint16Array.from(ids, (id) => places.get(id) as number);
  const row = ballotRow(ids.length);
  return Array.from(weights, (weight, ballot) => {
    row.length = 0;
    for (let entry = offsets[ballot] as number; entry < (offsets[ballot + 1] as number); entry += 1) {
      putChoice(row, placeOf[projects[entry] as number] as number, points[entry] as number);
    }
    let line = `${weight}`;
    for (let i = 0; i < row.length; i += 1) line += `\t${sorted[row.projects[i] as number]}=${row.points[i]}`;
    return line;
  });
};

const spelled = (group: ExclusionGroup) => ({ ...group, projects: group.projects.toSorted() });

/**
 * One number for a whole count: SHA-256 over the canonical JSON of rule, input and outcome. The list of projects is
 * sorted by id; the order of the official list takes part only where the rule looks at it.
 */
export const tallyDigest = (count: {
  readonly rule: CountingRule;
  readonly election: Election;
  readonly tieInputs: TieInputs;
  readonly selected: readonly string[];
  readonly lines: readonly Line[];
}): string => {
  const { rule, election, tieInputs, selected, lines } = count;
  return canonicalDigest({
    rule,
    input: {
      budgetGrosze: election.budgetGrosze,
      projects: election.projects.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ...(rule.ties.includes("file-order") ? { list: election.projects.map(({ id }) => id) } : {}),
      ...(election.groups?.length ? { groups: election.groups.map(spelled) } : {}),
      ballots: ballotsDigest(election),
      tieInputs,
    },
    outcome: { selected, projects: Object.fromEntries(lines.map(({ id, outcome }) => [id, outcome])) },
  });
};
