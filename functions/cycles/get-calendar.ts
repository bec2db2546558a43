import { z } from "zod";
import { cycleOf } from "../../shared/acts/cycle-of.ts";
import { cycleIcs } from "../../shared/domain/cycle/ics.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

export const getCycleCalendar = endpoint(routes.getCycleCalendar, {
  summary: "The calendar of an edition as a feed (RFC 5545); an extension moves its event",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: "text/calendar" },
  cache: "public, max-age=10, s-maxage=10, stale-if-error=600",
  handle: async ({ params, words }, deps) => {
    const cycle = await cycleOf(params.cycleId, deps);
    const title = words.edition(cycle.name, cycle.edition);
    const ics = cycleIcs(cycle, {
      siteUrl: deps.site.url,
      titleOf: (phase) => `${title}: ${words.phases[phase].name}`,
    });
    return file(ics, "text/calendar; charset=utf-8", "calendar.ics");
  },
});
