import { z } from "zod";
import type { Cycle } from "../../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../../shared/domain/ids.ts";
import { WITH } from "../../../shared/domain/office/whose.ts";
import { CheckStage } from "../../../shared/domain/procedure/stages.ts";
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
import type { Held } from "../../../shared/subjects/checks/rules.ts";
import { openChecks } from "../../../shared/subjects/checks/store.ts";
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

/** Who works on which card now. */
const holdersIn = async (cycleId: CycleId, { store }: Deps): Promise<ReadonlyMap<string, Held>> => {
  const checks = openChecks(store.table);
  const cards = await Promise.all(CheckStage.options.map((stage) => checks.of(cycleId, stage)));
  return new Map(cards.flat().flatMap(({ projectId, held }) => (held ? [[projectId, held] as const] : [])));
};

const daysBetween = (from: Instant, to: Instant): number =>
  Math.floor(Math.max(0, secondsBetween(from, to)) / DAY_SECONDS);

export const getQueue = endpoint(routes.getQueue, {
  summary: "Proposals that wait for the office",
  query: z.object({
    cycle: z.string().max(40).optional().catch(undefined),
    status: ProjectStatus.optional().catch(undefined),
    held: z.enum(WITH).optional().catch(undefined),
  }),
  handle: async (request, deps) => {
    const { query, words, language, receivedAt, actor } = request;
    const cycles = await openCycles(deps);
    const chosen = chosenCycle(cycles, query.cycle ?? (await mostWaiting(cycles, deps)));
    if (!chosen) return view(noProjectsView(frameOf(request)));
    const { items: all } = await deps.store.projects.list(chosen.id);
    const holders = await holdersIn(chosen.id, deps);
    const isAsked = ({ id }: Project): boolean => {
      const by = holders.get(id)?.by;
      if (query.held === "me") return by === actor.id;
      return query.held === undefined || by === undefined;
    };
    const items = all
      .filter(matchesFilter({ status: query.status }))
      .filter((project) => (query.held === undefined || waits(project)) && isAsked(project))
      .toSorted((a, b) => Number(waits(b)) - Number(waits(a)) || (lastStepAt(a) < lastStepAt(b) ? -1 : 1))
      .map((project) => ({
        ...projectModel(project, chosen, language),
        daysWaiting: waits(project) ? daysBetween(lastStepAt(project), receivedAt) : null,
        heldBy: holders.get(project.id)?.byName ?? null,
      }));
    return view(
      queueView(frameIn(request, chosen), {
        cycleId: chosen.id,
        cycles: cycleChoices(cycles, words),
        status: query.status,
        held: query.held,
        items,
      }),
    );
  },
});
