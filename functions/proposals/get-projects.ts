import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { cursorOf, listOf } from "../../shared/platform/lists.ts";
import { routes } from "../routes.ts";
import { findProjects, ProjectQuery, pageOfProjects } from "./find-projects.ts";
import { GEOJSON, geojsonOf } from "./geojson.ts";
import { InCycle, ProjectPath, projectOf } from "./project-of.ts";
import { ListedProject, listedProject, PublicProject, publicProject } from "./views.ts";

export const CACHE = "public, max-age=10, s-maxage=30, stale-if-error=600";

export const getProjects = endpoint(routes.getProjects, {
  summary: "Proposals and projects of a cycle, by number",
  description:
    "Asked for with `Accept: application/geo+json` it answers a FeatureCollection of all projects found that have a point.",
  params: InCycle,
  query: ProjectQuery,
  replies: { 200: listOf(ListedProject, "ListedProjects") },
  cache: CACHE,
  handle: async ({ params, query, header }, deps) => {
    const { cycle, found } = await findProjects(params.cycleId, query, deps);
    const headers = { vary: "accept, accept-language" };
    if (header("accept")?.includes(GEOJSON))
      return { ...json(geojsonOf(found, cycle, deps.site.url), headers), type: GEOJSON };
    const { items, next } = pageOfProjects(found, query);
    return json(
      { items: items.map((project) => listedProject(project, cycle)), next: cursorOf(next) },
      headers,
    );
  },
});

export const getProject = endpoint(routes.getProject, {
  summary: "One project, with its way so far",
  params: ProjectPath,
  replies: { 200: PublicProject },
  cache: CACHE,
  handle: async ({ params }, deps) => {
    const { cycle, project } = await projectOf(params, deps);
    return json(publicProject(project, cycle));
  },
});
