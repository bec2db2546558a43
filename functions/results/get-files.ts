import { z } from "zod";
import { PACKAGE } from "../../shared/acts/result-files.ts";
import { PoolId } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { existing } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { RESULTS_CACHE } from "./get-results.ts";
import { publishedFiles } from "./published.ts";

export const getPoolPb = endpoint(routes.getPoolPb, {
  summary: "One pool's count as a Pabulib file",
  params: z.object({ cycleId: CycleId, pool: z.string().regex(/^[\w-]+\.pb$/) }),
  replies: { 200: "text/plain" },
  cache: RESULTS_CACHE,
  handle: async ({ params }, deps) => {
    const pool = PoolId.safeParse(params.pool.slice(0, -".pb".length));
    const bytes = existing(
      pool.success ? await (await publishedFiles(params.cycleId, deps)).get(`${pool.data}.pb`) : undefined,
    );
    return file(new TextDecoder().decode(bytes), "text/plain; charset=utf-8", params.pool);
  },
});

export const getPackage = endpoint(routes.getPackage, {
  summary: "The result package: everything needed to check the result",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: "application/zip" },
  cache: RESULTS_CACHE,
  handle: async ({ params }, deps) => {
    const bytes = await (await publishedFiles(params.cycleId, deps)).get(PACKAGE);
    if (!bytes) throw new Error("a published result without its package");
    return file(bytes, "application/zip", `results-${params.cycleId}.zip`);
  },
});
