import { announcedLists } from "../../shared/acts/announced-lists.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import { newestFirst } from "../../shared/domain/cycle/newest-first.ts";
import { pathIn } from "../../shared/domain/languages.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { file } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { LISTS_CACHE } from "./lists.ts";
import { element, xmlText } from "./xml.ts";

/** Of so many editions, the newest, lists are told; a city holds one in a year. */
const EDITIONS = 5;
/** Of a city that has had no edition yet. */
const NEVER = "2000-01-01T00:00:00.000Z";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

const text = (name: string, of: string, attributes = {}): string => element(name, attributes, xmlText(of));

export const getListsFeed = endpoint(routes.getListsFeed, {
  summary: "Every version of every list of the newest editions, as a feed (Atom, RFC 4287)",
  replies: { 200: "application/atom+xml" },
  cache: LISTS_CACHE,
  handle: async ({ words, language }, deps) => {
    const { url, city } = deps.site;
    const w = words.lists;
    const cycles = newestFirst(await deps.store.cycles.allShown()).slice(0, EDITIONS);
    const lists = (await Promise.all(cycles.map((cycle) => announcedLists(cycle, deps))))
      .flat()
      .map((list) => ({ ...list, updatedAt: list.retracted?.at ?? list.issuedAt }))
      .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
    const self = `${url}${pathTo("listsFeed")}`;
    const entries = lists.map(({ list, version, updatedAt, cycle, madeBy, retracted }) => {
      const at = { cycleId: cycle.id, list, version: `${version}` };
      const page = `${url}${pathIn(language, pathTo("list", at))}`;
      const zip = `${url}${pathTo("listFile", { cycleId: cycle.id, list, file: `${version}.zip` })}`;
      const title = [
        w.names[list],
        words.edition(cycle.name, cycle.edition),
        words.documents.version(version),
        // Whoever follows the lists learns that one was taken back.
        ...(retracted ? [w.retracted] : []),
      ].join(", ");
      return element(
        "entry",
        {},
        text("id", `${url}${pathTo("list", at)}`),
        text("title", title),
        text("updated", updatedAt),
        element("author", {}, text("name", madeBy ?? city.office)),
        element("link", { rel: "alternate", type: "text/html", href: page }),
        element("link", { rel: "enclosure", type: "application/zip", href: zip }),
      );
    });
    const feed = element(
      "feed",
      { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": language },
      text("id", self),
      text("title", w.feedTitle(city.office)),
      text("updated", lists[0]?.updatedAt ?? cycles[0]?.createdAt ?? NEVER),
      element("author", {}, text("name", city.office)),
      element("link", { rel: "self", type: "application/atom+xml", href: self }),
      ...entries,
    );
    return file(DECLARATION + feed, "application/atom+xml; charset=utf-8");
  },
});
