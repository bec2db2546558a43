import { z } from "zod";
import type { CycleId, ProjectId } from "../domain/ids.ts";
import type { CaseMark, RegisterEntry } from "../domain/intake/register.ts";
import type { Work } from "../domain/office/work.ts";
import { Project } from "../domain/project/project.ts";
import { refusal } from "../domain/refusals.ts";
import { ok, type Result } from "../domain/result.ts";
import { keys } from "./keys.ts";
import { openPostings, statusPosting } from "./postings.ts";
import { listing } from "./project-lines.ts";
import { type NextEntry, openRegister } from "./register.ts";
import { BACKOFF, orAgain, retry } from "./retry.ts";
import type { Table } from "./table.ts";
import { waits } from "./work.ts";
import { create, put, update, type Write } from "./write.ts";

/** What a pool knows of its numbers and its list: the last number given, and how often the ballot list changed until it was frozen. */
const Counter = z.object({
  last: z.int().default(0),
  /** How many projects the pool has; counters of releases before do not say. */
  projects: z.int().optional(),
  changes: z.int().default(0),
  frozen: z.boolean().default(false),
});
type Counter = z.infer<typeof Counter>;

const NUMBERED = z.object({ projectId: z.string() });

export interface Enrolment {
  readonly project: Omit<Project, "number">;
  /** The number of the n-th proposal of the pool. */
  readonly numberOf: (sequence: number) => string;
  /** A number that was given on paper, with its place in the pool's sequence. */
  readonly given?: { readonly number: string; readonly sequence: number } | undefined;
  /** Its line of the office's register, where it came in by itself. */
  readonly registered?: NextEntry | undefined;
  /** What the project waits for. */
  readonly work?: Work | undefined;
  /** What is written in the same moment, once the number is known. */
  readonly also: (project: Project) => Promise<readonly Write[]>;
}

/** A project with its place in its pool's sequence of numbers. */
export interface Numbered {
  readonly project: Project;
  readonly sequence: number;
  /** What the project waits for. */
  readonly work?: Work | undefined;
}

const PROJECT_ID = z.object({ id: z.string() });

const NO_PROJECTS = { last: 0, changes: 0, projects: 0 };

/** Three writes a project and one a pool, beside what ends it: a transaction has a hundred at most. */
const AT_ONCE = 22;

const locked = () => refusal("cycle/locked", { phase: "ballot-frozen" });

interface Counted {
  readonly pool: string;
  /** The last number that was given, as it was read, and as it will be. */
  readonly last: number;
  readonly next: number;
}

const counting = (
  cycleId: CycleId,
  { pool, last, next }: Counted,
  { changes, projects }: { readonly changes: number; readonly projects: number },
): Write =>
  update({
    key: keys.counter(cycleId, pool),
    set: { last: next },
    add: { changes, projects },
    when: {
      text: `(attribute_not_exists(#last) OR #last = :seen) AND attribute_not_exists(#frozen)`,
      values: { seen: last },
    },
    otherwise: (met) => (met?.frozen === true ? locked() : again()),
  });

const caseOf = ({ number, mark }: RegisterEntry): CaseMark => ({ number, mark });

