import { z } from "zod";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { Project } from "../../../shared/domain/project/project.ts";
import { matchesFilter } from "../../../shared/domain/project/search.ts";
import { ProjectStatus } from "../../../shared/domain/project/stages.ts";
import { type Instant, secondsBetween } from "../../../shared/domain/time.ts";
import { noProjectsView } from "../../../shared/pages/projects/list.ts";
import { queueView } from "../../../shared/pages/proposals/queue.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameIn, frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { routes } from "../../routes.ts";
import { chosenCycle, cycleChoices, openCycles } from "./choose-cycle.ts";
import { projectModel } from "./models.ts";

const DAY_SECONDS = 86_400;

/** Since the last step: that is how long it has waited for the next. */
const lastStepAt = ({ history, submittedAt }: Project): Instant => history.at(-1)?.at ?? submittedAt;

/** Whether a decision of the office is due. */
const waits = ({ status }: Project): boolean => status === "submitted" || status === "formally-accepted";

/** The edition in which most proposals wait, if they wait anywhere. */
const mostWaiting = async (cycles: readonly Cycle[], { store }: Deps): Promise<string | undefined> => {
  const queues = await Promise.all(
    cycles.map(async ({ id }) => ({
      id,
      length: (await store.projects.list(id)).items.filter(waits).length,
    })),
  );
  const [longest] = queues.toSorted((a, b) => b.length - a.length);
  return longest?.length ? longest.id : undefined;
};

const daysBetween = (from: Instant, to: Instant): number =>
  Math.floor(Math.max(0, secondsBetween(from, to)) / DAY_SECONDS);

export const getQueue = endpoint(routes.getQueue, {
  summary: "Proposals that wait for the office",
  query: z.object({
    cycle: z.string().max(40).optional().catch(undefined),
    status: ProjectStatus.optional().catch(undefined),
  }),
  handle: async (request, deps) => {
    const { query, words, language, receivedAt } = request;
    const cycles = await openCycles(deps);
    const chosen = chosenCycle(cycles, query.cycle ?? (await mostWaiting(cycles, deps)));
    if (!chosen) return view(noProjectsView(frameOf(request)));
    const { items: all } = await deps.store.projects.list(chosen.id);
    const items = all
      .filter(matchesFilter({ status: query.status }))
      .toSorted((a, b) => Number(waits(b)) - Number(waits(a)) || (lastStepAt(a) < lastStepAt(b) ? -1 : 1))
      .map((project) => ({
        ...projectModel(project, chosen, language),
        daysWaiting: waits(project) ? daysBetween(lastStepAt(project), receivedAt) : null,
      }));
    return view(
      queueView(frameIn(request, chosen), {
        cycleId: chosen.id,
        cycles: cycleChoices(cycles, words),
        status: query.status,
        items,
      }),
    );
  },
});
