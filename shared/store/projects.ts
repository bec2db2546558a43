import type { CycleId, ProjectId } from "../domain/ids.ts";
import { Project } from "../domain/project/project.ts";
import { keys } from "./keys.ts";
import type { QueryOptions, Table } from "./table.ts";

export const openProjects = (table: Table) => ({
  get: (cycleId: CycleId, projectId: ProjectId): Promise<Project | undefined> =>
    table.get(keys.project(cycleId, projectId), Project),

  /** The projects of a cycle, in no order that means anything; all of them without a limit. */
  list: (cycleId: CycleId, page: Pick<QueryOptions, "after" | "limit" | "consistent"> = {}) =>
    table.query(keys.project(cycleId, "prj_" as ProjectId).pk, Project, { prefix: "PROJECT#", ...page }),
});
