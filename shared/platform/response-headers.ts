import { createHash } from "node:crypto";
import { Html } from "../pages/html.ts";
import type { Endpoint } from "./endpoint.ts";
import { type HttpEvent, type HttpResult, type Reply, toResult } from "./http.ts";
import type { Route } from "./route.ts";

const EVERYWHERE = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "strict-transport-security": "max-age=31536000",
} as const;

/** Nothing inline, nothing from elsewhere but what is named, framed by nobody; forms lead to this site, and to what else is named. */
const policy = (forms: string, shown = ""): string =>
  `default-src 'none'; style-src 'self'; img-src 'self' data:${shown};${shown && ` frame-src${shown};`} script-src 'self'; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;

const PAGE_POLICY = {
  "content-security-policy": policy("'self'"),
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
  "cross-origin-opener-policy": "same-origin",
} as const;

/** Of a page with a form that posts a file straight to its bucket. */
export const formsTo = (url: string) => ({
  "content-security-policy": policy(`'self' ${new URL(url).origin}`),
});

/** Of a page that shows a file out of its bucket. */
export const showing = (url: string) => ({
  "content-security-policy": policy("'self'", ` ${new URL(url).origin}`),
});

const API_POLICY = { "content-security-policy": "default-src 'none'; frame-ancestors 'none'" } as const;

/** Pages of any site may read what is open to everybody. */
export const OPEN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, link, retry-after",
} as const;

/** Data that everybody may read at an address of its own: no page, and nothing that depends on who asks. */
export const isOpen = ({ key, who, page }: Route): boolean =>
  key.startsWith("GET ") && !key.endsWith("+}") && who.by === "anyone" && page !== true;

const tagOf = (result: HttpResult): string =>
  `"${createHash("sha256")
    .update(result.body ?? "")
    .digest("base64url")
    .slice(0, 22)}"`;

/** The reply with the headers that every reply has; a GET gets an ETag, and a 304 when the reader has it already. */
export const dressed = ({ route, spec }: Endpoint, event: HttpEvent, reply: Reply): HttpResult => {
  const result = toResult(reply);
  const isGet = event.requestContext.http.method === "GET" || event.requestContext.http.method === "HEAD";
  const isSuccess = reply.status >= 200 && reply.status < 300;
  const headers: Record<string, string | number | boolean> = {
    ...EVERYWHERE,
    ...(reply.body instanceof Html ? PAGE_POLICY : API_POLICY),
    "cache-control": (isSuccess && spec.cache) || "no-store",
    ...(route.page ? {} : { vary: "accept-language" }),
    ...(isOpen(route) && OPEN),
    ...result.headers,
  };
  if (isGet && isSuccess && headers.etag === undefined) headers.etag = tagOf(result);
  const known = event.headers["if-none-match"];
  const isKnown = known?.trim() === "*" || known?.includes(String(headers.etag));
  if (isGet && isSuccess && headers.etag !== undefined && isKnown) {
    const { "content-type": _type, ...kept } = headers;
    return { statusCode: 304, headers: kept };
  }
  return { ...result, headers };
};
