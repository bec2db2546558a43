import { z } from "zod";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { retentionOf } from "../../shared/acts/retention.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { RetentionClock } from "../../shared/domain/cycle/retention.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { Instant } from "../../shared/domain/time.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import type { Words } from "../../shared/words/words.ts";
import { routes } from "../routes.ts";

/** What becomes of an edition's personal data: what was destroyed and when, what will be, and what stays and why. */
const RetentionReport = z
  .object({
    cycleId: CycleId,
    /** The moment that it is of: now, or a day to come, and then nothing is destroyed by asking. */
    at: Instant,
    clocks: z.array(RetentionClock),
    stays: z.array(z.object({ what: z.string(), why: z.string() })),
  })
  .meta({ id: "RetentionReport" });
type RetentionReport = z.infer<typeof RetentionReport>;

export const retentionReport = async (
  cycle: Cycle,
  { at, words }: { readonly at: Instant; readonly words: Words },
  deps: Deps,
): Promise<RetentionReport> => ({
  cycleId: cycle.id,
  at,
  clocks: await retentionOf(cycle, at, deps),
  stays: words.retention.stays,
});

export const getRetention = endpoint(routes.getRetention, {
  summary: "What was destroyed of an edition's personal data, what will be, and what stays",
  description:
    "With `at` it is a dry run: what has not been destroyed by now and would be by then is `due`. Asking destroys nothing.",
  params: z.object({ cycleId: CycleId }),
  query: z.object({ at: Instant.optional() }),
  replies: { 200: RetentionReport },
  handle: async ({ params, query, receivedAt, words }, deps) =>
    json(
      await retentionReport(await cycleOf(params.cycleId, deps), { at: query.at ?? receivedAt, words }, deps),
    ),
});
