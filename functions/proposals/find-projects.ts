import { z } from "zod";
import { PoolId } from "../../shared/domain/cycle/cycle.ts";
import type { CycleId } from "../../shared/domain/ids.ts";
import { Grosze } from "../../shared/domain/money.ts";
import { placeOf } from "../../shared/domain/project/number-scheme.ts";
import { authorNameOf, type ProjectLine } from "../../shared/domain/project/project.ts";
import {
  matchesFilter,
  matchesWords,
  type Near,
  type ProjectFilter,
} from "../../shared/domain/project/search.ts";
import { ProjectStatus } from "../../shared/domain/project/stages.ts";
import { notValid } from "../../shared/domain/refusals.ts";
import { Refused } from "../../shared/domain/result.ts";
import { Slug } from "../../shared/domain/slug.ts";
import { line } from "../../shared/domain/text.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { PageQuery, pageOf } from "../../shared/platform/lists.ts";

const POOLS = /^[A-Za-z0-9-]{1,40}(,[A-Za-z0-9-]{1,40}){0,59}$/;
const NEAR = /^\d{2}(\.\d{1,8})?,\d{2}(\.\d{1,8})?(,\d{1,5})?$/;
const NEAR_METRES = 1000;

export const ProjectQuery = PageQuery.extend({
  pool: z.string().regex(POOLS).optional().meta({ description: "Pools, with commas" }),
  status: ProjectStatus.optional(),
  category: Slug.optional(),
  minCostGrosze: z.coerce.number().pipe(Grosze).optional(),
  maxCostGrosze: z.coerce.number().pipe(Grosze).optional(),
  minSupporters: z.coerce.number().int().min(0).optional(),
  near: z
    .string()
    .regex(NEAR)
    .optional()
    .meta({ description: "Latitude, longitude and metres (1000 without), with commas" }),
  /** Words in number, title, place or description; case and diacritics do not matter. */
  q: line(100).optional(),
});
export type ProjectQuery = z.infer<typeof ProjectQuery>;

/** A form sends its empty fields too; what no filter knows is no filter. */
export const ProjectFormQuery = z.object({
  cycle: z.string().max(40).optional().catch(undefined),
  pool: PoolId.optional().catch(undefined),
  status: ProjectStatus.optional().catch(undefined),
  q: line(100).optional().catch(undefined),
  cursor: z.string().max(400).optional().catch(undefined),
});

const nearOf = (text: string): Near => {
  const [lat = 0, lon = 0, metres = NEAR_METRES] = text.split(",").map(Number);
  return { lat, lon, metres };
};

/** What is looked for, by a query that was read. */
export interface Search extends ProjectFilter {
  readonly q?: string | undefined;
}

export const searchOf = ({ pool, near, ...facts }: Omit<ProjectQuery, "cursor" | "limit">): Search => ({
  ...facts,
  pools: pool?.split(","),
  near: near === undefined ? undefined : nearOf(near),
});

/** So many lines are looked through for a page at most: where a filter lets few through, the page is short, and the next one goes on. */
const LOOKED_THROUGH = 1000;
const AT_ONCE = 100;

/** A page of an edition's projects, and the place after which the next one starts. */
export interface Found {
  readonly items: readonly ProjectLine[];
  readonly next: string | null;
}

/** A place as a cursor has it: what the place is made of. */
const spotOf = ({ pool, number }: ProjectLine): string => `${pool} ${number}`;

const afterOf = (spot: string): string => {
  const [pool, number, ...rest] = spot.split(" ");
  if (!pool || !number || rest.length > 0)
    throw new Refused(notValid([{ pointer: "/query/cursor", rule: "format" }]));
  return placeOf({ pool, number });
};

/** The projects of a cycle that a search finds, by pool and number: a page costs what is on it, however many there are. */
export const findProjects = async (
  cycleId: CycleId,
  { pools, q, ...facts }: Search,
  query: PageQuery,
  { store }: Pick<Deps, "store">,
): Promise<Found> => {
  const { after, limit } = pageOf(query);
  if (q !== undefined) {
    const from = after === undefined ? "" : afterOf(after);
    const rest = (await allProjects(cycleId, { pools, q, ...facts }, { store })).filter(
      (project) => placeOf(project) > from,
    );
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return { items, next: last && rest.length > limit ? spotOf(last) : null };
  }
  const matches = matchesFilter(facts);
  const isFiltered = Object.values(facts).some((fact) => fact !== undefined);
  const lines = store.projects.lines(cycleId, {
    pools,
    after: after === undefined ? undefined : afterOf(after),
    atOnce: isFiltered ? AT_ONCE : limit + 1,
  });
  const items: ProjectLine[] = [];
  let looked = 0;
  for await (const line of await lines) {
    looked += 1;
    const isFound = matches(line);
    const last = items.at(-1);
    if (isFound && last && items.length === limit) return { items, next: spotOf(last) };
    if (isFound) items.push(line);
    if (isFiltered && looked === LOOKED_THROUGH) return { items, next: spotOf(line) };
  }
  return { items, next: null };
};

/** All of them, for files. */
export const allProjects = async (
  cycleId: CycleId,
  { pools, q, ...facts }: Search,
  { store }: Pick<Deps, "store">,
): Promise<ProjectLine[]> => {
  if (q !== undefined) {
    const { items } = await store.projects.list(cycleId);
    return items
      .filter((project) => matchesFilter({ pools, ...facts })(project) && matchesWords(q)(project))
      .map((project) => ({ ...project, authorName: authorNameOf(project) }))
      .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  }
  const items: ProjectLine[] = [];
  const matches = matchesFilter(facts);
  for await (const line of await store.projects.lines(cycleId, { pools, atOnce: AT_ONCE }))
    if (matches(line)) items.push(line);
  return items;
};
