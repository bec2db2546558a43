import { shownCycle } from "../../shared/acts/cycle-of.ts";
import { zlotyText } from "../../shared/domain/money.ts";
import { csvText } from "../../shared/platform/csv.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { allProjects, ProjectQuery, searchOf } from "./find-projects.ts";
import { GEOJSON, geojsonOf } from "./geojson.ts";
import { CACHE } from "./get-projects.ts";
import { InCycle } from "./project-of.ts";
import { listedProject } from "./views.ts";

/** The filters of the list; a file is never in pages. */
const FileQuery = ProjectQuery.omit({ cursor: true, limit: true });

const CSV = "text/csv; charset=utf-8";

export const getProjectsCsv = endpoint(routes.getProjectsCsv, {
  summary: "The list of projects as a spreadsheet",
  params: InCycle,
  query: FileQuery,
  replies: { 200: CSV },
  cache: CACHE,
  handle: async ({ params, query, words, language }, deps) => {
    const [cycle, found] = await Promise.all([
      shownCycle(params.cycleId, deps),
      allProjects(params.cycleId, searchOf(query, language), deps),
    ]);
    const w = words.projects;
    const header = [
      w.facts.number,
      w.facts.pool,
      w.facts.title,
      w.facts.cost,
      w.facts.estimated,
      w.facts.status,
      w.facts.reason,
      w.facts.supporters,
    ];
    const rows = found.map((project) => {
      const one = listedProject(project, cycle);
      return [
        one.number,
        one.pool,
        one.title,
        zlotyText(one.costGrosze).replace(".", ","),
        zlotyText(one.estimatedCostGrosze).replace(".", ","),
        w.status[one.status],
        one.reason ?? "",
        one.supporters,
      ];
    });
    return file(csvText(header, rows), CSV, "projekty.csv");
  },
});

export const getProjectsGeojson = endpoint(routes.getProjectsGeojson, {
  summary: "The projects that have a point, as GeoJSON",
  params: InCycle,
  query: FileQuery,
  replies: { 200: GEOJSON },
  cache: CACHE,
  handle: async ({ params, query, language }, deps) => {
    const [cycle, found] = await Promise.all([
      shownCycle(params.cycleId, deps),
      allProjects(params.cycleId, searchOf(query, language), deps),
    ]);
    return file(JSON.stringify(geojsonOf(found, cycle, deps.site.url)), GEOJSON, "projekty.geojson");
  },
});
