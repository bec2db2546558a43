import type { z } from "zod";
import { shownCycle } from "../../shared/acts/cycle-of.ts";
import { ProjectQuery, partOfProjects, searchOf } from "../../shared/acts/find-projects.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import type { Language } from "../../shared/domain/languages.ts";
import { zlotyText } from "../../shared/domain/money.ts";
import { csvText } from "../../shared/platform/csv.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file, type Reply } from "../../shared/platform/http.ts";
import { cursorOf, pageOf } from "../../shared/platform/lists.ts";
import { PART_LINES } from "../../shared/store/project-lines.ts";
import { categoryNameIn } from "../../shared/words/pool-name.ts";
import { routes } from "../routes.ts";
import { GEOJSON, geojsonOf } from "./geojson.ts";
import { CACHE } from "./get-projects.ts";
import { InCycle } from "./project-of.ts";
import { listedProject } from "./views.ts";

/** The filters of the list. */
const FileQuery = ProjectQuery.omit({ limit: true });

const PARTS = `A file has ${PART_LINES} lines at most, before filters; where there are more, the header \`Link\` names the next part.`;

const foundIn = async (
  cycleId: CycleId,
  { cursor, ...asked }: z.infer<typeof FileQuery>,
  language: Language,
  deps: Deps,
) => {
  const { after } = pageOf({ cursor });
  const [cycle, { items, next }] = await Promise.all([
    shownCycle(cycleId, deps),
    partOfProjects(cycleId, searchOf(asked, language), after, deps),
  ]);
  return { cycle, items, next };
};

/** With where the next part is, under the same filters. */
const inParts = (reply: Reply, query: z.infer<typeof FileQuery>, next: string | null): Reply => {
  const cursor = cursorOf(next);
  if (cursor === null) return reply;
  const asked = Object.entries({ ...query, cursor }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return { ...reply, headers: { ...reply.headers, link: `<?${new URLSearchParams(asked)}>; rel="next"` } };
};

const CSV = "text/csv; charset=utf-8";

export const getProjectsCsv = endpoint(routes.getProjectsCsv, {
  summary: "The list of projects as a spreadsheet",
  description: PARTS,
  params: InCycle,
  query: FileQuery,
  replies: { 200: CSV },
  cache: CACHE,
  handle: async ({ params, query, words, language }, deps) => {
    const { cycle, items, next } = await foundIn(params.cycleId, query, language, deps);
    const w = words.projects;
    const { categories } = cycle.ruleSet;
    const header = [
      w.facts.number,
      w.facts.pool,
      w.facts.title,
      w.facts.cost,
      w.facts.estimated,
      w.facts.status,
      w.facts.reason,
      w.facts.supporters,
      // Files of editions without categories stay as they were.
      ...(categories ? [w.facts.category] : []),
    ];
    const rows = items.map((project) => {
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
        ...(categories
          ? [one.category === null ? "" : categoryNameIn(language, { categories }, one.category)]
          : []),
      ];
    });
    return inParts(file(csvText(header, rows), CSV, "projekty.csv"), query, next);
  },
});

export const getProjectsGeojson = endpoint(routes.getProjectsGeojson, {
  summary: "The projects that have a point, as GeoJSON",
  description: PARTS,
  params: InCycle,
  query: FileQuery,
  replies: { 200: GEOJSON },
  cache: CACHE,
  handle: async ({ params, query, language }, deps) => {
    const { cycle, items, next } = await foundIn(params.cycleId, query, language, deps);
    const map = JSON.stringify(geojsonOf(items, cycle, deps.site.url));
    return inParts(file(map, GEOJSON, "projekty.geojson"), query, next);
  },
});
