import type { Seconds } from "../domain/time.ts";
import type { HttpEvent } from "./http.ts";

export const STAFF_COOKIE = "staff";
export const VOTER_COOKIE = "voter";
/** A sign-in that is under way: nobody but the browser that began it can end it. */
export const SIGN_IN_COOKIE = "sign-in";

/** Which form of the office was just saved, by its name alone: the page that it leads to says so once. */
export const FLASH_COOKIE = "flash";

/** `__Host-` binds a cookie to this host over TLS; a site without TLS (a laptop) cannot have it. */
const isSecure = (siteUrl: string): boolean => siteUrl.startsWith("https:");

const fullName = (name: string, siteUrl: string): string => (isSecure(siteUrl) ? `__Host-${name}` : name);

export const cookieOf = (
  event: Pick<HttpEvent, "cookies">,
  name: string,
  siteUrl: string,
): string | undefined => {
  const start = `${fullName(name, siteUrl)}=`;
  return event.cookies?.find((cookie) => cookie.startsWith(start))?.slice(start.length);
};

/** Strictly necessary, for this site only, out of reach of scripts. A lifetime of 0 seconds removes it. */
export const setCookie = (name: string, value: string, lifetimeSeconds: Seconds, siteUrl: string): string =>
  [
    `${fullName(name, siteUrl)}=${value}`,
    "Path=/",
    `Max-Age=${lifetimeSeconds}`,
    "HttpOnly",
    "SameSite=Lax",
    ...(isSecure(siteUrl) ? ["Secure"] : []),
  ].join("; ");
