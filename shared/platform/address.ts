import type { Deps } from "./deps.ts";
import type { HttpEvent } from "./http.ts";
import { sameText } from "./keyed.ts";

/** The header in which the front shows its secret. */
export const FRONT = "x-rynek-front";

/** Whether a request came through the front. Where there is none, every way is right. */
export const isThroughFront = (
  { headers }: Pick<HttpEvent, "headers">,
  { site }: Pick<Deps, "site">,
): boolean => site.frontSecret === undefined || sameText(headers[FRONT] ?? "", site.frontSecret);

/**
 * The IP address that a request came from. Behind the front the gateway sees the front's own; the front puts the caller's at the end of
 * `X-Forwarded-For`, before what the gateway adds. Whoever goes round the front cannot show its secret, and is taken for what the gateway saw.
 */
export const addressOf = (event: HttpEvent, { site }: Pick<Deps, "site">): string => {
  const { sourceIp } = event.requestContext.http;
  if (site.frontSecret === undefined || !isThroughFront(event, { site })) return sourceIp;
  const forwarded = (event.headers["x-forwarded-for"] ?? "").split(",").map((one) => one.trim());
  return (forwarded.at(-1) === sourceIp ? forwarded.at(-2) : forwarded.at(-1)) || sourceIp;
};
