import { z } from "zod";
import { readiness } from "../../shared/acts/readiness.ts";
import { entryOf } from "../../shared/domain/cycle/calendar.ts";
import type { Cycle } from "../../shared/domain/cycle/cycle.ts";
import { newestFirst } from "../../shared/domain/cycle/newest-first.ts";
import { nextPhase } from "../../shared/domain/cycle/schedule.ts";
import { actsFor } from "../../shared/domain/office/directory.ts";
import { WHOSE } from "../../shared/domain/office/whose.ts";
import { dayOf } from "../../shared/domain/time.ts";
import { type OfficeHomeModel, type OpenEdition, officeHomeView } from "../../shared/pages/office/home.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { view } from "../../shared/platform/http.ts";
import { cursorOf, PageQuery, pageOf } from "../../shared/platform/lists.ts";
import { routes } from "../routes.ts";
import { viewerOf } from "./viewer-of.ts";
import { workList } from "./work-list.ts";

const editionOf = async (cycle: Cycle, deps: Deps): Promise<OpenEdition> => {
  const { id, name, edition, phase, calendar } = cycle;
  const next = nextPhase(cycle);
  return {
    id,
    name,
    edition,
    phase,
    endsAt: entryOf(calendar, phase)?.endsAt,
    next: next && { phase: next, startsAt: entryOf(calendar, next)?.startsAt },
    blockers: next === undefined ? [] : await readiness(cycle, next, deps),
  };
};

export const getOffice = endpoint(routes.getOffice, {
  summary: "The office's home: who you are and what is to do",
  query: PageQuery.pick({ cursor: true }).extend({ whose: z.enum(WHOSE).default("mine") }),
  handle: async (request, deps) => {
    const { whose, cursor } = request.query;
    const viewer = await viewerOf(request, deps);
    const list = await workList(whose, viewer, pageOf({ cursor }), deps.store.work.of);
    const actor = request.actor;
    const { items } = await deps.store.cycles.list();
    const open = newestFirst(items.filter(({ phase }) => phase !== "closed" && phase !== "cancelled"));
    const model: OfficeHomeModel = {
      now: request.receivedAt,
      id: actor.id,
      staff: viewer.staff,
      name: actor.name,
      roles: actor.roles,
      editions: await Promise.all(open.map((cycle) => editionOf(cycle, deps))),
      mayBegin: routes.getOfficeNewCycle.who.roles.some((role) => actor.roles.includes(role)),
      whose,
      work: list.items,
      next: cursorOf(list.next),
      isLater: cursor !== undefined,
      standsInFor: actsFor(viewer.me, viewer.staff, dayOf(viewer.now))
        .slice(1)
        .map(({ name }) => name),
    };
    return view(officeHomeView(frameOf(request), model));
  },
});
