import { randomBytes } from "node:crypto";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { ProjectId } from "../../shared/domain/ids.ts";
import { projectNumber } from "../../shared/domain/project/number-scheme.ts";
import { Project } from "../../shared/domain/project/project.ts";
import { idFrom } from "../../shared/platform/system.ts";
import { KATOWICE } from "./katowice.ts";
import type { Answer, Place } from "./place.ts";

/** A house to knock at: that of this process, or another's, of which no more is known than its doors. */
type Doors = Pick<Place, "call" | "staff"> & Partial<Pick<Place, "deps">>;

export interface PaperProject {
  readonly pool: string;
  readonly title: string;
  readonly costGrosze: number;
  /** Without one, the place in its pool. */
  readonly number?: string;
  readonly location?: Project["location"];
  /** Without one, the cost. */
  readonly estimatedCostGrosze?: number;
}

/** How the city numbers the n-th project of a pool of an edition. */
const numbersIn = async ({ call, deps }: Doors, cycleId: string) => {
  const { edition } = (await call(`GET /v1/cycles/${cycleId}`)).body;
  const { projectNumbers } = deps?.site.city ?? KATOWICE;
  return (pool: string, sequence: number) => projectNumber(projectNumbers, { pool, edition, sequence });
};

const numbered = async (place: Doors, cycleId: string, projects: readonly PaperProject[]) => {
  if (projects.every((one): one is Required<PaperProject> => one.number !== undefined)) return projects;
  const numberAt = await numbersIn(place, cycleId);
  const counts = new Map<string, number>();
  return projects.map((project) => {
    const n = (counts.get(project.pool) ?? 0) + 1;
    counts.set(project.pool, n);
    return { ...project, number: project.number ?? numberAt(project.pool, n) };
  });
};

/** One coordinator proposes projects for the ballot. */
export const proposeProjects = async (
  place: Doors,
  cycleId: string,
  projects: readonly PaperProject[],
): Promise<Answer> =>
  place.call(`POST /v1/staff/cycles/${cycleId}/projects`, {
    token: await place.staff("coordinator"),
    key: true,
    body: { projects: await numbered(place, cycleId, projects) },
  });

/** Ids of the projects of an edition, by their numbers. */
const idsOf = async (place: Doors, cycleId: string): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  for (let cursor = ""; ; ) {
    const { body } = await place.call(`GET /v1/cycles/${cycleId}/projects?limit=100${cursor}`);
    for (const { number, id } of body.items) ids.set(number, id);
    if (body.next === null) return ids;
    cursor = `&cursor=${encodeURIComponent(body.next)}`;
  }
};

/** Two coordinators put projects on the ballot; brings back their ids in the order given. */
export const enterProjects = async (
  place: Doors,
  cycleId: string,
  projects: readonly PaperProject[],
): Promise<string[]> => {
  const given = await numbered(place, cycleId, projects);
  const proposed = await proposeProjects(place, cycleId, given);
  if (proposed.status !== 202) throw new Error(proposed.text);
  const done = await place.call(`POST /v1/staff/cycles/${cycleId}/projects/acceptance`, {
    token: await place.staff("coordinator", 1),
  });
  if (done.status !== 200) throw new Error(done.text);
  const ids = await idsOf(place, cycleId);
  return given.map(({ number }) => ids.get(number) ?? "");
};

/** Puts projects on the empty ballot list of an edition as two coordinators would have; brings back their ids in the order given. */
export const putOnBallot = async (
  { deps, clock }: Pick<Place, "deps" | "clock">,
  { id: cycleId, edition }: Pick<Cycle, "id" | "edition">,
  projects: readonly PaperProject[],
): Promise<ProjectId[]> => {
  const at = new Date(clock.now()).toISOString();
  const counts = new Map<string, number>();
  const numbered = projects.map(({ pool, title, costGrosze, number, location, estimatedCostGrosze }) => {
    const sequence = (counts.get(pool) ?? 0) + 1;
    counts.set(pool, sequence);
    const project = Project.parse({
      id: idFrom("prj", randomBytes(10)),
      cycleId,
      number: number ?? projectNumber(deps.site.city.projectNumbers, { pool, edition, sequence }),
      pool,
      title,
      description: "",
      estimatedCostGrosze: estimatedCostGrosze ?? costGrosze,
      costGrosze,
      ...(location && { location }),
      status: "on-ballot",
      history: [{ at, status: "on-ballot" }],
      version: 1,
      submittedAt: at,
      fingerprint: "",
    });
    return { project, sequence };
  });
  await deps.store.projects.restore(cycleId, numbered);
  return numbered.map(({ project }) => project.id);
};