export const openNumbering = (table: Table) => {
  const { post } = openPostings(table);

  const counterOf = async (cycleId: CycleId, pool: string): Promise<Counter> =>
    (await table.get(keys.counter(cycleId, pool), Counter)) ?? Counter.parse({});

  const register = openRegister(table);

  const attempt = async (enrolment: Enrolment): Promise<Result<Project>> => {
    const { project, numberOf, given, registered, work, also } = enrolment;
    const { cycleId, pool, id } = project;
    const { last } = await counterOf(cycleId, pool);
    const { number, sequence } = given ?? { number: numberOf(last + 1), sequence: last + 1 };
    const line = registered && (await register.next(cycleId, registered));
    const numbered: Project = { ...project, number, ...(line && { register: caseOf(line.entry) }) };
    await post([numbered]);
    const outcome = await table.write([
      create({
        key: keys.project(cycleId, id),
        item: { ...numbered, ...listing(numbered), ...(work && waits(work)) },
        otherwise: () => refusal("request/key-reused", {}),
      }),
      create({
        key: keys.projectNumber(cycleId, number),
        item: { projectId: id },
        otherwise: () => (given ? refusal("project/number-taken", { number }, "/number") : again()),
      }),
      put(statusPosting(numbered)),
      ...(line?.writes ?? []),
      counting(
        cycleId,
        { pool, last, next: Math.max(last, sequence) },
        { changes: project.status === "on-ballot" ? 1 : 0, projects: 1 },
      ),
      ...(await also(numbered)),
    ]);
    return outcome.ok ? ok(numbered) : outcome;
  };

  /** The writes of projects that come onto the ballot list under their numbers. */
  const entering = async (cycleId: CycleId, numbered: readonly Numbered[]): Promise<Write[]> => {
    const pools = [...new Set(numbered.map(({ project }) => project.pool))];
    const counters = await Promise.all(
      pools.map(async (pool) => {
        const own = numbered.filter(({ project }) => project.pool === pool);
        const { last } = await counterOf(cycleId, pool);
        return counting(
          cycleId,
          { pool, last, next: Math.max(last, ...own.map(({ sequence }) => sequence)) },
          { changes: own.length, projects: own.length },
        );
      }),
    );
    const creations = numbered.flatMap(({ project }) => [
      create({
        key: keys.project(cycleId, project.id),
        item: { ...project, ...listing(project) },
        otherwise: again,
      }),
      create({
        key: keys.projectNumber(cycleId, project.number),
        item: { projectId: project.id },
        otherwise: () => refusal("project/number-taken", { number: project.number }),
      }),
      put(statusPosting(project)),
    ]);
    await post(numbered.map(({ project }) => project));
    return [...creations, ...counters];
  };

  return {
    /**
     * Stores a project with its number, both or neither. The same creation again finds its first self with the number it got; a number is
     * given once, whatever becomes of the project.
     */
    enrol: async (enrolment: Enrolment): Promise<Result<Project>> => {
      const { cycleId, id, fingerprint } = enrolment.project;
      const outcome = await retry(BACKOFF.reading, async () => orAgain(await attempt(enrolment)));
      if (outcome.ok || outcome.refusal.code !== "request/key-reused") return outcome;
      const made = await table.get(keys.project(cycleId, id), Project);
      return made?.fingerprint === fingerprint ? ok(made) : outcome;
    },

    /** Puts the first of these projects on the ballot lists of a cycle, as many as a transaction holds, with what begins it. */
    beginEntering: (
      cycleId: CycleId,
      numbered: readonly Numbered[],
      beginning: readonly Write[],
    ): Promise<Result<void>> =>
      retry(BACKOFF.reading, async () =>
        orAgain(await table.write([...beginning, ...(await entering(cycleId, numbered.slice(0, AT_ONCE)))])),
      ),

    /**
     * Puts all others there, each under the number that it has: so many in a transaction, and with the last of them what ends it. Where it was
     * broken off it goes on: what is there already is passed over.
     */
    finishEntering: async (
      cycleId: CycleId,
      numbered: readonly Numbered[],
      ending: readonly Write[],
    ): Promise<Result<void>> => {
      const there = await Promise.all(
        numbered.map(({ project }) => table.get(keys.project(cycleId, project.id), PROJECT_ID)),
      );
      const left = numbered.filter((_, place) => there[place] === undefined);
      const count = Math.max(1, Math.ceil(left.length / AT_ONCE));
      for (let n = 0; n < count; n++) {
        const some = left.slice(n * AT_ONCE, (n + 1) * AT_ONCE);
        const outcome = await retry(BACKOFF.reading, async () =>
          orAgain(
            await table.write([...(await entering(cycleId, some)), ...(n === count - 1 ? ending : [])]),
          ),
        );
        if (!outcome.ok) return outcome;
      }
      return ok(undefined);
    },

    /** Puts projects of a cycle on its empty lists, each under the number and place that it has: nothing is checked, and nobody is told. */
    restore: async (cycleId: CycleId, numbered: readonly Numbered[]): Promise<void> => {
      const counters = new Map<string, Pick<Counter, "last" | "changes"> & { readonly projects: number }>();
      for (const { project, sequence } of numbered) {
        const { last, changes, projects } = counters.get(project.pool) ?? NO_PROJECTS;
        const added = project.status === "on-ballot" ? 1 : 0;
        counters.set(project.pool, {
          last: Math.max(last, sequence),
          changes: changes + added,
          projects: projects + 1,
        });
      }
      await post(numbered.map(({ project }) => project));
      await table.fill([
        ...numbered.flatMap(({ project, work }) => [
          {
            key: keys.project(cycleId, project.id),
            item: { ...project, ...listing(project), ...(work && waits(work)) },
          },
          { key: keys.projectNumber(cycleId, project.number), item: { projectId: project.id } },
          statusPosting(project),
        ]),
        ...[...counters].map(([pool, item]) => ({ key: keys.counter(cycleId, pool), item })),
      ]);
    },

    /** Counts the projects of each pool, unless another comes meanwhile. */
    recount: async (cycleId: CycleId, projects: readonly Project[]): Promise<void> => {
      for (const pool of new Set(projects.map((project) => project.pool))) {
        const { last } = await counterOf(cycleId, pool);
        const count = projects.filter((project) => project.pool === pool).length;
        await table.write([
          update({
            key: keys.counter(cycleId, pool),
            set: { projects: count },
            when: { text: "#last = :seen", values: { seen: last } },
          }),
        ]);
      }
    },

    /** How many projects these pools have; undefined where one of them does not say. */
    size: async (cycleId: CycleId, pools: readonly string[]): Promise<number | undefined> => {
      const wanted = pools.map((pool) => keys.counter(cycleId, pool));
      const counters = await table.all(wanted, Counter, { unreadable: "skip" });
      return counters.reduce<number | undefined>(
        (sum, counter) =>
          sum === undefined || (counter && counter.projects === undefined)
            ? undefined
            : sum + (counter?.projects ?? 0),
        0,
      );
    },

    /** The project that has a number. */
    byNumber: async (cycleId: CycleId, number: string): Promise<ProjectId | undefined> =>
      (await table.get(keys.projectNumber(cycleId, number), NUMBERED))?.projectId as ProjectId | undefined,

    /** Goes with whatever puts a project on the ballot list or takes it off: not once the list is frozen. */
    listChange: (cycleId: CycleId, pool: string): Write =>
      update({
        key: keys.counter(cycleId, pool),
        add: { changes: 1 },
        when: { text: "attribute_not_exists(#frozen)" },
        otherwise: locked,
      }),

    /**
     * Freezes the lists of these pools as they are now. Asked for before the projects are read, and written with the frozen list: a project
     * that came or went meanwhile stops the write.
     */
    freezing: (cycleId: CycleId, pools: readonly string[]): Promise<Write[]> =>
      Promise.all(
        pools.map(async (pool) => {
          const { changes } = await counterOf(cycleId, pool);
          return update({
            key: keys.counter(cycleId, pool),
            set: { frozen: true },
            when: { text: "attribute_not_exists(#changes) OR #changes = :seen", values: { seen: changes } },
            otherwise: again,
          });
        }),
      ),
  };
};

const again = () => refusal("service/try-again", { retryAfterSeconds: 1 });
