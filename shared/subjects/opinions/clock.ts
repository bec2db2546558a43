import { cycleOf } from "../../acts/cycle-of.ts";
import type { CycleId, ProjectId } from "../../domain/ids.ts";
import type { UnitId } from "../../domain/office/directory.ts";
import { opinionBy } from "../../domain/procedure/clock.ts";
import { isOutstanding } from "../../domain/procedure/opinion.ts";
import type { Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { log } from "../../platform/log.ts";
import { openChecks } from "../checks/store.ts";
import { openOpinions } from "./store.ts";
import { saved } from "./work.ts";

/** A term that is over: reckoned again by what the author was called for meanwhile, else the coordinator's to see to. */
export const passOpinion = async (
  [cycleId, projectId, unit]: readonly [CycleId, ProjectId, UnitId],
  now: Instant,
  deps: Deps,
): Promise<void> => {
  const { table, projects } = deps.store;
  const [opinion, project, card, cycle] = await Promise.all([
    openOpinions(table).get(cycleId, projectId, unit),
    projects.get(cycleId, projectId),
    openChecks(table).get(cycleId, "merit", projectId),
    cycleOf(cycleId, deps),
  ]);
  if (!opinion || !project || !isOutstanding(opinion)) return;
  const until = opinionBy(cycle, opinion.asked.at, card?.calls ?? []);
  const outcome = await table.write(await saved({ ...opinion, until }, project, now, deps));
  if (!outcome.ok) log.info({ event: "opinion/due", refusal: outcome.refusal.code });
};
