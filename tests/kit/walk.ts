import { type Route, routes } from "../../functions/routes.ts";
import { LANGUAGES, type Language, MEASURE, pathIn, prefixOf } from "../../shared/domain/languages.ts";
import { languagesAt } from "../../shared/pages/languages-at.ts";
import { matcher } from "../../shared/platform/match.ts";
import { publicFile } from "../../shared/platform/public-files.ts";
import { tagsOf, unescaped } from "../pages/tags.ts";
import type { Chance } from "./chance.ts";
import type { Place } from "./place.ts";

export type RowName = keyof typeof routes;

/** Somebody who follows links: with the cookies that their browser has, from where they begin. */
export interface Walker {
  readonly name: string;
  readonly cookie?: string;
  /** Paths of this site; each is opened in every language. */
  readonly starts: readonly string[];
  /** Which rows they are here for; without it all. */
  readonly follows?: (route: Route) => boolean;
}

/** Where something on a page leads: a link, or a form. */
export interface Lead {
  readonly method: "GET" | "POST";
  readonly to: string;
  /** None where no row of the table knows the address. */
  readonly row: RowName | undefined;
  readonly language: Language;
}

/** An answer as somebody saw it; `html` is empty where it is no page. */
export interface SeenPage {
  readonly walker: string;
  readonly row: RowName;
  readonly route: Route;
  readonly language: Language;
  readonly path: string;
  readonly status: number;
  readonly html: string;
  readonly leads: readonly Lead[];
}

const named = new Map<Route, RowName>(
  (Object.entries(routes) as [RowName, Route][]).map(([name, row]) => [row, name]),
);
const match = matcher([...named.keys()]);

/** The language that a path says, and the path without it. */
const spoken = (path: string): { readonly language: Language; readonly bare: string } => {
  for (const language of LANGUAGES) {
    const prefix = prefixOf(language);
    if (prefix !== "" && (path === prefix || path.startsWith(`${prefix}/`)))
      return { language, bare: path.slice(prefix.length) || "/" };
  }
  return { language: MEASURE, bare: path };
};

const rowOf = (method: Lead["method"], bare: string): RowName | undefined => {
  const segments = bare.slice(1).split("/").map(decodeURIComponent);
  const found = match(method, segments);
  return found.found ? named.get(found.match.row) : undefined;
};

export const leadTo = (method: Lead["method"], to: string): Lead => {
  const { language, bare } = spoken(new URL(to, "http://site").pathname);
  return { method, to, language, row: rowOf(method, bare) };
};

const isPage = (row: RowName | undefined): boolean => {
  const route: Route | undefined = row && routes[row];
  return route?.page === true;
};

/** The same page in another language; what is no page has one address. */
const inLanguage = (lead: Lead, language: Language): Lead => {
  const { pathname, search } = new URL(lead.to, "http://site");
  const to = pathIn(language, spoken(pathname).bare) + search;
  return isPage(lead.row) ? { ...lead, to, language } : lead;
};

/** Whether no function answers it: the mailbox of this machine, and files that go out from their bucket. */
const isNobodys = (pathname: string): boolean =>
  pathname.startsWith("/local/") || publicFile(pathname.slice(1)) !== undefined;

/** The path of an address on this site, with its query; none where it leads elsewhere. */
const pathOn = (site: string, at: string, address: string): string | undefined => {
  const { origin, pathname, search } = new URL(unescaped(address), new URL(at, site));
  return origin === new URL(site).origin && !isNobodys(pathname) ? pathname + search : undefined;
};

/** Every link and form of a page that stays on this site. */
const leadsOf = (site: string, at: string, html: string): Lead[] =>
  tagsOf(html).flatMap(({ name, isEnd, attributes }) => {
    const method = name === "form" && attributes.method?.toLowerCase() === "post" ? "POST" : "GET";
    const address = name === "form" ? attributes.action : attributes.href;
    if (isEnd || address === undefined || address.startsWith("#")) return [];
    const path = pathOn(site, at, address);
    return path === undefined ? [] : [leadTo(method, path)];
  });

/** What letters of a site lead to. */
export const letterLeads = (site: string, letters: readonly { text: string; html: string }[]): Lead[] =>
  letters.flatMap(({ text, html }) => {
    const written = text.match(/https?:\/\/[^\s<>"]+[^\s<>".,;)]/g) ?? [];
    const paths = written.flatMap((address) => pathOn(site, "/", address) ?? []);
    return [...leadsOf(site, "/", html), ...paths.map((path) => leadTo("GET", path))];
  });

