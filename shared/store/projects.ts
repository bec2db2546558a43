import type { CycleId, ProjectId } from "../domain/ids.ts";
import { advance } from "../domain/lifecycle.ts";
import type { Work } from "../domain/office/work.ts";
import { Project, type Step } from "../domain/project/project.ts";
import { PROJECT_STAGES, type ProjectEvent } from "../domain/project/stages.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import type { Instant } from "../domain/time.ts";
import { keys } from "./keys.ts";
import { openNumbering } from "./numbering.ts";
import { openPostings, statusPosting, statusWrites } from "./postings.ts";
import { listing, openProjectLines } from "./project-lines.ts";
import type { QueryOptions } from "./reads.ts";
import type { Table } from "./table.ts";
import { WAITS_NO_MORE, waits } from "./work.ts";
import { type Attributes, put, update, type Write } from "./write.ts";

export interface Move {
  readonly at: Instant;
  /** The reason that residents read in the project's history. */
  readonly reason?: string | undefined;
  readonly set?: Partial<Pick<Project, "costGrosze" | "reason" | "legalBasis" | "withdrawnAfterFreeze">>;
  /** What it waits for from here on. */
  readonly work?: Work | undefined;
}

const changed = (met: Attributes | undefined, project: Project): Refusal => {
  if (met === undefined) return refusal("thing/not-found", {});
  return met.status === project.status
    ? refusal("request/changed-since", { version: Number(met.version) })
    : refusal("project/state", { status: String(met.status) });
};

const stepped = (project: Project, step: Step, set: Partial<Project>): Project => ({
  ...project,
  ...set,
  status: step.status,
  version: project.version + 1,
  history: [...project.history, step],
});

/** How many projects are written to at a time. */
const AT_ONCE = 8;

export const openProjects = (table: Table) => {
  const numbering = openNumbering(table);

  /** A step of a project as it was read: from this status and version, or not at all. */
  const stepWrite = (project: Project, step: Step, set: Partial<Project>, work?: Work): Write =>
    update({
      key: keys.project(project.cycleId, project.id),
      set: { ...set, status: step.status, version: project.version + 1, ...(work && waits(work)) },
      remove: work ? [] : WAITS_NO_MORE,
      append: { history: [step] },
      when: {
        text: "#status = :status AND #version = :version",
        values: { status: project.status, version: project.version },
      },
      otherwise: (met) => changed(met, project),
    });

  const move = async (
    project: Project,
    event: ProjectEvent,
    { at, reason, set = {}, work }: Move,
    also: readonly Write[] = [],
  ): Promise<Result<Project>> => {
    const next = advance(PROJECT_STAGES, project.status, event);
    if (!next.ok) return next;
    const step: Step = { at, status: next.value, ...(reason !== undefined && { reason }) };
    const touchesList = event === "admit" || (event === "withdraw" && project.status === "on-ballot");
    const outcome = await table.write([
      stepWrite(project, step, set, work),
      ...statusWrites(project, next.value),
      ...(touchesList ? [numbering.listChange(project.cycleId, project.pool)] : []),
      ...also,
    ]);
    return outcome.ok ? ok(stepped(project, step, set)) : outcome;
  };

  const list = (cycleId: CycleId, page: Pick<QueryOptions, "after" | "limit" | "consistent"> = {}) =>
    table.query(keys.project(cycleId, "prj_" as ProjectId).pk, Project, { prefix: "PROJECT#", ...page });

  return {
    ...numbering,
    ...openProjectLines(table),
    ...openPostings(table),

    get: (cycleId: CycleId, projectId: ProjectId): Promise<Project | undefined> =>
      table.get(keys.project(cycleId, projectId), Project),

    /** The projects of a cycle, in no order that means anything; all of them without a limit. */
    list,

    move,

    /** Lists what a release before has written, and has it found. Done again it changes nothing; what happens meanwhile stands. */
    listAnew: async (cycleId: CycleId): Promise<void> => {
      const { items } = await list(cycleId, { consistent: true });
      await openPostings(table).post(items);
      const left = [...items];
      const worker = async (): Promise<void> => {
        for (let project = left.pop(); project; project = left.pop()) {
          const { cycleId: of, id } = project;
          await table.write([
            update({
              key: keys.project(of, id),
              set: listing(project),
              when: { text: "attribute_exists(#pk)" },
            }),
            put(statusPosting(project)),
          ]);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      await numbering.recount(cycleId, items);
    },

    /** The projects of a cycle that were taken out after its list was frozen. */
    allTakenOut: async (cycleId: CycleId): Promise<Project[]> => {
      const only = { attribute: "withdrawnAfterFreeze", is: true };
      const { pk } = keys.project(cycleId, "prj_" as ProjectId);
      return (await table.query(pk, Project, { prefix: "PROJECT#", consistent: true, only })).items;
    },

    /** A project taken out after the vote, and the write of it: the list that was voted on keeps it, the count leaves it out. */
    takenOut: (
      project: Project,
      {
        at,
        reason,
        legalBasis,
      }: { readonly at: Instant; readonly reason: string; readonly legalBasis: string },
    ): { readonly project: Project; readonly write: Write } => {
      const step: Step = { at, status: "withdrawn", reason };
      const set = { withdrawnAfterFreeze: true, reason, legalBasis };
      const write = { ...stepWrite(project, step, set), and: statusWrites(project, "withdrawn") };
      return { project: stepped(project, step, set), write };
    },

    /**
     * What became of every project of a vote, once the result is public. Done again it finds only what is left to do. `also` goes with each,
     * for the letter to its author.
     */
    decide: async (
      cycleId: CycleId,
      selected: ReadonlySet<string>,
      at: Instant,
      also: (project: Project) => Promise<readonly Write[]>,
    ): Promise<void> => {
      const { items } = await list(cycleId, { consistent: true });
      const left = items.filter(({ status }) => status === "on-ballot");
      const worker = async (): Promise<void> => {
        for (let project = left.pop(); project; project = left.pop()) {
          const event = selected.has(project.id) ? "select" : "not-select";
          const outcome = await move(project, event, { at }, await also(project));
          if (!outcome.ok && outcome.refusal.code !== "project/state")
            throw new Error(`project ${project.id}: ${outcome.refusal.code}`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    },
  };
};
