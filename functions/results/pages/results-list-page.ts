import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import { isBefore } from "../../../shared/domain/cycle/phases.ts";
import { type ResultsListModel, resultsListView } from "../../../shared/pages/results/list.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";

/** Later votes first. */
const newestFirst = (cycles: readonly Cycle[]): Cycle[] => {
  const votedAt = ({ calendar, createdAt }: Cycle): string =>
    entryOf(calendar, "voting")?.endsAt ?? createdAt;
  return cycles.toSorted((one, other) => (votedAt(one) < votedAt(other) ? 1 : -1));
};

const modelOf = (cycles: readonly Cycle[]): ResultsListModel => {
  const known = newestFirst(cycles.filter(({ phase }) => phase !== "draft" && phase !== "cancelled"));
  return {
    published: known
      .filter(({ phase }) => !isBefore(phase, "results"))
      .map(({ id, name, edition, calendar }) => ({
        cycleId: id,
        name,
        edition,
        votedUntil: entryOf(calendar, "voting")?.endsAt,
      })),
    due: known
      .filter(({ phase }) => isBefore(phase, "results"))
      .map(({ id, name, edition, calendar }) => ({
        cycleId: id,
        name,
        edition,
        at: entryOf(calendar, "results")?.startsAt,
      })),
  };
};

export const getResultsListPage = endpoint(routes.getResultsListPage, {
  summary: "Results by edition",
  cache: "public, max-age=0, s-maxage=30, stale-if-error=600",
  handle: async (request, { store }) => {
    const items = await store.cycles.allShown();
    return view(resultsListView(frameOf(request), modelOf(items)));
  },
});
