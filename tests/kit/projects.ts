import type { CycleId } from "../../shared/domain/ids.ts";
import { projectNumber } from "../../shared/domain/project/number-scheme.ts";
import type { Answer, Place } from "./place.ts";

export interface PaperProject {
  readonly pool: string;
  readonly title: string;
  readonly costGrosze: number;
  /** Without one, the place in its pool. */
  readonly number?: string;
}

/** The n-th project of a pool, as the city numbers it. */
export const numberOf = async (place: Place, cycleId: string, pool: string, sequence: number) => {
  const { deps } = place;
  const { edition = "" } = (await deps.store.cycles.get(cycleId as CycleId)) ?? {};
  return projectNumber(deps.site.city.projectNumbers, { pool, edition, sequence });
};

/** One coordinator proposes projects for the ballot. */
export const proposeProjects = async (
  place: Place,
  cycleId: string,
  projects: readonly PaperProject[],
): Promise<Answer> => {
  const numbers = new Map<string, number>();
  const numbered = [];
  for (const project of projects) {
    const n = (numbers.get(project.pool) ?? 0) + 1;
    numbers.set(project.pool, n);
    numbered.push({ number: await numberOf(place, cycleId, project.pool, n), ...project });
  }
  return place.call(`POST /v1/staff/cycles/${cycleId}/projects`, {
    token: await place.staff("coordinator"),
    key: true,
    body: { projects: numbered },
  });
};

/** Two coordinators put projects on the ballot; brings back their ids in the order given. */
export const enterProjects = async (
  place: Place,
  cycleId: string,
  projects: readonly PaperProject[],
): Promise<string[]> => {
  const { items: before } = await place.deps.store.projects.list(cycleId as CycleId);
  const proposed = await proposeProjects(place, cycleId, projects);
  if (proposed.status !== 202) throw new Error(proposed.text);
  const done = await place.call(`POST /v1/staff/cycles/${cycleId}/projects/acceptance`, {
    token: await place.staff("coordinator", 1),
  });
  if (done.status !== 200) throw new Error(done.text);
  const { items } = await place.deps.store.projects.list(cycleId as CycleId);
  const made = items.filter(({ id }) => !before.some((one) => one.id === id));
  return projects.map(({ pool, title }) => {
    const place_ = made.findIndex((one) => one.pool === pool && one.title === title);
    const [one] = made.splice(place_, 1);
    return one?.id ?? "";
  });
};
