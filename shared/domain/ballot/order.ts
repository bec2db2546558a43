import { sha256Hex } from "../canonical.ts";
import type { Cycle } from "../cycle/cycle.ts";
import { compareNumbers } from "../project/number-scheme.ts";
import { ticket } from "../tally/ties/lot.ts";

/** Whether the ballot of an edition stands in an order that was drawn. */
export const isDrawn = ({ ruleSet }: Pick<Cycle, "ruleSet">): boolean => ruleSet.ballotOrder === "drawn";

/** Whether a text is the seed that was committed to. */
export const isSeedOf = (seed: string, commitment: string | undefined): boolean =>
  sha256Hex(seed) === commitment;

/** Projects as they stand on the ballot: by number, or by their tickets in the lot of a seed, the lowest first. */
export const inBallotOrder = <P extends { readonly id: string; readonly number: string }>(
  projects: readonly P[],
  seed: string | undefined,
): P[] => {
  if (seed === undefined) return projects.toSorted((a, b) => compareNumbers(a.number, b.number));
  return projects
    .map((project) => ({ project, at: ticket(seed, project.id) }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ project }) => project);
};
