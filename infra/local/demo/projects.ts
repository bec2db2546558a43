import type { CycleId, ProjectId } from "../../../shared/domain/ids.ts";
import { idFrom } from "../../../shared/platform/system.ts";
import { readProjectNumber } from "../../../shared/rulesets/project-number.ts";
import type { Contest } from "../../rehearse/contest.ts";
import type { House } from "../house.ts";

const DESCRIPTION =
  "Zadanie służy mieszkańcom w każdym wieku. Miejsce jest ogólnodostępne, bez progów i schodów. Koszt obejmuje projekt, wykonanie i tablicę informacyjną.";

/** Puts the projects of these contests on the list of a cycle; brings their ids by number. Straight into the store: a first start is short. */
export const enterProjects = async (
  { deps }: House,
  cycleId: CycleId,
  contests: readonly Contest[],
): Promise<Map<string, ProjectId>> => {
  const ids = new Map<string, ProjectId>();
  const now = deps.system.now();
  const enter = async ({ pool, projects }: Contest): Promise<void> => {
    for (const { number, title, costGrosze } of projects) {
      const id = idFrom("prj", deps.system.random(10)) as ProjectId;
      const enrolled = await deps.store.projects.enrol({
        project: {
          id,
          cycleId,
          pool,
          title,
          description: DESCRIPTION,
          estimatedCostGrosze: costGrosze,
          costGrosze,
          status: "on-ballot",
          withdrawnAfterFreeze: false,
          supporters: 0,
          history: [{ at: now, status: "on-ballot" }],
          version: 1,
          submittedAt: now,
          fingerprint: "demo",
        },
        numberOf: () => number,
        given: { number, sequence: readProjectNumber(number)?.sequence ?? 1 },
        also: async () => [],
      });
      if (!enrolled.ok) throw new Error(`project ${number}: ${enrolled.refusal.code}`);
      ids.set(number, id);
    }
  };
  await Promise.all(contests.map(enter));
  return ids;
};
