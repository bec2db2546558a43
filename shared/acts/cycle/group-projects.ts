import { type Cycle, isLocked } from "../../domain/cycle/cycle.ts";
import type { PendingAct, Proposal } from "../../domain/office/pending.ts";
import { type Issue, notValid, refusal } from "../../domain/refusals.ts";
import { Refused } from "../../domain/result.ts";
import type { EditionGroup } from "../../domain/tally/exclusion-group.ts";
import type { Deps } from "../../platform/deps.ts";
import type { Deed } from "../audited.ts";
import { cycleOf } from "../cycle-of.ts";
import { propose } from "../propose.ts";
import type { TakesTwo } from "../takes-two.ts";

/** Until the vote opens: nobody may shut a project out who has seen how it does. */
export const mayGroup = (cycle: Pick<Cycle, "phase">): boolean =>
  !isLocked(cycle) || cycle.phase === "ballot-frozen";

const checkPhase = (cycle: Pick<Cycle, "phase">): void => {
  if (!mayGroup(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
};

/** Each project of the edition, and once in a group. */
const issuesIn = (groups: readonly EditionGroup[], known: ReadonlyMap<string, string>): Issue[] =>
  groups.flatMap(({ projects }, group) =>
    projects.flatMap((project, place): Issue[] => {
      const pointer = `/groups/${group}/projects/${place}`;
      if (!known.has(project)) return [{ pointer, rule: "choice" }];
      return projects.indexOf(project) < place ? [{ pointer, rule: "duplicate" }] : [];
    }),
  );

/** The groups as the journal has them: `L13/01/XII × L13/04/XII; …`. */
const groupsText = ({ groups, numbers }: Pick<Proposal<"group-projects">, "groups" | "numbers">): string =>
  groups.map(({ projects }) => projects.map((id) => numbers[id] ?? id).join(" × ")).join("; ");

/** Groups of projects that cannot all be carried out, in place of those before. */
export const groupProjects: TakesTwo<"group-projects"> = {
  names: {
    propose: "putExclusionGroups",
    accept: "postExclusionGroupsAcceptance",
    refuse: "postExclusionGroupsRefusal",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal }) => ({ groups: groupsText(proposal) }),
  run: async ({ proposal: { cycleId, groups } }, _by, deps) => {
    const cycle = await cycleOf(cycleId, deps);
    checkPhase(cycle);
    return [await deps.store.cycles.changing(cycle, { exclusionGroups: groups })];
  },
};

interface Grouping {
  readonly by: Deed;
  readonly cycle: Cycle;
  readonly groups: EditionGroup[];
}

/** Proposes all groups of an edition. One list waits at a time: whoever accepts it has seen that one. */
export const proposeGroups = async (
  { by, cycle, groups }: Grouping,
  deps: Deps,
): Promise<PendingAct<"group-projects">> => {
  checkPhase(cycle);
  const { id: cycleId, edition } = cycle;
  const { items } = await deps.store.projects.list(cycleId);
  const known = new Map<string, string>(items.map(({ id, number }) => [id, number]));
  const issues = issuesIn(groups, known);
  if (issues.length > 0) throw new Refused(notValid(issues));
  const numbers = Object.fromEntries(
    groups.flatMap(({ projects }) => projects.map((id) => [id, known.get(id) ?? id])),
  );
  return await propose(
    groupProjects,
    {
      kind: "group-projects",
      proposal: { cycleId, edition, groups, numbers },
      by,
      kept: ({ byName: name, until }) => refusal("pending/waits", { name, until }),
    },
    deps,
  );
};
