import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { newestFirst } from "../../shared/domain/cycle/newest-first.ts";
import { isBefore, type Phase } from "../../shared/domain/cycle/phases.ts";
import type { Instant } from "../../shared/domain/time.ts";
import { type EditionModel, homeView } from "../../shared/pages/site/home.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { view } from "../../shared/platform/http.ts";
import { inLanguage } from "../../shared/words/fallback.ts";
import { routes } from "../routes.ts";

/** What a resident can act on stands before what can be read; an edition that is not listed is not shown. */
const URGENCY: readonly Phase[] = [
  "voting",
  "submission",
  "ballot-frozen",
  "appeals",
  "formal-review",
  "merit-review",
  "counting",
  "sealed",
  "results",
  "implementation",
];

const editionOf = ({ id, name, edition, phase, calendar }: Cycle, now: Instant): EditionModel => {
  const next = calendar.find((entry) => entry.startsAt > now && isBefore(phase, entry.name));
  return {
    id,
    name,
    edition,
    phase,
    endsAt: entryOf(calendar, phase)?.endsAt,
    next: next && { phase: next.name, startsAt: next.startsAt },
  };
};

export const getHome = endpoint(routes.getHome, {
  summary: "What can be done now",
  cache: "public, max-age=0, s-maxage=30, stale-if-error=600",
  handle: async (request, { store, site }) => {
    const { receivedAt: now } = request;
    const items = await store.cycles.allShown();
    const editions = newestFirst(items.filter(({ phase }) => URGENCY.includes(phase)))
      .sort((a, b) => URGENCY.indexOf(a.phase) - URGENCY.indexOf(b.phase))
      .map((cycle) => editionOf(cycle, now));
    return view(
      homeView(frameOf(request), { now, cityName: inLanguage(site.city.name, request.language), editions }),
    );
  },
});
