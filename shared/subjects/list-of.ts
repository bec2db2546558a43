/**
 * A list, paged by key: as JSON, and as a file for a spreadsheet, with the same filters. A page is filled by walking on until enough items
 * pass the filters, so that no page is empty while there is more.
 *
 *     const people = listOf({ id: "StaffPeople", item: StaffPerson, read: (_asked, _page, { store }) => store.directory.staff() });
 *     export const getPeople = people.json(routes.getPeople, { summary: "People of the office" });
 */
import type { z } from "zod";
import { csvText } from "../platform/csv.ts";
import type { Deps } from "../platform/deps.ts";
import { type Endpoint, endpointsFor, type Request } from "../platform/endpoint.ts";
import { queryOf } from "../platform/frame.ts";
import { file, json } from "../platform/http.ts";
import { listOf as answerOf, cursorOf, PageQuery, pageOf } from "../platform/lists.ts";
import type { Route, RouteKey, Who } from "../platform/route.ts";
import type { Page } from "../store/reads.ts";
import type { Words } from "../words/words.ts";

type Asked<P, F> = Request<P, F & PageQuery>;

interface List<T, P, F extends z.ZodRawShape> {
  /** The name of a page of it in the OpenAPI document, and the schema of an item. */
  readonly id: string;
  readonly item: z.ZodType<T>;
  readonly params?: z.ZodType<P>;
  readonly filters?: F;
  /** Which items pass the filters; without it `read` keeps to them. */
  readonly passes?: (item: T, filters: z.output<z.ZodObject<F>>) => boolean;
  /** A page of it, from behind a key on. */
  readonly read: (
    asked: Asked<P, z.output<z.ZodObject<F>>>,
    page: { readonly after?: string; readonly limit: number },
    deps: Deps,
  ) => Promise<Page<T>>;
  /** The columns of its file. */
  readonly columns?: readonly {
    readonly head: (words: Words) => string;
    readonly cell: (item: T, words: Words) => string | number;
  }[];
  readonly cache?: string;
  /** How many items a page has that nobody asked to be shorter. */
  readonly pageSize?: number;
}

/** The most lines of one part of a file: what a function answers is bounded, and the header `Link` names the next part. */
const LINES = 2000;

type ReadRoute = Route<RouteKey, Extract<Who, { by: "anyone" | "staff-token" | "staff-cookie" }>>;

const readable = endpointsFor<ReadRoute>();

export const listOf = <T, P, F extends z.ZodRawShape>(list: List<T, P, F>) => {
  type Filters = z.output<z.ZodObject<F>>;
  const { params, cache, pageSize, passes = () => true, columns = [] } = list;
  // The compiler does not see through the shape that it is not told.
  const query = PageQuery.extend(list.filters ?? {}) as unknown as z.ZodType<Filters & PageQuery>;
  const about = { params, query, cache };

  const collect = async (
    asked: Asked<P, Filters>,
    size: number | undefined,
    deps: Deps,
  ): Promise<Page<T>> => {
    const { limit, ...start } = pageOf(asked.query, size);
    const items: T[] = [];
    for (let after = start.after; ; ) {
      const page = { ...(after !== undefined && { after }), limit: limit - items.length };
      const found = await list.read(asked, page, deps);
      items.push(...found.items.filter((item) => passes(item, asked.query)));
      if (found.next === null || items.length >= limit) return { items, next: found.next };
      after = found.next;
    }
  };

  return {
    json: <R extends Route>(route: R & ReadRoute, summary: string, description?: string): Endpoint<R> =>
      readable(route, {
        ...about,
        summary,
        description,
        replies: { 200: answerOf(list.item, list.id) },
        handle: async (request, deps) => {
          const { items, next } = await collect(request, pageSize, deps);
          return json({ items, next: cursorOf(next) });
        },
      }),
    csv: <R extends Route>(route: R & ReadRoute, summary: string, name: string): Endpoint<R> =>
      readable(route, {
        ...about,
        summary,
        replies: { 200: "text/csv" },
        handle: async (request, deps) => {
          const { words } = request;
          const { items, next } = await collect(request, LINES, deps);
          const heads = columns.map(({ head }) => head(words));
          const rows = items.map((item) => columns.map(({ cell }) => cell(item, words)));
          const reply = file(csvText(heads, rows), "text/csv; charset=utf-8", name);
          if (next === null) return reply;
          // Relative, so that the next part is in the language of this one.
          const more = queryOf({ ...request, query: { ...request.query, cursor: cursorOf(next) } });
          return { ...reply, headers: { ...reply.headers, link: `<${more}>; rel="next"` } };
        },
      }),
  };
};
