import { shownCycle } from "../../shared/acts/cycle-of.ts";
import { ProjectQuery, searchOf, shownProjects } from "../../shared/acts/find-projects.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { cursorOf, listOf, pageOf } from "../../shared/platform/lists.ts";
import { photosIn, withPhotoSteps } from "../../shared/subjects/attachments/rules.ts";
import { openAttachments } from "../../shared/subjects/attachments/store.ts";
import { routes } from "../routes.ts";
import { GEOJSON, geojsonOf } from "./geojson.ts";
import { InCycle, ProjectPath, shownProjectOf } from "./project-of.ts";
import { ListedProject, listedProject, PublicProject, publicProject, shownPhotos } from "./views.ts";

export const CACHE = "public, max-age=10, s-maxage=30, stale-if-error=600";

/** A page of points, unless it is asked to be shorter. */
const ON_A_MAP = 200;

export const getProjects = endpoint(routes.getProjects, {
  summary: "Proposals and projects of a cycle, by pool and number",
  description:
    "Asked for with `Accept: application/geo+json` it answers a page as a FeatureCollection of the projects on it that have a point, with " +
    "`next` beside; `projects.geojson` holds many more. A page of a filter that lets few through may be short while `next` says that there may be more.",
  params: InCycle,
  query: ProjectQuery,
  replies: { 200: listOf(ListedProject, "ListedProjects") },
  cache: CACHE,
  handle: async ({ params, query, header, language }, deps) => {
    const { cycleId } = params;
    const { cursor, limit, ...asked } = query;
    const isMap = header("accept")?.includes(GEOJSON) === true;
    const [cycle, { items, next }] = await Promise.all([
      shownCycle(cycleId, deps),
      shownProjects(
        cycleId,
        searchOf(asked, language),
        pageOf({ cursor, limit }, isMap ? ON_A_MAP : undefined),
        deps,
      ),
    ]);
    const headers = { vary: "accept, accept-language" };
    if (isMap) {
      const more = next !== null && { next: cursorOf(next) };
      return { ...json({ ...geojsonOf(items, cycle, deps.site.url), ...more }, headers), type: GEOJSON };
    }
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
  handle: async ({ params, receivedAt }, deps) => {
    const { cycle, project } = await shownProjectOf(params, deps);
    const files = await openAttachments(deps.store.table).get(project.id, receivedAt);
    return json({
      ...publicProject(withPhotoSteps(project, files), cycle),
      photos: shownPhotos(photosIn(files)),
    });
  },
});
