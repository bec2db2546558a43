import { checkBallot } from "../domain/ballot/check-ballot.ts";
import type { Finding } from "../domain/ballot/findings.ts";
import type { Cycle } from "../domain/cycle/cycle.ts";
import type { Project } from "../domain/project/project.ts";
import type { Deps } from "../platform/deps.ts";

/** What is found of the list of an edition that is to be frozen, with what people said of it. */
export const ballotFindings = async (
  cycle: Cycle,
  projects: readonly Project[],
  { store, site }: Pick<Deps, "store" | "site">,
): Promise<Finding[]> => checkBallot(cycle, projects, site.city, await store.settledHints.of(cycle.id));
