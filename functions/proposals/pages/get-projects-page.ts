import { nearestPool } from "../../../shared/domain/rule-set.ts";
import { noProjectsView, projectsView } from "../../../shared/pages/projects/list.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameIn, frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { cursorOf, PageQuery } from "../../../shared/platform/lists.ts";
import { routes } from "../../routes.ts";
import { findProjects, ProjectFormQuery, pageOfProjects } from "../find-projects.ts";
import { chosenCycle, cycleChoices, shownCycles } from "./choose-cycle.ts";
import { poolChoices, projectModel } from "./models.ts";

const PAGE = 20;

export const getProjectsPage = endpoint(routes.getProjectsPage, {
  summary: "Proposals and projects of an edition",
  query: ProjectFormQuery,
  cache: "public, max-age=0, s-maxage=30, stale-if-error=600",
  handle: async (request, deps) => {
    const { query, language } = request;
    const cycles = await shownCycles(deps);
    const chosen = chosenCycle(cycles, query.cycle);
    if (!chosen) return view(noProjectsView(frameOf(request)));
    const { cycle, found } = await findProjects(chosen.id, query, deps);
    const cursor = PageQuery.safeParse({ cursor: query.cursor, limit: PAGE });
    const { items, next, total } = pageOfProjects(found, cursor.success ? cursor.data : { limit: PAGE });
    return view(
      projectsView(frameIn(request, cycle), {
        city: deps.site.city,
        listOf: (district) =>
          nearestPool(
            cycle.ruleSet,
            cycle.pools.map(({ id }) => id),
            district,
          ),
        cycleId: cycle.id,
        cycles: cycleChoices(cycles, request.words),
        pools: poolChoices(cycle, language),
        filter: query,
        items: items.map((project) => projectModel(project, cycle, language)),
        total,
        next: cursorOf(next),
        isLater: query.cursor !== undefined,
      }),
    );
  },
});
