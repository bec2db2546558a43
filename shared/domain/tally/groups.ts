import type { Contender } from "./contender.ts";
import type { Election, ExclusionGroup } from "./election.ts";

/** The groups that a project belongs to. */
export type GroupsOf = (contender: Contender) => readonly ExclusionGroup[];

export const groupsOf = ({ groups = [] }: Pick<Election, "groups">): GroupsOf => {
  const byProject = new Map<string, ExclusionGroup[]>();
  for (const group of groups) {
    for (const id of group.projects) byProject.set(id, [...(byProject.get(id) ?? []), group]);
  }
  return ({ project }) => byProject.get(project.id) ?? [];
};

/** The group by which a project is out, and which of the group's projects put it out. */
export interface GroupExclusion {
  readonly group: ExclusionGroup;
  readonly by: readonly string[];
}

/** Keeps count, along the order, of whom `best-wins` groups leave out: all but the first of those that take part. */
export const bestOfGroups = (groups: GroupsOf) => {
  const best = new Map<ExclusionGroup, string>();
  return (contender: Contender): GroupExclusion | null => {
    const mine = groups(contender).filter(({ rule }) => rule === "best-wins");
    const lost = mine.filter((group) => best.has(group));
    if (lost[0]) return { group: lost[0], by: lost.map((group) => best.get(group) as string) };
    for (const group of mine) best.set(group, contender.project.id);
    return null;
  };
};

/** Keeps count of what is funded, and says of a project whether a group of its own is full. */
export const groupSeats = (groups: GroupsOf) => {
  const taken = new Map<ExclusionGroup, string[]>();
  return {
    isOut: (contender: Contender): GroupExclusion | null => {
      for (const group of groups(contender)) {
        const by = taken.get(group) ?? [];
        if (group.rule !== "best-wins" && by.length >= group.rule.atMost) return { group, by };
      }
      return null;
    },
    fund: (contender: Contender): void => {
      for (const group of groups(contender))
        taken.set(group, [...(taken.get(group) ?? []), contender.project.id]);
    },
  };
};
