import { canonicalDigest } from "../canonical.ts";
import type { Election, ExclusionGroup, Part } from "./election.ts";
import type { Line } from "./line.ts";
import type { CountingRule } from "./rule.ts";
import { ballotsDigest } from "./spelled.ts";
import type { Tie } from "./tie.ts";
import type { TieInputs } from "./ties/lot.ts";

const spelled = <T extends ExclusionGroup | Part>(one: T): T => ({
  ...one,
  projects: one.projects.toSorted(),
});

/**
 * One number for a whole count: SHA-256 over the canonical JSON of rule, input and outcome. The list of projects is
 * sorted by id; the order of the official list takes part only where it settled something.
 */
export const tallyDigest = (count: {
  readonly rule: CountingRule;
  readonly election: Election;
  readonly tieInputs: TieInputs;
  readonly ties: readonly Tie[];
  readonly selected: readonly string[];
  readonly lines: readonly Line[];
}): string => {
  const { rule, election, tieInputs, ties, selected, lines } = count;
  const listed = ties.filter(({ settledBy }) => settledBy.includes("file-order"));
  return canonicalDigest({
    rule,
    input: {
      budgetGrosze: election.budgetGrosze,
      projects: election.projects.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      ...(listed.length > 0 ? { list: listed.map(({ projects }) => projects) } : {}),
      ...(election.groups?.length ? { groups: election.groups.map(spelled) } : {}),
      ...(election.parts && { parts: { ...election.parts, list: election.parts.list.map(spelled) } }),
      ballots: ballotsDigest(election),
      tieInputs,
    },
    outcome: { selected, projects: Object.fromEntries(lines.map(({ id, outcome }) => [id, outcome])) },
  });
};
