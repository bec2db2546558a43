import { z } from "zod";
import { CycleId } from "../../shared/domain/ids.ts";
import { Results } from "../../shared/domain/results/results.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file, json } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { csvOf } from "./csv.ts";
import { explained } from "./explained.ts";
import { publishedResults } from "./published.ts";

export const RESULTS_CACHE = "public, max-age=60, s-maxage=60, stale-if-error=86400";

/** The results with a sentence for every project, in the reader's language. */
const ToldResults = z
  .looseObject({
    ...Results.shape,
    pools: z.array(
      z.looseObject({ id: z.string(), projects: z.array(z.looseObject({ reason: z.string() })) }),
    ),
  })
  .meta({ id: "PublishedResults" });

export const getResults = endpoint(routes.getResults, {
  summary: "The published results, with a reason for every project",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: ToldResults },
  cache: RESULTS_CACHE,
  handle: async ({ params, words }, deps) => {
    const results = await publishedResults(params.cycleId, deps);
    return json({
      ...results,
      pools: results.pools.map((pool) => ({ ...pool, projects: explained(pool, results, words) })),
    });
  },
});

export const getResultsCsv = endpoint(routes.getResultsCsv, {
  summary: "The published results as one table",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: "text/csv" },
  cache: RESULTS_CACHE,
  handle: async ({ params, words }, deps) => {
    const results = await publishedResults(params.cycleId, deps);
    return file(csvOf(results, words), "text/csv; charset=utf-8", `results-${results.edition}.csv`);
  },
});
