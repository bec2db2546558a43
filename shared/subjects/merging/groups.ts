/** Proposals that may be one, as the system proposes them: somebody of the office asks their authors, or says that they stay apart. */
import { z } from "zod";
import { cycleOf } from "../../acts/cycle-of.ts";
import { addressAt, pathTo } from "../../domain/addresses.ts";
import { checksOf } from "../../domain/ballot/check-ballot.ts";
import type { Cycle } from "../../domain/cycle/cycle.ts";
import { CycleId } from "../../domain/ids.ts";
import { alikeProposals } from "../../domain/project/alike.ts";
import { isMergeable } from "../../domain/project/merging.ts";
import type { Project } from "../../domain/project/project.ts";
import { refusal } from "../../domain/refusals.ts";
import { existing, ok } from "../../domain/result.ts";
import type { Deps } from "../../platform/deps.ts";
import { keys } from "../../store/keys.ts";
import { create } from "../../store/write.ts";
import { subjectOf } from "../act.ts";
import { formOf } from "../form-of.ts";
import { groupAbout, groupsAbout, groupTitle, said } from "./groups-pages.ts";
import { at, mergingGroupRows as rows } from "./rows.ts";
import { Apart, type Group, GroupId, KeepApart, MergingGroup, MergingGroups } from "./rules.ts";

interface Groups {
  readonly cycle: Cycle;
  readonly groups: readonly Group[];
  readonly version?: number;
}

/** The groups of an edition: those of which nobody has said anything first. */
export const groupsIn = async (cycle: Cycle, { store }: Pick<Deps, "store">): Promise<Group[]> => {
  const { pk, sk: prefix = "" } = keys.apart(cycle.id, "");
  const [{ items }, apart] = await Promise.all([
    store.projects.list(cycle.id, { consistent: true }),
    store.table.query(pk, Apart, { prefix, consistent: true }),
  ]);
  const inOrder = items.filter(isMergeable).toSorted((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1));
  const saidOf = new Map(apart.items.map((one) => [one.id, one]));
  return alikeProposals(inOrder, checksOf(cycle).nearMetres)
    .map((group): Group => {
      const apart = saidOf.get(group.id);
      return { ...group, cycle, apart, version: apart ? 2 : 1 };
    })
    .toSorted((a, b) => Number(a.apart !== undefined) - Number(b.apart !== undefined));
};

/** The numbers of those that may be one with a proposal, as far as so many can be merged at once. */
export const alikeNumbers = async (
  cycle: Cycle,
  { id }: Pick<Project, "id">,
  deps: Pick<Deps, "store">,
): Promise<string> => {
  const group = (await groupsIn(cycle, deps)).find(
    ({ projects, apart }) => apart === undefined && projects.some((one) => one.id === id),
  );
  const others = group?.projects.filter((one) => one.id !== id) ?? [];
  return others.length > 2 ? "" : others.map(({ number }) => number).join(", ");
};

const stateOf = ({ apart }: Pick<Group, "apart">) => (apart ? ("apart" as const) : ("proposed" as const));

const shown = (group: Group): MergingGroup => ({
  id: group.id,
  state: stateOf(group),
  why: [...group.why],
  projects: group.projects.map(({ id, number, title }) => ({ id, number, title })),
  reason: group.apart?.reason ?? null,
});

const all = subjectOf({
  params: z.object({ cycleId: CycleId }),
  find: async ({ cycleId }, deps): Promise<Groups> => {
    const cycle = await cycleOf(cycleId, deps);
    return { cycle, groups: await groupsIn(cycle, deps) };
  },
  stateAt: () => "kept" as const,
  blockers: {},
  words: () => ({ states: { kept: "" }, acts: {}, blockers: {} }),
  journal: ({ cycle }) => cycle.id,
  title: (frame) => said(frame).title,
  address: ({ cycle }) => addressAt(at.groups, { cycleId: cycle.id }),
  back: {
    address: ({ cycle }) => `${pathTo("officeProposals")}?cycle=${cycle.id}`,
    title: (frame) => frame.words.checks.title,
  },
  about: (frame, { thing }) => groupsAbout(frame, thing.groups),
  reply: MergingGroups,
  shown: ({ groups }) => ({ items: groups.map(shown) }),
});

const one = subjectOf({
  params: z.object({ cycleId: CycleId, groupId: GroupId }),
  find: async ({ cycleId, groupId }, deps): Promise<Group> => {
    const groups = await groupsIn(await cycleOf(cycleId, deps), deps);
    return existing(groups.find(({ id }) => id === groupId));
  },
  stateAt: stateOf,
  blockers: {},
  words: (frame) => {
    const { states, acts } = said(frame);
    return { states, acts, blockers: {} };
  },
  journal: ({ cycle }) => cycle.id,
  title: groupTitle,
  address: ({ cycle, id }) => addressAt(at.group, { cycleId: cycle.id, groupId: id }),
  back: {
    address: ({ cycle }) => addressAt(at.groups, { cycleId: cycle.id }),
    title: (frame) => said(frame).title,
  },
  about: (frame, { thing }) => groupAbout(frame, thing),
  reply: MergingGroup,
  shown,
});

const keepApart = one.act({
  name: "keepApart",
  summary: "Say that proposals which are alike stay apart, and why; the group is proposed no more",
  json: rows.postMergingGroupParting,
  form: rows.postOfficeMergingGroupParting,
  from: ["proposed"],
  kind: "second",
  asks: { form: formOf(KeepApart), words: (frame) => said(frame).fields },
  does: async ({ reason }, { thing, by, record, deps }) => {
    const { id, cycle, projects } = thing;
    const numbers = projects.map(({ number }) => number);
    const apart: Apart = {
      ...{ id, numbers, reason },
      ...{ by: by.actor.id, byName: by.actor.name, at: by.receivedAt },
    };
    const written = await deps.store.table.write([
      create({
        key: keys.apart(cycle.id, id),
        item: apart,
        otherwise: () => refusal("act/wrong-state", { state: said(by).states.apart }),
      }),
      record({ numbers: numbers.join(", ") }),
    ]);
    return written.ok ? ok({ ...thing, apart, version: 2 }) : written;
  },
});

export const getMergingGroups = all.read(rows.getMergingGroups, "Proposals that may be one");
export const getOfficeMergingGroups = all.page(rows.getOfficeMergingGroups, "Proposals that may be one");
export const getOfficeMergingGroup = one.page(
  rows.getOfficeMergingGroup,
  "Proposals that may be one, side by side",
);
export const postMergingGroupParting = keepApart.json;
export const postOfficeMergingGroupParting = keepApart.form;
