import { prefixOf } from "../domain/languages.ts";
import { refusal } from "../domain/refusals.ts";
import { Refused } from "../domain/result.ts";
import { trimmed } from "../domain/trimmed.ts";
import { type Endpoint, endpoint, type Request } from "./endpoint.ts";
import type { HttpEvent } from "./http.ts";
import { OPEN } from "./response-headers.ts";
import type { Route } from "./route.ts";

const isRead = ({ requestContext: { http } }: HttpEvent): boolean =>
  http.method === "GET" || http.method === "HEAD";

/** Whether a program asks: below /v1, or for JSON, or in a way in which a browser would say that it wants HTML. */
const isProgram = (event: HttpEvent): boolean => {
  const accept = event.headers.accept ?? "";
  return (
    /^\/v1(?:\/|$)/.test(event.rawPath) ||
    (!accept.includes("html") && (accept.includes("json") || !isRead(event)))
  );
};

/** Whether data that everybody may read is sought where there is none: pages of other sites read that too. */
const isOpenData = (event: HttpEvent): boolean =>
  isRead(event) && /^\/v1(?:$|\/(?!(?:staff|uploads)(?:\/|$)))/.test(event.rawPath);

/** The address without the slash at its end, which people type; one slash at the front, so that it stays on this site. */
const withoutSlash = ({ path, language }: Request): string | undefined => {
  if (!path.endsWith("/") || !path.isWellFormed()) return undefined;
  const start = prefixOf(language);
  const rest = trimmed(path, "/\\");
  return rest === "" ? start || "/" : encodeURI(`${start}/${rest}`);
};

/** What a browser asks before a page of another site reads with headers of its own. */
const PREFLIGHT = {
  ...OPEN,
  "access-control-allow-methods": "GET, HEAD",
  "access-control-allow-headers": "accept, if-none-match",
  "access-control-max-age": "86400",
};

const NO_ROW = { key: "GET /{proxy+}", fn: "site", who: { by: "anyone" } } as const satisfies Route;

const NO_DATA = { ...NO_ROW, key: "GET /v1/{proxy}" } as const satisfies Route;

/** What every function answers to whoever goes round the front: limits, the firewall and the cache stand there. */
export const roundTheFront = (event: HttpEvent): Endpoint =>
  endpoint(isProgram(event) ? NO_ROW : { ...NO_ROW, page: true }, {
    summary: "Not through the front",
    handle: (_, { site }) => {
      throw new Refused(refusal("request/round-the-front", { siteUrl: site.url }));
    },
  });

/**
 * What every function answers where none of its rows is: people get a page, programs a problem. It says which methods there are where the
 * path is right and the method is not, and to whoever asks for just that (OPTIONS); pages of other sites may read what is `isOpen`.
 */
export const missing = (event: HttpEvent, allowed: readonly string[], isOpen: boolean): Endpoint => {
  const route: Route = isOpenData(event) ? NO_DATA : isProgram(event) ? NO_ROW : { ...NO_ROW, page: true };
  return endpoint(route, {
    summary: "No such address",
    handle: (request) => {
      if (allowed.length > 0) {
        const methods = allowed.flatMap((each) => (each === "GET" ? ["GET", "HEAD"] : [each]));
        const allow = [...methods, "OPTIONS"].join(", ");
        if (event.requestContext.http.method !== "OPTIONS")
          throw new Refused(refusal("request/method", { allowed: allow }));
        return { status: 204, headers: { allow, ...(isOpen && PREFLIGHT) } };
      }
      const location = route.page && withoutSlash(request);
      if (location) return { status: 308, headers: { location } };
      throw new Refused(refusal("thing/not-found", {}));
    },
  });
};
