import { openablePath, pathTo } from "../domain/addresses.ts";
import { LANGUAGES, pathIn } from "../domain/languages.ts";
import { type Frame, link } from "../pages/layout.ts";
import type { HttpEvent } from "./http.ts";

const LONGEST = 500;

const OFFICE_PATHS = LANGUAGES.map((language) => pathIn(language, pathTo("office")));

/**
 * A path of the office's pages on this site, else its home. What a query or a header brings is read as a browser reads an address: a
 * backslash is a slash to it, tabs and line breaks vanish, and dots climb out.
 */
export const officePath = (asked: string | undefined, siteUrl: string): string => {
  if (asked === undefined || asked.length > LONGEST || !asked.startsWith("/")) return pathTo("office");
  const url = URL.parse(asked, siteUrl);
  if (url?.origin !== new URL(siteUrl).origin) return pathTo("office");
  return OFFICE_PATHS.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`))
    ? `${url.pathname}${url.search}`
    : pathTo("office");
};

/** Where somebody was who has to sign in first: the page asked for, or the page whose form was sent. */
export const whereTheyWere = (event: HttpEvent, frame: Frame, siteUrl: string): string => {
  const { rawQueryString, headers } = event;
  const asked = encodeURI(link(frame, openablePath(frame.path)));
  if (event.requestContext.http.method === "GET")
    return officePath(asked + (rawQueryString && `?${rawQueryString}`), siteUrl);
  const from = URL.parse(headers.referer ?? "");
  return from?.origin === new URL(siteUrl).origin
    ? officePath(`${from.pathname}${from.search}`, siteUrl)
    : officePath(asked, siteUrl);
};
