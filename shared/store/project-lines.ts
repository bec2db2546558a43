import type { CycleId, ProjectId } from "../domain/ids.ts";
import { placeOf, placesOf } from "../domain/project/number-scheme.ts";
import { authorNameOf, Project, ProjectLine } from "../domain/project/project.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";
import type { Attributes } from "./write.ts";

/** Goes up when projects are listed or found otherwise: those of earlier editions are then listed anew. */
export const LISTING = 1;

/** Attributes that put a project into the list of its edition, beside what it says itself: they never change. */
export const listing = (project: Project): Attributes => ({
  listOf: project.cycleId,
  listKey: placeOf(project),
  authorName: authorNameOf(project),
});

/** Behind every place of a list, as a space is before everything that may follow a place. */
const LAST = "~";

export interface Walk {
  /** These pools alone. */
  readonly pools?: readonly string[] | undefined;
  /** The place after which it begins. */
  readonly after?: string | undefined;
  /** How many are read in a call. */
  readonly atOnce: number;
}

/** How old a whole list may be: as old as caches before us keep its files. */
const WHOLE_MS = 30_000;
const AT_ONCE = 500;

/** The projects of an edition as its list shows them, read no further than it is walked. */
export const openProjectLines = (table: Table) => {
  const lines = async function* (
    cycleId: CycleId,
    { pools, after = "", atOnce }: Walk,
  ): AsyncGenerator<ProjectLine> {
    const starts = pools ? [...new Set(pools.map(placesOf))].sort() : [""];
    for (const start of starts) {
      const to = start + LAST;
      for (let from = `${after < start ? start : after} `; from < to; ) {
        const { items, next } = await table.listed(cycleId, ProjectLine, { from, to, limit: atOnce });
        yield* items;
        if (next === null) break;
        from = `${next} `;
      }
    }
  };

  return {
    lines,

    /** All of them, for files: every file of an edition, in whatever language and by whatever filter, rests on one reading. */
    allLines: (cycleId: CycleId): Promise<readonly ProjectLine[]> =>
      table.remember(
        { pk: keys.project(cycleId, "prj_" as ProjectId).pk },
        async () => {
          const all: ProjectLine[] = [];
          for await (const line of lines(cycleId, { atOnce: AT_ONCE })) all.push(line);
          return all;
        },
        WHOLE_MS,
      ),

    /** Whole projects in the order of these ids. */
    whole: async (cycleId: CycleId, ids: readonly ProjectId[]): Promise<Project[]> => {
      const wanted = ids.map((id) => keys.project(cycleId, id));
      const found = await table.all(wanted, Project, { unreadable: "skip" });
      return found.flatMap((project) => project ?? []);
    },
  };
};
