import { canonicalDigest } from "../domain/canonical.ts";
import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Exclusion } from "../domain/tally/election.ts";
import type { TieInputs } from "../domain/tally/ties/lot.ts";
import type { Deps } from "./deps.ts";

/** What a count takes in beside the ballots: draws and the seed by pool, and the projects that were taken out after the freeze. */
export interface CountInputs {
  readonly ties: Readonly<Record<string, TieInputs>>;
  readonly exclusions: Readonly<Record<string, Exclusion>>;
  /** Changes when any of it does: a count under another digest has to be done again. */
  readonly digest: string;
}

export const countInputs = async (cycle: Cycle, { store }: Pick<Deps, "store">): Promise<CountInputs> => {
  const [projects, draws] = await Promise.all([
    store.projects.list(cycle.id, { consistent: true }),
    store.counts.draws(cycle.id),
  ]);
  const ties: Record<string, TieInputs> = {};
  for (const { pool, draws: drawn, seed } of draws)
    ties[pool] = { draws: drawn, ...(seed !== undefined && { seed }) };
  const exclusions: Record<string, Exclusion> = {};
  for (const { id, withdrawnAfterFreeze, reason, legalBasis } of projects.items) {
    if (withdrawnAfterFreeze)
      exclusions[id] = {
        why: "withdrawn",
        reason: reason ?? "",
        ...(legalBasis !== undefined && { legalBasis }),
      };
  }
  return { ties, exclusions, digest: canonicalDigest({ ties, exclusions }) };
};
