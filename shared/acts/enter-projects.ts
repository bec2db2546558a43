import { z } from "zod";
import { canonicalJson, sha256Hex } from "../domain/canonical.ts";
import type { City } from "../domain/city.ts";
import { entryOf } from "../domain/cycle/calendar.ts";
import { type Cycle, isLocked, PoolId } from "../domain/cycle/cycle.ts";
import type { CycleId, ProjectId } from "../domain/ids.ts";
import { Grosze } from "../domain/money.ts";
import type { PendingAct } from "../domain/office/pending.ts";
import { ProjectNumber, projectNumber, readProjectNumber } from "../domain/project/number-scheme.ts";
import type { Project } from "../domain/project/project.ts";
import { checkCategory, checkCost } from "../domain/project/proposal.ts";
import { type Issue, notValid, refusal } from "../domain/refusals.ts";
import { accept, Refused } from "../domain/result.ts";
import { Slug } from "../domain/slug.ts";
import { title } from "../domain/text.ts";
import type { Deps } from "../platform/deps.ts";
import { idFrom } from "../platform/system.ts";
import { audited, type Deed, rowNamed } from "./audited.ts";
import { cycleOf } from "./cycle-of.ts";
import { propose } from "./propose.ts";
import type { TakesTwo } from "./takes-two.ts";

export const NewProjects = z
  .strictObject({
    projects: z
      .array(
        z.strictObject({
          pool: PoolId,
          number: ProjectNumber,
          /** The longest title of a real edition has 256 characters. */
          title: title(300),
          /** One of the edition's categories, where it has them. */
          category: Slug.optional(),
          costGrosze: Grosze.min(1),
        }),
      )
      .min(1)
      .max(300),
  })
  .meta({ id: "NewProjects" });
export type NewProjects = z.infer<typeof NewProjects>;

interface Numbered {
  readonly project: NewProjects["projects"][number];
  readonly sequence: number;
}

/** The numbers, each one of its pool and edition, and each once. */
const numberedIn = (
  { edition }: Pick<Cycle, "edition">,
  { projects }: NewProjects,
  { projectNumbers }: City,
): readonly Numbered[] => {
  const issues: Issue[] = [];
  const numbered = projects.map((project, place) => {
    const { pool, number } = project;
    const pointer = `/projects/${place}/number`;
    const parts = readProjectNumber(projectNumbers, number);
    const sequence = parts?.sequence ?? 1;
    if (!parts) issues.push({ pointer, rule: "format" });
    else if (parts.pool !== pool || parts.edition !== edition)
      issues.push({
        pointer,
        rule: "choice",
        limit: projectNumber(projectNumbers, { pool, edition, sequence }),
      });
    else if (projects.findIndex((one) => one.number === number) < place)
      issues.push({ pointer, rule: "duplicate" });
    return { project, sequence };
  });
  if (issues.length > 0) throw new Refused(notValid(issues));
  return numbered;
};

/** An edition with a call gets its ballot from proposals and their checks alone. */
const checkedIn = async (
  cycle: Cycle,
  asked: NewProjects,
  { store, site }: Deps,
): Promise<readonly Numbered[]> => {
  if (isLocked(cycle)) throw new Refused(refusal("cycle/locked", { phase: cycle.phase }));
  if (entryOf(cycle.calendar, "submission")) throw new Refused(refusal("project/by-call", {}));
  for (const [place, { pool, category, costGrosze: grosze }] of asked.projects.entries()) {
    const at = `/projects/${place}`;
    if (!cycle.pools.some(({ id }) => id === pool)) {
      const limit = cycle.pools.map(({ id }) => id).join(", ");
      throw new Refused(notValid([{ pointer: `${at}/pool`, rule: "choice", limit }]));
    }
    accept(checkCategory(cycle.ruleSet, category, `${at}/category`));
    accept(checkCost(cycle, pool, { grosze, pointer: `${at}/costGrosze` }));
  }
  const numbered = numberedIn(cycle, asked, site.city);
  const { items } = await store.projects.list(cycle.id, { consistent: true });
  const taken = new Set(items.map(({ number }) => number));
  for (const [place, { number }] of asked.projects.entries())
    if (taken.has(number))
      throw new Refused(refusal("project/number-taken", { number }, `/projects/${place}/number`));
  return numbered;
};

