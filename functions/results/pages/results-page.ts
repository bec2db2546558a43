import { z } from "zod";
import { shownCycle } from "../../../shared/acts/cycle-of.ts";
import { awaitedOf } from "../../../shared/domain/cycle/awaited.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import type { Language } from "../../../shared/domain/languages.ts";
import { existing, Refused } from "../../../shared/domain/result.ts";
import type { Results } from "../../../shared/domain/results/results.ts";
import { districtsIn, kindOf } from "../../../shared/domain/rule-set.ts";
import { type NameOf, resultsView } from "../../../shared/pages/results/cycle.ts";
import { resultsDueView } from "../../../shared/pages/results/list.ts";
import { poolResultsView } from "../../../shared/pages/results/pool.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { type Reply, view } from "../../../shared/platform/http.ts";
import { inLanguage } from "../../../shared/words/fallback.ts";
import { poolNameIn } from "../../../shared/words/pool-name.ts";
import { routes } from "../../routes.ts";
import { publishedResults } from "../published.ts";

/** Short, so that the page turns at the announced minute. */
export const RESULTS_PAGE_CACHE = "public, max-age=0, s-maxage=30, stale-if-error=86400";

export const nameIn =
  (language: Language, { ruleSet }: Cycle): NameOf =>
  ({ id, name }) =>
    poolNameIn(language, ruleSet, id) ?? name;

/** The published results; before the publication undefined, and the page says when they are due. */
const published = async (cycleId: CycleId, deps: Deps): Promise<Results | undefined> => {
  try {
    return await publishedResults(cycleId, deps);
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === "results/not-published") return undefined;
    throw error;
  }
};

const namedDistricts = ({ ruleSet }: Cycle, language: Language) =>
  districtsIn(ruleSet).map(({ id, name }) => ({ id, name: inLanguage(name, language) }));

/** Until the publication the page of an edition says when it is due, and how many have voted so far. */
const due = async (request: Request, cycle: Cycle, { store }: Deps): Promise<Reply> => {
  const { id, edition, calendar, phase } = cycle;
  const turnout = phase === "cancelled" ? undefined : await store.turnouts.get(id);
  return view(
    resultsDueView(frameOf(request), {
      edition,
      at: entryOf(calendar, "results")?.startsAt,
      awaited: awaitedOf(cycle, request.receivedAt),
      running: turnout && { turnout, districts: namedDistricts(cycle, request.language) },
    }),
  );
};

export const getResultsPage = endpoint(routes.getResultsPage, {
  summary: "The results of an edition",
  params: z.object({ cycleId: CycleId }),
  cache: RESULTS_PAGE_CACHE,
  handle: async (request, deps) => {
    const { cycleId } = request.params;
    const [cycle, results] = await Promise.all([shownCycle(cycleId, deps), published(cycleId, deps)]);
    const frame = frameOf(request);
    return results
      ? view(
          resultsView(frame, {
            results,
            districts: namedDistricts(cycle, request.language),
            nameOf: nameIn(request.language, cycle),
            kindOf: (pool) => kindOf(cycle.ruleSet, pool),
          }),
        )
      : await due(request, cycle, deps);
  },
});

export const getPoolResultsPage = endpoint(routes.getPoolResultsPage, {
  summary: "The results of one pool, with a reason for every project",
  params: z.object({ cycleId: CycleId, pool: z.string() }),
  cache: RESULTS_PAGE_CACHE,
  handle: async (request, deps) => {
    const { cycleId, pool: poolId } = request.params;
    const [cycle, results] = await Promise.all([shownCycle(cycleId, deps), published(cycleId, deps)]);
    const frame = frameOf(request);
    if (!results) return await due(request, cycle, deps);
    const pool = existing(results.pools.find(({ id }) => id === poolId));
    return view(poolResultsView(frame, { results, pool, name: nameIn(request.language, cycle)(pool) }));
  },
});
