import { z } from "zod";
import type { CycleId, ProjectId } from "../domain/ids.ts";
import { advance } from "../domain/lifecycle.ts";
import type { Work } from "../domain/office/work.ts";
import { authorNameOf, Project, type Step } from "../domain/project/project.ts";
import { PROJECT_STAGES, type ProjectEvent } from "../domain/project/stages.ts";
import { Wish } from "../domain/project/wish.ts";
import { type Refusal, refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { Instant } from "../domain/time.ts";
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

/** What an author may say anew. The pool is not among it: the number has it. */
const EDITED = [
  "title",
  "description",
  "place",
  "category",
  "location",
  "details",
  "estimatedCostGrosze",
  "author",
] as const satisfies readonly (keyof Project)[];
type Edit = Pick<Project, (typeof EDITED)[number]>;
/** Who stands behind it is said beside, where it changes with the text. */
type Said = Edit & Pick<Project, "coAuthors">;

/** What of a proposal its author may say anew, and nothing else of it. */
const editedIn = (said: Edit): Partial<Edit> =>
  Object.fromEntries(EDITED.flatMap((field) => (said[field] === undefined ? [] : [[field, said[field]]])));

const PastEdit = z.object({
  at: Instant,
  /** How its author said so, where the office changed it. */
  wish: Wish.optional(),
  said: Project.pick({ title: true, description: true, place: true, category: true, location: true }).extend(
    Project.pick({ details: true, estimatedCostGrosze: true, author: true }).shape,
  ),
});

const bare = (project: Project): Omit<Project, keyof Edit> & Edit => {
  const { place: _place, category: _category, location: _location, details: _details, ...rest } = project;
  return rest;
};

/** How many projects are written to at a time. */
const AT_ONCE = 8;

export const openProjects = (table: Table) => {
  const numbering = openNumbering(table);

  /** A step of a project as it was read: from this status and version, or not at all. */
  const stepWrite = (
    project: Project,
    step: Step,
    set: Partial<Project>,
    work?: Work,
    gone: readonly (keyof Project)[] = [],
  ): Write =>
    update({
      key: keys.project(project.cycleId, project.id),
      set: { ...set, status: step.status, version: project.version + 1, ...(work && waits(work)) },
      remove: [...gone, ...(work ? [] : WAITS_NO_MORE)],
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
    const touchesList =
      event !== "select" && event !== "not-select" && [project.status, next.value].includes("on-ballot");
    const outcome = await table.write([
      // What was held against it holds no more.
      stepWrite(project, step, set, work, event === "uphold" ? ["reason"] : []),
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

    /**
     * What the author says anew of a project as it was read; what it said before is kept beside it. It is found by its new words before they
     * stand, and by the old ones until after: a search that comes between finds it by either.
     */
    edit: async (
      before: Project,
      said: Said,
      {
        at,
        changed: fields,
        work,
        wish,
      }: {
        readonly at: Instant;
        readonly changed: readonly string[];
        readonly work?: Work | undefined;
        readonly wish?: Wish | undefined;
      },
      also: readonly Write[] = [],
    ): Promise<Result<Project>> => {
      const step: Step = { at, status: before.status, changed: [...fields] };
      const after = stepped({ ...bare(before), ...said }, step, {});
      const { post, forget } = openPostings(table);
      await post([after]);
      const outcome = await table.write([
        update({
          key: keys.project(before.cycleId, before.id),
          set: {
            ...editedIn(said),
            ...(said.coAuthors && { coAuthors: said.coAuthors }),
            authorName: authorNameOf(after),
            version: after.version,
            ...(work && waits(work)),
          },
          remove: EDITED.filter((field) => said[field] === undefined),
          append: { history: [step] },
          when: {
            text: "#status = :status AND #version = :version",
            values: { status: before.status, version: before.version },
          },
          otherwise: (met) => changed(met, before),
        }),
        put({
          key: keys.projectEdit(before.id, String(before.version).padStart(6, "0")),
          item: { at, said: editedIn(before), ...(wish && { wish }) },
        }),
        ...also,
      ]);
      if (!outcome.ok) return outcome;
      await forget(before, after);
      return ok(after);
    },

    /** What a project said before each of its changes, the oldest first. */
    edits: async (projectId: ProjectId): Promise<z.infer<typeof PastEdit>[]> =>
      (await table.query(keys.projectEdit(projectId, "").pk, PastEdit)).items,

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

    /** What goes into another proposal, and the write of it: its page stays, and says where it went. */
    mergedWrite: (
      project: Project,
      { at, reason, into }: { readonly at: Instant; readonly reason: string; readonly into: ProjectId },
    ): Write => {
      const write = stepWrite(project, { at, status: "merged", reason }, { reason, mergedInto: into });
      return { ...write, and: statusWrites(project, "merged") };
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
