import { z } from "zod";
import { cycleOf, shownCycle } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json, versionTag } from "../../shared/platform/http.ts";
import { cursorOf, listOf, PageQuery, pageOf } from "../../shared/platform/lists.ts";
import { routes } from "../routes.ts";
import { PublicCycle, publicCycle, StaffCycle, staffCycle } from "./views.ts";

const CACHE = "public, max-age=10, s-maxage=10, stale-if-error=600";

export const getCycles = endpoint(routes.getCycles, {
  summary: "Budget cycles, oldest first",
  query: PageQuery,
  replies: { 200: listOf(PublicCycle, "Cycles") },
  cache: CACHE,
  handle: async ({ query }, deps) => {
    const { items, next } = await deps.store.cycles.list(pageOf(query));
    return json({ items: items.map((cycle) => publicCycle(cycle, deps)), next: cursorOf(next) });
  },
});

export const getCycle = endpoint(routes.getCycle, {
  summary: "One budget cycle: phase, calendar, rules, pools",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: PublicCycle },
  cache: CACHE,
  handle: async ({ params }, deps) => json(publicCycle(await shownCycle(params.cycleId, deps), deps)),
});

export const getStaffCycle = endpoint(routes.getStaffCycle, {
  summary: "A cycle with what is next, what blocks it, and where the count stands",
  params: z.object({ cycleId: CycleId }),
  replies: { 200: StaffCycle },
  handle: async ({ params }, deps) => {
    const cycle = await cycleOf(params.cycleId, deps);
    return json(await staffCycle(cycle, deps), { etag: versionTag(cycle.version) });
  },
});
