import type { Deps } from "./deps.ts";
import type { HttpEvent } from "./http.ts";
import { sameText } from "./keyed.ts";

/** The header in which the front shows its secret. */
const FRONT = "x-rynek-front";

/**
 * The IP address that a request came from. Behind the front the gateway sees the front's own; the front puts the caller's at the end of
 * `X-Forwarded-For`, before what the gateway adds. Whoever goes round the front cannot show its secret, and is taken for what the gateway saw.
 */
export const addressOf = (event: HttpEvent, { site }: Pick<Deps, "site">): string => {
  const { sourceIp } = event.requestContext.http;
  const shown = event.headers[FRONT];
  if (site.frontSecret === undefined || shown === undefined || !sameText(shown, site.frontSecret))
    return sourceIp;
  const forwarded = (event.headers["x-forwarded-for"] ?? "").split(",").map((one) => one.trim());
  return (forwarded.at(-1) === sourceIp ? forwarded.at(-2) : forwarded.at(-1)) || sourceIp;
};
