import { Html } from "../pages/html.ts";
import { cookieOf, FLASH_COOKIE, setCookie } from "./cookies.ts";
import type { Deps } from "./deps.ts";
import type { HttpEvent, Reply } from "./http.ts";
import type { Route } from "./route.ts";

/** How long the next page may take. */
const LIFETIME_SECONDS = 60;

/** A form of the office that leads on is remembered by its name until the next page has said that it is saved. */
export const withFlash = (
  { who, key, name }: Route,
  event: HttpEvent,
  reply: Reply,
  { site }: Pick<Deps, "site">,
): Reply => {
  if (who.by !== "staff-cookie") return reply;
  const add = (value: string, seconds: number): Reply => ({
    ...reply,
    cookies: [...(reply.cookies ?? []), setCookie(FLASH_COOKIE, value, seconds, site.url)],
  });
  if (name !== undefined && key.startsWith("POST ") && reply.status === 303)
    return add(name, LIFETIME_SECONDS);
  const isShown = reply.body instanceof Html && cookieOf(event, FLASH_COOKIE, site.url) !== undefined;
  return isShown ? add("", 0) : reply;
};
