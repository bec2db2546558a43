import { z } from "zod";
import { shownCycle } from "../../../shared/acts/cycle-of.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { existing } from "../../../shared/domain/result.ts";
import { whatIfView } from "../../../shared/pages/results/what-if.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { otherRules, WhatIfRule } from "../../../shared/rulesets/what-if.ts";
import { routes } from "../../routes.ts";
import { publishedResults } from "../published.ts";
import { whatIf } from "../what-if.ts";
import { nameIn, RESULTS_PAGE_CACHE } from "./results-page.ts";

export const getWhatIfPage = endpoint(routes.getWhatIfPage, {
  summary: "A published pool's ballots under another rule",
  params: z.object({ cycleId: CycleId, pool: z.string() }),
  query: z.object({ rule: WhatIfRule.optional() }),
  cache: RESULTS_PAGE_CACHE,
  handle: async (request, deps) => {
    const { cycleId, pool: poolId } = request.params;
    const [cycle, results] = await Promise.all([shownCycle(cycleId, deps), publishedResults(cycleId, deps)]);
    const pool = existing(results.pools.find(({ id }) => id === poolId));
    const rules = otherRules(pool.rule);
    const chosen = request.query.rule ?? "equalshares/add1-exhaustive";
    const counted = await whatIf(cycle, { pool: pool.id, rule: chosen }, deps);
    const name = nameIn(request.language, cycle)(pool);
    return view(whatIfView(frameOf(request), { results, pool, name, rules, chosen, ...counted }));
  },
});
