import { z } from "zod";
import { PACKAGE } from "../../shared/acts/result-files.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { existing } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import type { Reply } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { RESULTS_CACHE } from "./get-results.ts";
import { publishedFiles } from "./published.ts";

/** Where a published file is: it goes from the files' own place, however large it is. */
const at = (path: string): Reply => ({
  status: 302,
  headers: { location: `/${path}`, "cache-control": RESULTS_CACHE },
});

const LEADS = { 302: "Leads to the file under the path of its version, which never changes" };

export const getPoolPb = endpoint(routes.getPoolPb, {
  summary: "One pool's count as a Pabulib file",
  params: z.object({ cycleId: CycleId, pool: z.string().regex(/^[\w-]+\.pb$/) }),
  replies: LEADS,
  handle: async ({ params }, deps) => {
    const files = await publishedFiles(params.cycleId, deps);
    const pool = params.pool.slice(0, -".pb".length);
    const { pools } = await files.results();
    existing(pools.find(({ id }) => id === pool));
    return at(files.path(params.pool));
  },
});

export const getPackage = endpoint(routes.getPackage, {
  summary: "The result package: everything needed to check the result",
  params: z.object({ cycleId: CycleId }),
  replies: LEADS,
  handle: async ({ params }, deps) => at((await publishedFiles(params.cycleId, deps)).path(PACKAGE)),
});
