import { z } from "zod";
import { cycleOf } from "../../../shared/acts/cycle-of.ts";
import { entryOf } from "../../../shared/domain/cycle/calendar.ts";
import { newestFirst } from "../../../shared/domain/cycle/newest-first.ts";
import { nextPhase } from "../../../shared/domain/cycle/schedule.ts";
import { CycleId } from "../../../shared/domain/ids.ts";
import { editionView } from "../../../shared/pages/office/edition.ts";
import { editionsView, logView } from "../../../shared/pages/office/editions.ts";
import { endpoint } from "../../../shared/platform/endpoint.ts";
import { frameIn, frameOf } from "../../../shared/platform/frame.ts";
import { view } from "../../../shared/platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../../shared/platform/lists.ts";
import { routes } from "../../routes.ts";
import { editionModel } from "./edition-model.ts";

export const getOfficeCycles = endpoint(routes.getOfficeCycles, {
  summary: "The editions, the newest first",
  handle: async (request, { store }) => {
    const { items } = await store.cycles.list();
    const { actor } = request;
    return view(
      editionsView(frameOf(request), {
        mayBegin: actor.roles.includes("coordinator"),
        editions: newestFirst(items).map((cycle) => ({
          ...cycle,
          next: nextPhase(cycle),
          voting: entryOf(cycle.calendar, "voting"),
        })),
      }),
    );
  },
});

export const getOfficeCycle = endpoint(routes.getOfficeCycle, {
  summary: "One edition as staff run it",
  params: z.object({ cycleId: CycleId }),
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    return view(editionView(frameIn(request, cycle), await editionModel(cycle, request, deps)));
  },
});

export const getOfficeLog = endpoint(routes.getOfficeLog, {
  summary: "The log of an edition, newest first",
  params: z.object({ cycleId: CycleId }),
  query: PageQuery,
  handle: async (request, deps) => {
    const { id, name } = await cycleOf(request.params.cycleId, deps);
    const { items, next } = await deps.store.audit.list(id, pageOf(request.query));
    const isLater = request.query.cursor !== undefined;
    return view(logView(frameOf(request), { id, name, lines: items, next: cursorOf(next), isLater }));
  },
});