/** The moment at which a list was accepted, and by whom. */
type Accepted = Pick<NonNullable<PendingAct["settled"]>, "by" | "at">;

/**
 * The projects of a list that was accepted, the same however often they are made. Their ids come of the acceptance too: they are the tickets of
 * a lot, and whoever knows its seed and proposes the list must not choose them.
 */
const projectsOf = (
  { id: listId, proposal: { cycleId } }: PendingAct<"enter-projects">,
  numbered: readonly Numbered[],
  { by, at }: Accepted,
): { readonly project: Project; readonly sequence: number }[] =>
  numbered.map(({ project: { number, pool, title, category, costGrosze }, sequence }) => ({
    sequence,
    project: {
      id: idFrom("prj", Buffer.from(sha256Hex(canonicalJson([listId, by, at, number])), "hex")) as ProjectId,
      cycleId,
      number,
      pool,
      title,
      ...(category !== undefined && { category }),
      description: "",
      estimatedCostGrosze: costGrosze,
      costGrosze,
      status: "on-ballot",
      withdrawnAfterFreeze: false,
      supporters: 0,
      history: [{ at, status: "on-ballot" }],
      version: 1,
      submittedAt: at,
      fingerprint: listId,
    },
  }));

/** Puts on the ballot what is left of a list that was accepted: a long one is written in turns, and may have been broken off. */
export const finishEntering = async (cycleId: CycleId, { store, site }: Deps): Promise<void> => {
  const { pending, projects } = store;
  const accepted = async () => {
    const act = await pending.standing(cycleId, "enter-projects", "");
    return act?.state === "accepted" ? act : undefined;
  };
  const act = await accepted();
  if (!act?.settled) return;
  const all = projectsOf(act, numberedIn(act.proposal, act.proposal, site.city), act.settled);
  const outcome = await projects.finishEntering(cycleId, all, [await pending.leave(act)]);
  // Another who was at it in the same moment has done it.
  if (!outcome.ok && (await accepted())) accept(outcome);
};

/** The journal is kept when the proposal has gone. */
const numbersOf = (projects: NewProjects["projects"]): string =>
  projects.map(({ number }) => number).join(", ");

/** Projects that were decided on paper, straight onto the ballot list. */
export const enterProjects: TakesTwo<"enter-projects"> = {
  names: {
    propose: "postProjects",
    accept: "postProjectsAcceptance",
    refuse: "postProjectsRefusal",
    withdraw: "postPendingWithdrawal",
  },
  facts: ({ proposal: { projects } }) => ({ projects: numbersOf(projects) }),
  inParts: true,
  run: async (act, by, deps) => {
    const { cycleId, projects } = act.proposal;
    const cycle = await cycleOf(cycleId, deps);
    const numbered = await checkedIn(cycle, { projects }, deps);
    const record = audited({ ...by, route: rowNamed("postProjectsAcceptance") }, cycleId, {
      facts: { projects: numbersOf(projects), proposedBy: act.byName },
    });
    const all = projectsOf(act, numbered, { by: by.actor.id, at: by.receivedAt });
    return (settling) => deps.store.projects.beginEntering(cycleId, all, [...settling, record]);
  },
  follow: async ({ proposal: { cycleId } }, deps) => await finishEntering(cycleId, deps),
};

/** Proposes what will be on the ballot. One list waits at a time: whoever accepts it has seen that one. */
export const proposeProjects = async (
  { by, cycle, asked }: { readonly by: Deed; readonly cycle: Cycle; readonly asked: NewProjects },
  deps: Deps,
): Promise<PendingAct<"enter-projects">> => {
  await finishEntering(cycle.id, deps);
  await checkedIn(cycle, asked, deps);
  return await propose(
    enterProjects,
    {
      kind: "enter-projects",
      proposal: { cycleId: cycle.id, edition: cycle.edition, projects: asked.projects },
      by,
      kept: ({ byName: name, until }) => refusal("pending/waits", { name, until }),
    },
    deps,
  );
};
