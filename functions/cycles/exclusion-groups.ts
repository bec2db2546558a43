import { z } from "zod";
import { audited, type Deed } from "../../shared/acts/audited.ts";
import { checkVersion, cycleOf } from "../../shared/acts/cycle-of.ts";
import { type Cycle, isLocked } from "../../shared/domain/cycle/cycle.ts";
import { CycleId } from "../../shared/domain/ids.ts";
import { type Issue, notValid, refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import { EditionGroup } from "../../shared/domain/tally/exclusion-group.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json, versionTag } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { StaffCycle, staffCycle } from "./views.ts";

/** Until the vote opens: nobody may shut a project out who has seen how it does. */
export const mayGroup = (cycle: Pick<Cycle, "phase">): boolean =>
  !isLocked(cycle) || cycle.phase === "ballot-frozen";

/** Each project of the edition, and once in a group. */
const issuesIn = (groups: readonly EditionGroup[], known: ReadonlySet<string>): Issue[] =>
  groups.flatMap(({ projects }, group) =>
    projects.flatMap((project, place): Issue[] => {
      const pointer = `/groups/${group}/projects/${place}`;
      if (!known.has(project)) return [{ pointer, rule: "choice" }];
      return projects.indexOf(project) < place ? [{ pointer, rule: "duplicate" }] : [];
    }),
  );

/** Names the groups of projects that cannot all be carried out, in place of those before. */
export const setExclusionGroups = async (
  { by, cycle, groups }: { readonly by: Deed; readonly cycle: Cycle; readonly groups: EditionGroup[] },
  deps: Deps,
): Promise<Cycle> => {
  if (!mayGroup(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  const { items } = await deps.store.projects.list(cycle.id);
  const issues = issuesIn(groups, new Set(items.map(({ id }) => id)));
  if (issues.length > 0) throw new Refused(notValid(issues));
  const numbers = new Map(items.map(({ id, number }) => [id as string, number]));
  const facts = {
    groups: groups.map(({ projects }) => projects.map((id) => numbers.get(id)).join(" × ")).join("; "),
  };
  const record = audited({ ...by, route: routes.putExclusionGroups }, cycle.id, { facts });
  return accept(await deps.store.cycles.change(cycle, { exclusionGroups: groups }, [record]));
};

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
    return json(await staffCycle(changed, deps), { etag: versionTag(changed.version) });
  },
});
