import { z } from "zod";
import type { CycleId, ProjectId } from "../domain/ids.ts";
import type { Language } from "../domain/languages.ts";
import { Grosze } from "../domain/money.ts";
import { placeOf } from "../domain/project/number-scheme.ts";
import { authorNameOf, type Project, type ProjectLine } from "../domain/project/project.ts";
import { matchesFilter, type Near, type ProjectFilter } from "../domain/project/search.ts";
import { ProjectStatus } from "../domain/project/stages.ts";
import { notValid } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import { categoryTerm, statusTerm, termsOfWord, wantedIn } from "../domain/search/terms.ts";
import { Slug } from "../domain/slug.ts";
import { line } from "../domain/text.ts";
import type { Deps } from "../platform/deps.ts";
import { PageQuery } from "../platform/lists.ts";
import type { Match } from "../store/postings.ts";
import { PART_LINES } from "../store/project-lines.ts";
import { asPublished } from "./as-published.ts";

export const POOLS = /^[A-Za-z0-9-]{1,40}(,[A-Za-z0-9-]{1,40}){0,59}$/;
/** Any point of the world: a latitude up to 90, a longitude up to 180. */
const NEAR =
  /^-?([0-8]?\d(\.\d{1,8})?|90(\.0{1,8})?),-?((\d{1,2}|1[0-7]\d)(\.\d{1,8})?|180(\.0{1,8})?)(,\d{1,5})?$/;
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

const nearOf = (text: string): Near => {
  const [lat = 0, lon = 0, metres = NEAR_METRES] = text.split(",").map(Number);
  return { lat, lon, metres };
};

/** What is looked for, and in which language its words are. */
export interface Search extends ProjectFilter {
  readonly q?: string | undefined;
  readonly language: Language;
}

export const searchOf = (
  { pool, near, ...facts }: Omit<ProjectQuery, "cursor" | "limit">,
  language: Language,
): Search => ({
  ...facts,
  language,
  pools: pool?.split(","),
  near: near === undefined ? undefined : nearOf(near),
});

/** So many are looked at for a page at most: where a filter lets few through, the page is short, and the next one goes on. */
const LOOKED_THROUGH = { lines: 1000, projects: 200 };
const AT_ONCE = 100;
/** So many are counted at most. */
const COUNTED = 200;
/** So many words are tried of those that begin as a word does. */
const BEGINNINGS = 30;

/** A page of an edition's projects, and where the next one starts. */
interface Found {
  readonly items: readonly ProjectLine[];
  readonly next: string | null;
  /** How many there are, where it was counted. */
  readonly total: number | null;
}

/** Where a page ended, as a cursor has it. */
const spotOf = ({ tier, place }: Pick<Match, "tier" | "place">): string => `${tier} ${place}`;

const afterOf = (spot: string | undefined): Match | undefined => {
  if (spot === undefined) return undefined;
  const [, tier, place] = /^([012]) (.+)$/s.exec(spot) ?? [];
  if (place === undefined) throw new Refused(notValid([{ pointer: "/query/cursor", rule: "format" }]));
  return { tier: Number(tier), place };
};

/** The terms of each word that is looked for: its own, and those of the words of the edition that begin so. */
const termsFor = async (
  cycleId: CycleId,
  { q = "", language }: Pick<Search, "q" | "language">,
  { store }: Pick<Deps, "store">,
): Promise<string[][]> =>
  await Promise.all(
    wantedIn(q, language).map(async ({ terms, beginning }) => {
      if (beginning === undefined) return [...terms];
      const words = await store.projects.words(cycleId, beginning, BEGINNINGS);
      return [...new Set([...terms, ...words.flatMap(({ word }) => termsOfWord(word))])];
    }),
  );

const lineOf = (project: Project): ProjectLine => ({ ...project, authorName: authorNameOf(project) });

