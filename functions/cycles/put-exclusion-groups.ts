import { z } from "zod";
import { checkVersion, cycleOf } from "../../shared/acts/cycle-of.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { EditionGroup } from "../../shared/domain/tally/exclusion-group.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { ok, versionTag } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { setExclusionGroups } from "./set-exclusion-groups.ts";
import { StaffCycle, staffCycle } from "./views.ts";

const ExclusionGroups = z
  .strictObject({ groups: z.array(EditionGroup).max(100) })
  .meta({ id: "ExclusionGroups" });

export const putExclusionGroups = endpoint(routes.putExclusionGroups, {
  summary: "Name the projects that cannot all be carried out",
  description:
    "Until the vote opens. `best-wins`: the first in order takes part alone; `atMost`: so many are funded.",
  params: z.object({ cycleId: CycleId }),
  body: ExclusionGroups,
  replies: { 200: StaffCycle },
  handle: async (request, deps) => {
    const cycle = await cycleOf(request.params.cycleId, deps);
    checkVersion(request, cycle);
    const { groups } = request.body;
    const changed = await setExclusionGroups({ by: request, cycle, groups }, deps);
    return ok(await staffCycle(changed, deps), { etag: versionTag(changed.version) });
  },
});
