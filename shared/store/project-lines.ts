import type { CycleId, ProjectId } from "../domain/ids.ts";
import { placeOf, placesOf } from "../domain/project/number-scheme.ts";
import { authorNameOf, Project, ProjectLine } from "../domain/project/project.ts";
import { type Key, keys } from "./keys.ts";
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

/** So many lines has a part of a file: all of an edition of most cities, and far from what a function may hand on. */
export const PART_LINES = 1000;
/** How old a part may be: as old as caches before us keep files. */
const PART_MS = 30_000;

export interface Part {
  readonly lines: readonly ProjectLine[];
  /** The place after which the next part begins; null where there is none. */
  readonly next: string | null;
}

const listKey = (cycleId: CycleId): Key => keys.project(cycleId, "" as ProjectId);

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

    /** What readers are shown of the list, by what they ask for: as it was at most a second ago. */
    shown: <T>(cycleId: CycleId, asked: string, read: () => Promise<T>): Promise<T> =>
      table.remember(listKey(cycleId), read, { asked }),

    /** A part of the list, for files: in whatever language and by whatever filter, they rest on one reading. */
    part: (cycleId: CycleId, { pools, after }: Omit<Walk, "atOnce">): Promise<Part> =>
      table.remember(
        listKey(cycleId),
        async () => {
          const found: ProjectLine[] = [];
          for await (const line of lines(cycleId, { pools, after, atOnce: PART_LINES + 1 })) {
            const last = found.at(-1);
            if (last && found.length === PART_LINES) return { lines: found, next: placeOf(last) };
            found.push(line);
          }
          return { lines: found, next: null };
        },
        { asked: `part ${JSON.stringify([pools, after])}`, ms: PART_MS },
      ),

    /** Whole projects in the order of these ids. */
    whole: async (cycleId: CycleId, ids: readonly ProjectId[]): Promise<Project[]> => {
      const wanted = ids.map((id) => keys.project(cycleId, id));
      const found = await table.all(wanted, Project, { unreadable: "skip" });
      return found.flatMap((project) => project ?? []);
    },
  };
};
