import { shownCycle } from "../../shared/acts/cycle-of.ts";
import { resultFiles } from "../../shared/acts/result-files.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { refusal } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import type { Results } from "../../shared/domain/results/results.ts";
import type { Deps } from "../../shared/platform/deps.ts";

/** The files of the latest published results; before the publication, a refusal that says when it is due, unless that has passed. */
export const publishedFiles = async (cycleId: CycleId, deps: Deps) => {
  const latest = await deps.store.results.latest(cycleId);
  if (latest) return resultFiles(deps.files, cycleId, latest);
  const { calendar } = await shownCycle(cycleId, deps);
  const dueAt = entryOf(calendar, "results")?.startsAt;
  const expectedAt = dueAt !== undefined && dueAt > deps.system.now() ? dueAt : null;
  throw new Refused(refusal("results/not-published", { expectedAt }));
};

export const publishedResults = async (cycleId: CycleId, deps: Deps): Promise<Results> =>
  (await publishedFiles(cycleId, deps)).results();
