import { audited, type Deed } from "../../shared/acts/audited.ts";
import { type Cycle, isLocked } from "../../shared/domain/cycle/cycle.ts";
import { type Issue, notValid, refusal } from "../../shared/domain/refusals.ts";
import { accept, Refused } from "../../shared/domain/result.ts";
import type { EditionGroup } from "../../shared/domain/tally/exclusion-group.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { routes } from "../routes.ts";

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
