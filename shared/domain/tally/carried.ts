import type { Grosze } from "../money.ts";
import type { PoolKind } from "../pool/kinds.ts";
import type { RollOver } from "../pool/roll-over.ts";
import type { ExclusionGroup, Project } from "./election.ts";

/** A pool that is counted before another: whom it funded, and what it left. */
export interface EarlierPool {
  readonly kind: PoolKind;
  readonly selected: readonly string[];
  readonly leftGrosze: Grosze;
}

/** A pool's own money and projects, before anything of another pool touches them. */
interface OwnContest {
  readonly kind: PoolKind;
  readonly budgetGrosze: Grosze;
  readonly projects: readonly Project[];
}

/** What earlier pools change: money that districts and areas left comes on top, and whoever an earlier pool shut out is out. */
export const carriedInto = (
  { kind, budgetGrosze, projects }: OwnContest,
  between: {
    readonly rollOver: RollOver;
    readonly groups: readonly ExclusionGroup[];
    readonly earlier: readonly EarlierPool[];
  },
) => {
  const { rollOver, earlier } = between;
  const others = earlier.filter((one) => one.kind !== "citywide");
  const extra =
    rollOver === "citywide-now" && kind === "citywide"
      ? others.reduce((sum, { leftGrosze }) => sum + leftGrosze, 0)
      : 0;
  const { out, groups } = seatsLeft(between.groups, new Set(earlier.flatMap(({ selected }) => selected)));
  return {
    budgetGrosze: budgetGrosze + extra,
    projects: projects.map((project): Project => {
      const group = out.get(project.id);
      if (project.excluded || !group) return project;
      const { reason, legalBasis } = group;
      return {
        ...project,
        excluded: { why: "excluded", reason, ...(legalBasis !== undefined && { legalBasis }) },
      };
    }),
    groups: within(
      groups,
      projects.map(({ id }) => id),
    ),
  };
};

/** The projects that are out, and what the groups still allow, where some of their projects are funded already. */
export const seatsLeft = (
  groups: readonly ExclusionGroup[],
  funded: ReadonlySet<string>,
): { readonly out: ReadonlyMap<string, ExclusionGroup>; readonly groups: readonly ExclusionGroup[] } => {
  const out = new Map<string, ExclusionGroup>();
  const open = groups.flatMap((group): ExclusionGroup[] => {
    const taken = group.projects.filter((id) => funded.has(id)).length;
    const seats = (group.rule === "best-wins" ? 1 : group.rule.atMost) - taken;
    const others = group.projects.filter((id) => !funded.has(id));
    if (seats <= 0) for (const id of others) out.set(id, group);
    const rule = group.rule === "best-wins" ? group.rule : { atMost: seats };
    return seats > 0 ? [{ ...group, projects: others, rule }] : [];
  });
  return { out, groups: open };
};

const within = (groups: readonly ExclusionGroup[], ids: readonly string[]): readonly ExclusionGroup[] => {
  const own = new Set(ids);
  return groups
    .map((group) => ({ ...group, projects: group.projects.filter((id) => own.has(id)) }))
    .filter(({ projects }) => projects.length > 1);
};
