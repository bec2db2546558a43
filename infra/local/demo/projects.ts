import type { CycleId, ProjectId } from "../../../shared/domain/ids.ts";
import type { Location } from "../../../shared/domain/project/location.ts";
import { readProjectNumber } from "../../../shared/domain/project/number-scheme.ts";
import { idFrom } from "../../../shared/platform/system.ts";
import type { Contest } from "../../rehearse/contest.ts";
import type { House } from "../house.ts";

const DESCRIPTION =
  "Zadanie służy mieszkańcom w każdym wieku. Miejsce jest ogólnodostępne, bez progów i schodów. Koszt obejmuje projekt, wykonanie i tablicę informacyjną.";

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** The n-th made-up place, on a spiral out from the market square of Katowice. */
const somewhere = (n: number): Location => {
  const [angle, distance] = [n * GOLDEN_ANGLE, 0.008 * Math.sqrt(n)];
  const at = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
  return {
    lat: at(50.2599 + distance * Math.cos(angle)),
    lon: at(19.0216 + 1.5 * distance * Math.sin(angle)),
  };
};

/** Puts the projects of these contests on the list of a cycle; brings their ids by number. Straight into the store: a first start is short. */
export const enterProjects = async (
  { deps }: House,
  cycleId: CycleId,
  contests: readonly Contest[],
): Promise<Map<string, ProjectId>> => {
  const now = deps.system.now();
  const listed = contests.flatMap(({ pool, projects }) => projects.map((project) => ({ pool, ...project })));
  const numbered = listed.map(({ pool, number, title, costGrosze }, index) => ({
    project: {
      id: idFrom("prj", deps.system.random(10)) as ProjectId,
      cycleId,
      pool,
      number,
      title,
      description: DESCRIPTION,
      location: somewhere(index),
      estimatedCostGrosze: costGrosze,
      costGrosze,
      status: "on-ballot" as const,
      withdrawnAfterFreeze: false,
      supporters: 0,
      history: [{ at: now, status: "on-ballot" as const }],
      version: 1,
      submittedAt: now,
      fingerprint: "demo",
    },
    sequence: readProjectNumber(deps.site.city.projectNumbers, number)?.sequence ?? 1,
  }));
  await deps.store.projects.restore(cycleId, numbered);
  return new Map(numbered.map(({ project }) => [project.number, project.id]));
};
