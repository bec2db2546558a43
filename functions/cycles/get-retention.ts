import { z } from "zod";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { Instant } from "../../shared/domain/time.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { RetentionReport, retentionReport } from "./retention-view.ts";

export const getRetention = endpoint(routes.getRetention, {
  summary: "What was destroyed of an edition's personal data, what will be, and what stays",
  description:
    "With `at` it is a dry run: what has not been destroyed by now and would be by then is `due`. Asking destroys nothing.",
  params: z.object({ cycleId: CycleId }),
  query: z.object({ at: Instant.optional() }),
  replies: { 200: RetentionReport },
  handle: async ({ params, query, receivedAt, words }, deps) =>
    ok(
      await retentionReport(await cycleOf(params.cycleId, deps), { at: query.at ?? receivedAt, words }, deps),
    ),
});
