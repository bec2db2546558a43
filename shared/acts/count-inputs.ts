import { canonicalDigest } from "../domain/canonical.ts";
import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Exclusion, ExclusionGroup } from "../domain/tally/election.ts";
import type { TieInputs } from "../domain/tally/ties/lot.ts";
import type { Deps } from "../platform/deps.ts";

/** What a count takes in beside the ballots: draws and the seed by pool, the projects that were taken out after the freeze, and the groups of exclusion. */
interface CountInputs {
  readonly ties: Readonly<Record<string, TieInputs>>;
  readonly exclusions: Readonly<Record<string, Exclusion>>;
  /** Projects that shut each other out, as they were named before the vote. */
  readonly groups: readonly ExclusionGroup[];
  /** Changes when any of it does: a count under another digest has to be done again. */
  readonly digest: string;
}

export const countInputs = async (cycle: Cycle, { store }: Pick<Deps, "store">): Promise<CountInputs> => {
  const [takenOut, draws] = await Promise.all([
    cycle.hasTakenOut === false ? [] : store.projects.allTakenOut(cycle.id),
    store.counts.draws(cycle.id),
  ]);
  const ties: Record<string, TieInputs> = {};
  for (const { pool, draws: drawn, seed } of draws)
    ties[pool] = { draws: drawn, ...(seed !== undefined && { seed }) };
  const exclusions: Record<string, Exclusion> = {};
  for (const { id, reason, legalBasis } of takenOut)
    exclusions[id] = {
      why: "withdrawn",
      reason: reason ?? "",
      ...(legalBasis !== undefined && { legalBasis }),
    };
  const groups = cycle.exclusionGroups;
  return { ties, exclusions, groups, digest: canonicalDigest({ ties, exclusions, groups }) };
};
