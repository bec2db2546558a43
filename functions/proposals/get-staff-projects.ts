import { audited } from "../../shared/acts/audited.ts";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { findProjects, ProjectQuery, searchOf } from "../../shared/acts/find-projects.ts";
import { accept } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json, versionTag } from "../../shared/platform/http.ts";
import { cursorOf, listOf, pageOf } from "../../shared/platform/lists.ts";
import { routes } from "../routes.ts";
import { InCycle, ProjectPath, projectOf } from "./project-of.ts";
import { StaffProject, staffProject } from "./views.ts";

// Names and addresses of authors are in these replies, so that reading them leaves a record.

export const getStaffProjects = endpoint(routes.getStaffProjects, {
  summary: "Proposals and projects with their authors, by pool and number",
  params: InCycle,
  query: ProjectQuery,
  replies: { 200: listOf(StaffProject, "StaffProjects") },
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const { language } = request;
    const { cursor, limit, ...asked } = request.query;
    const [cycle, { items: lines, next }] = await Promise.all([
      cycleOf(cycleId, deps),
      findProjects(cycleId, searchOf(asked, language), pageOf({ cursor, limit }), deps),
    ]);
    const ids = lines.map(({ id }) => id);
    const items = await deps.store.projects.whole(cycleId, ids);
    accept(
      await deps.store.table.write([
        audited({ ...request, route: routes.getStaffProjects }, cycle.id, { facts: { read: items.length } }),
      ]),
    );
    return json({ items: items.map((project) => staffProject(project, cycle)), next: cursorOf(next) });
  },
});

export const getStaffProject = endpoint(routes.getStaffProject, {
  summary: "One project with its author",
  params: ProjectPath,
  replies: { 200: StaffProject },
  handle: async (request, deps) => {
    const { cycle, project } = await projectOf(request.params, deps);
    accept(
      await deps.store.table.write([audited({ ...request, route: routes.getStaffProject }, project.id)]),
    );
    return json(staffProject(project, cycle), { etag: versionTag(project.version) });
  },
});
