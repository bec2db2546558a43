import { searchOf, shownProjects } from "../../../shared/acts/find-projects.ts";
import { nearestPool } from "../../../shared/domain/rule-set.ts";
import { noProjectsView, projectsView } from "../../../shared/pages/projects/list.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameIn, frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../../shared/platform/lists.ts";
import { PART_LINES } from "../../../shared/store/project-lines.ts";
import { routes } from "../../routes.ts";
import { insteadOf } from "../nearest-projects.ts";
import { chosenCycle, cycleChoices, shownCycles } from "./choose-cycle.ts";
import { categoryChoices, poolChoices, projectModel } from "./models.ts";
import { askedOf, asTexts, asTyped, ProjectFormQuery, readFilter } from "./projects-query.ts";

const PAGE = 20;

export const getProjectsPage = endpoint(routes.getProjectsPage, {
  summary: "Proposals and projects of an edition",
  query: ProjectFormQuery,
  cache: "public, max-age=0, s-maxage=30, stale-if-error=600",
  handle: async (request, deps) => {
    const { query, language } = request;
    const { projects } = deps.store;
    const cycles = await shownCycles(deps);
    const chosen = chosenCycle(cycles, query.cycle);
    if (!chosen) return view(noProjectsView(frameOf(request)));
    const { cycle: _cycle, cursor: later, ...typed } = query;
    const { filter, issues, unread } = readFilter(typed);
    const asked = askedOf(filter, chosen);
    const cursor = PageQuery.safeParse({ cursor: later, limit: PAGE });
    const page = { ...pageOf(cursor.success ? cursor.data : {}, PAGE), counts: true };
    const search = searchOf(asked, language);
    const { pools = chosen.pools.map(({ id }) => id), language: _, ...facts } = search;
    const isAsked = Object.values(facts).some((fact) => fact !== undefined);
    const [{ items, next, total }, size] = await Promise.all([
      shownProjects(chosen.id, search, page, deps),
      isAsked
        ? undefined
        : projects.shown(chosen.id, `size of ${pools}`, () => projects.size(chosen.id, pools)),
    ]);
    const isNothing = items.length === 0 && next === null && later === undefined;
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
        categories: categoryChoices(chosen, language),
        districts: deps.site.city.districts.map(({ id, name }) => [id, name]),
        // What could not be read stays as it was typed.
        filter: { ...asTyped(filter), ...unread },
        issues,
        asked: asTexts(asked),
        items: items.map((project) => projectModel(project, chosen, language)),
        total: total ?? size ?? null,
        next: cursorOf(next),
        isLater: later !== undefined,
        isInParts: (size ?? 0) > PART_LINES,
        instead,
      }),
    );
  },
});
