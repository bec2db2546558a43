import type { Project } from "../domain/project/project.ts";
import type { Instant } from "../domain/time.ts";
import type { Deps } from "../platform/deps.ts";
import type { Write } from "../store/write.ts";
import { endMergings } from "../subjects/merging/answering.ts";
import { restOfCase } from "../subjects/opinions/rest.ts";

/** What stands beside a proposal ends with its withdrawal: cards and opinions, and what asks its author about a merging. */
export const restOfWithdrawn = async (project: Project, at: Instant, deps: Deps): Promise<Write[]> =>
  (await Promise.all([restOfCase(project, deps.store.table), endMergings(project, at, deps)])).flat();
