import { pathTo } from "../domain/addresses.ts";
import { pathIn } from "../domain/languages.ts";
import { type Frame, link } from "../pages/layout.ts";
import { openablePath } from "../pages/openable-path.ts";
import type { Site } from "./deps.ts";
import type { HttpEvent } from "./http.ts";

const LONGEST = 500;

/**
 * A path of the office's pages on this site, else its home. What a query or a header brings is read as a browser reads an address: a
 * backslash is a slash to it, tabs and line breaks vanish, and dots climb out.
 */
export const officePath = (
  asked: string | undefined,
  { url: siteUrl, city }: Pick<Site, "url" | "city">,
): string => {
  if (asked === undefined || asked.length > LONGEST || !asked.startsWith("/")) return pathTo("office");
  const url = URL.parse(asked, siteUrl);
  if (url?.origin !== new URL(siteUrl).origin) return pathTo("office");
  const paths = city.languages.map((language) => pathIn(language, pathTo("office")));
  return paths.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`))
    ? `${url.pathname}${url.search}`
    : pathTo("office");
};

/** Where somebody was who has to sign in first: the page asked for, or the page whose form was sent. */
export const whereTheyWere = (event: HttpEvent, frame: Frame, site: Pick<Site, "url" | "city">): string => {
  const { rawQueryString, headers } = event;
  const asked = encodeURI(link(frame, openablePath(frame.path)));
  if (event.requestContext.http.method === "GET")
    return officePath(asked + (rawQueryString && `?${rawQueryString}`), site);
  const from = URL.parse(headers.referer ?? "");
  return from?.origin === new URL(site.url).origin
    ? officePath(`${from.pathname}${from.search}`, site)
    : officePath(asked, site);
};
