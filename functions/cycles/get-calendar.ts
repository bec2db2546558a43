import { z } from "zod";
import { shownCycle } from "../../shared/acts/cycle-of.ts";
import { cycleIcs } from "../../shared/domain/cycle/ics.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { prefixOf } from "../../shared/domain/languages.ts";
import { sayingOf } from "../../shared/pages/letters/saying.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";

export const getCycleCalendar = endpoint(routes.getCycleCalendar, {
  summary: "The calendar of an edition as a feed (RFC 5545); an extension moves its event",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: "text/calendar" },
  cache: "public, max-age=10, s-maxage=10, stale-if-error=600",
  handle: async ({ params, words: { edition, feeds, phases }, language }, deps) => {
    const cycle = await shownCycle(params.cycleId, deps);
    const name = edition(cycle.name, cycle.edition);
    const ics = cycleIcs(cycle, {
      ...sayingOf({ feeds }, deps.site),
      siteUrl: `${deps.site.url}${prefixOf(language)}`,
      name,
      begins: (phase) => feeds.begins(name, phases[phase].name),
      ends: (phase, at) => feeds.ends(name, phases[phase].name, at),
    });
    return file(ics, "text/calendar; charset=utf-8", "calendar.ics");
  },
});
