import { pathTo } from "../../shared/domain/addresses.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import type { ProjectLine } from "../../shared/domain/project/project.ts";
import { listedProject } from "./views.ts";

export const GEOJSON = "application/geo+json";

/** Projects that have a point, as RFC 7946 writes them: longitude first. */
export const geojsonOf = (
  projects: readonly ProjectLine[],
  rules: Pick<Cycle, "ruleSet" | "pools">,
  siteUrl: string,
): object => ({
  type: "FeatureCollection",
  features: projects.flatMap((project) => {
    const { id, location, ...properties } = listedProject(project, rules);
    if (!location) return [];
    return [
      {
        type: "Feature",
        id,
        geometry: { type: "Point", coordinates: [location.lon, location.lat] },
        properties: {
          ...properties,
          page: siteUrl + pathTo("project", { cycleId: project.cycleId, projectId: id }),
        },
      },
    ];
  }),
});
