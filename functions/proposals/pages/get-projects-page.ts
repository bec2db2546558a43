import { nearestPool } from "../../../shared/domain/rule-set.ts";
import { noProjectsView, projectsView } from "../../../shared/pages/projects/list.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameIn, frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../../shared/platform/lists.ts";
import { routes } from "../../routes.ts";
import { findProjects, ProjectFormQuery, searchOf } from "../find-projects.ts";
import { insteadOf } from "../nearest-projects.ts";
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
    const { pool, status, q } = query;
    const cursor = PageQuery.safeParse({ cursor: query.cursor, limit: PAGE });
    const page = { ...pageOf(cursor.success ? cursor.data : {}, PAGE), counts: true };
    const isAsked = status !== undefined || q !== undefined;
    const pools = pool === undefined ? chosen.pools.map(({ id }) => id) : pool.split(",");
    const [{ items, next, total }, size] = await Promise.all([
      findProjects(chosen.id, searchOf({ pool, status, q }, language), page, deps),
      isAsked ? undefined : deps.store.projects.size(chosen.id, pools),
    ]);
    const search = searchOf({ pool, status, q }, language);
    const isNothing = items.length === 0 && next === null && query.cursor === undefined;
    const instead = isNothing ? await insteadOf(chosen.id, search, deps) : undefined;
    return view(
      projectsView(frameIn(request, chosen), {
        city: deps.site.city,
        listOf: (district) =>
          nearestPool(
            chosen.ruleSet,
            chosen.pools.map(({ id }) => id),
            district,
          ),
        cycleId: chosen.id,
        cycles: cycleChoices(cycles, request.words),
        pools: poolChoices(chosen, language),
        filter: query,
        items: items.map((project) => projectModel(project, chosen, language)),
        total: total ?? size ?? null,
        next: cursorOf(next),
        isLater: query.cursor !== undefined,
        instead,
      }),
    );
  },
});