/** Those that have every word, the best first. */
const searched = async (
  cycleId: CycleId,
  { pools, q, language, ...facts }: Search,
  {
    after,
    limit,
    counts,
  }: { readonly after: Match | undefined; readonly limit: number; readonly counts: boolean },
  { store }: Pick<Deps, "store">,
): Promise<Found> => {
  const see = await asPublished(cycleId, { store });
  // While a published list is being carried out, its projects are not found by their new status yet: each is looked at.
  const { status, category, ...others } = { ...facts, ...(see && { status: undefined }) };
  const matches = store.projects.search(cycleId, {
    words: await termsFor(cycleId, { q, language }, { store }),
    facts: [
      ...(status === undefined ? [] : [statusTerm(status)]),
      ...(category === undefined ? [] : [categoryTerm(category)]),
    ],
    pools,
    after,
  });
  const isRight = matchesFilter(facts);
  const isOnly = [...Object.values(others), see].some((fact) => fact !== undefined);
  const found: { readonly line: ProjectLine; readonly match: Match }[] = [];
  let waiting: (Match & { readonly id: ProjectId })[] = [];
  const load = async (): Promise<void> => {
    const projects = await store.projects.whole(
      cycleId,
      waiting.map(({ id }) => id),
    );
    const byId = new Map(projects.map((project) => [project.id, project]));
    for (const match of waiting) {
      const stored = byId.get(match.id);
      const project = stored && see ? see(stored) : stored;
      if (project && placeOf(project) === match.place && isRight(project))
        found.push({ line: lineOf(project), match });
    }
    waiting = [];
  };
  let looked = 0;
  let counted = 0;
  let at: Match | undefined;
  let isAll = true;
  for await (const match of await matches) {
    if (match.id !== undefined && found.length > limit && counts && !isOnly) {
      counted += 1;
      isAll = counted < COUNTED;
    } else if (match.id === undefined || looked === LOOKED_THROUGH.projects || found.length > limit) {
      if (match.id === undefined) at = match;
      isAll = false;
    } else {
      looked += 1;
      at = match;
      waiting.push({ ...match, id: match.id });
      if (found.length + waiting.length > limit) await load();
    }
    if (!isAll) break;
  }
  await load();
  const items = found.slice(0, limit);
  const last = items.at(-1)?.match;
  const broken = isAll ? undefined : at;
  const end = found.length > limit ? last : broken;
  return {
    items: items.map(({ line }) => line),
    next: end ? spotOf(end) : null,
    total: isAll && !after ? found.length + counted : null,
  };
};

/** The projects of a cycle in the order of the list, as far as they go by what a line says. */
const listed = async (
  cycleId: CycleId,
  { pools, q: _q, language: _language, ...facts }: Search,
  { after, limit }: { readonly after: Match | undefined; readonly limit: number },
  { store }: Pick<Deps, "store">,
): Promise<Found> => {
  const matches = matchesFilter(facts);
  const see = await asPublished(cycleId, { store });
  const isFiltered = Object.values(facts).some((fact) => fact !== undefined);
  const lines = store.projects.lines(cycleId, {
    pools,
    after: after?.place,
    atOnce: isFiltered ? AT_ONCE : limit + 1,
  });
  const spot = (line: ProjectLine): string => spotOf({ tier: 0, place: placeOf(line) });
  const items: ProjectLine[] = [];
  let looked = 0;
  for await (const stored of await lines) {
    const line = see ? see(stored) : stored;
    looked += 1;
    const isFound = matches(line);
    const last = items.at(-1);
    if (isFound && last && items.length === limit) return { items, next: spot(last), total: null };
    if (isFound) items.push(line);
    if (isFiltered && looked === LOOKED_THROUGH.lines) return { items, next: spot(line), total: null };
  }
  return { items, next: null, total: after ? null : items.length };
};

interface Paging {
  /** Where the page before ended. */
  readonly after?: string | undefined;
  readonly limit: number;
  /** How many there are is counted too, as far as it is worth it. */
  readonly counts?: boolean;
}

/** The projects of a cycle that a search finds: a page costs what is on it, however many there are. */
export const findProjects = async (
  cycleId: CycleId,
  search: Search,
  { after, limit, counts = false }: Paging,
  deps: Pick<Deps, "store">,
): Promise<Found> => {
  const { q = "", status, category, language } = search;
  const isMoving = status !== undefined && (await asPublished(cycleId, deps)) !== undefined;
  const isSearch =
    wantedIn(q, language).length > 0 || (status !== undefined && !isMoving) || category !== undefined;
  const page = { after: afterOf(after), limit, counts };
  return isSearch ? await searched(cycleId, search, page, deps) : await listed(cycleId, search, page, deps);
};

/** A page as everybody is shown it. */
export const shownProjects = (
  cycleId: CycleId,
  search: Search,
  paging: Paging,
  deps: Pick<Deps, "store">,
): Promise<Found> =>
  deps.store.projects.shown(cycleId, JSON.stringify([search, paging]), () =>
    findProjects(cycleId, search, paging, deps),
  );

/** A part of them, for files: what has these words as a search finds it, page by page, all else of the list as it was read for every file. */
export const partOfProjects = async (
  cycleId: CycleId,
  search: Search,
  after: string | undefined,
  deps: Pick<Deps, "store">,
): Promise<Pick<Found, "items" | "next">> => {
  const { q = "", language, pools, ...facts } = search;
  if (wantedIn(q, language).length === 0) {
    const place = afterOf(after)?.place;
    const { lines, next } = await deps.store.projects.part(cycleId, { pools, after: place });
    const see = await asPublished(cycleId, deps);
    return {
      items: (see ? lines.map(see) : lines).filter(matchesFilter(facts)),
      next: next === null ? null : spotOf({ tier: 0, place: next }),
    };
  }
  const items: ProjectLine[] = [];
  let from: string | null | undefined = after;
  for (let looked = 0; from !== null && looked < PART_LINES; looked += AT_ONCE) {
    const page = await findProjects(cycleId, search, { after: from, limit: AT_ONCE }, deps);
    items.push(...page.items);
    from = page.next;
  }
  return { items, next: from ?? null };
};