/** Pages of the table that nobody came to. */
export const pagesNeverSeen = (seen: readonly Pick<SeenPage, "row">[]): RowName[] =>
  [...named].flatMap(([route, name]) =>
    route.page && route.key.startsWith("GET ") && !seen.some(({ row }) => row === name) ? [name] : [],
  );

/** What a page looks like, whatever it says: its row, and the kinds of things on it. */
export const stateOf = ({ row, status, html }: Pick<SeenPage, "row" | "status" | "html">): string => {
  const kinds = tagsOf(html.slice(html.indexOf("<main")))
    .filter(({ isEnd }) => !isEnd)
    .map(({ name, attributes }) =>
      [name, attributes.class, attributes.type, attributes["aria-invalid"]].join(" "),
    );
  return [row, status, ...[...new Set(kinds)].sort()].join();
};

/** What somebody sees at an address of this site. */
export const openPage = async (
  { url }: Pick<Place, "url">,
  { name, cookie }: Pick<Walker, "name" | "cookie">,
  { row, language, to }: Pick<Lead, "language" | "to"> & { readonly row: RowName },
): Promise<SeenPage> => {
  const reply = await fetch(new URL(to, url), {
    redirect: "manual",
    headers: { accept: "text/html", ...(cookie !== undefined && { cookie }) },
  });
  // A file to keep is no page of the site, whatever is in it.
  const isFile = reply.headers.get("content-disposition")?.startsWith("attachment") ?? false;
  const isHtml = !isFile && (reply.headers.get("content-type")?.startsWith("text/html") ?? false);
  const text = await reply.text();
  const location = reply.headers.get("location");
  const onward = location === null ? undefined : pathOn(url, to, location);
  const leads = [
    ...(isHtml ? leadsOf(url, to, text) : []),
    ...(onward === undefined ? [] : [leadTo("GET", onward)]),
  ];
  const html = isHtml ? text : "";
  return { walker: name, row, route: routes[row], language, path: to, status: reply.status, html, leads };
};

interface Reach {
  /** Each page in every language or in these, or each in one that chance picks. */
  readonly languages: "every" | "one" | readonly Language[];
  /** How many addresses of one row each walker opens in each language. */
  readonly most: number;
  readonly chance: Chance;
}

/**
 * Opens every page that walkers can come to by links alone, in the order that chance gives: the base of tests that hold for every page.
 * An address that is not there is not opened; it stands among the leads of the page that has it.
 */
export async function* everyPage(
  place: Pick<Place, "url">,
  walkers: readonly Walker[],
  { languages, most, chance }: Reach,
): AsyncGenerator<SeenPage> {
  for (const { name: walker, cookie, starts, follows = () => true } of walkers) {
    const queue: Lead[] = [];
    const known = new Set<string>();
    const opened = new Map<string, number>();
    /** Puts what a page leads to on the way, unless it is there. */
    const goTo = (lead: Lead): void => {
      if (lead.method !== "GET" || lead.row === undefined || !follows(routes[lead.row])) return;
      const same = inLanguage(lead, MEASURE).to;
      if (known.has(same)) return;
      known.add(same);
      const written = languagesAt(new URL(same, "http://site").pathname, LANGUAGES);
      const chosen =
        languages === "one"
          ? [chance.one(written)]
          : written.filter((one) => languages === "every" || languages.includes(one));
      const ways = chosen.map((language) => inLanguage(lead, language));
      queue.push(...(isPage(lead.row) ? ways : ways.slice(0, 1)));
    };
    for (const start of starts) goTo(leadTo("GET", start));
    while (queue.length > 0) {
      const [{ row, language, to: path }] = queue.splice(chance.below(queue.length), 1) as [Lead];
      if (row === undefined) continue;
      const kind = languages === "one" ? row : `${row} ${language}`;
      const times = opened.get(kind) ?? 0;
      if (times >= most) continue;
      opened.set(kind, times + 1);
      const page = await openPage(place, { name: walker, cookie }, { row, language, to: path });
      for (const lead of page.leads) goTo(lead);
      yield page;
    }
  }
}
