import { z } from "zod";
import { checkVersion, cycleOf } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok, versionTag } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { CalendarChange, moveCalendar } from "./move-calendar.ts";
import { StaffCycle, staffCycle } from "./views.ts";

export const patchCalendar = endpoint(routes.patchCalendar, {
  summary: "Move or extend a phase",
  description:
    "A phase that has begun can only have another end, and one in the future. The gates of an open vote follow; a later end of it is proposed as an extension.",
  params: z.object({ cycleId: CycleId }),
  body: CalendarChange,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    checkVersion(request, cycle);
    const changed = await moveCalendar({ by: request, cycle, change: request.body }, deps);
    return ok(await staffCycle(changed, deps), { etag: versionTag(changed.version) });
  },
});
