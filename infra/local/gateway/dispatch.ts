import type { IncomingMessage, ServerResponse } from "node:http";
import { languageFor, type Spoken } from "../../../shared/domain/languages.ts";
import type { GatewayRow } from "../../../shared/platform/gateway.ts";
import { matcher } from "../../../shared/platform/match.ts";
import type { FunctionName } from "../../../shared/platform/route.ts";
import { edgeCode } from "../../edge-code.ts";
import type { LocalClock } from "../clock.ts";
import { readBody } from "../http/body.ts";
import { isLoopback, type LocalDoor } from "../http/door.ts";
import { refuse } from "../http/problem.ts";
import { answer } from "./answer.ts";
import type { Authorizer, Claims } from "./authorizer.ts";
import { edgeOf } from "./edge.ts";
import { eventOf, type GatewayEvent, headersOf } from "./event.ts";

/** Lambda's limit for the event of a call. */
const BODY_LIMIT_BYTES = 6 * 1024 * 1024;
/** An HTTP API gives a function 30 s; the function's own limit is a second less. */
const INVOKE_LIMIT_MS = 29_000;

export interface DispatchParts {
  /** The languages of the city. */
  readonly spoken: Spoken;
  readonly rows: readonly GatewayRow[];
  readonly invoke: (fn: FunctionName, event: GatewayEvent) => Promise<unknown>;
  readonly authorizer: Authorizer;
  readonly clock: Pick<LocalClock, "now">;
  /** What answers under `/local/`. */
  readonly extra?: LocalDoor;
  /** Is told of each accident, once. */
  readonly onAccident?: (accident: unknown, request: string) => void;
  readonly invokeLimitMs?: number;
}

/** Lets a request through the edge, finds its route, checks what the gateway checks, calls the function and writes its answer. */
export const dispatcher = (parts: DispatchParts) => {
  const match = matcher(parts.rows);
  const throughEdge = edgeOf(edgeCode(parts.spoken));
  const { onAccident = (accident, request) => console.error(`${request} failed:`, accident) } = parts;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const sent = headersOf(request);
    // What the host says itself, it says in the city's languages too.
    request.headers["accept-language"] = languageFor(sent["accept-language"], parts.spoken);
    if (!isLoopback(request.headers.host)) return refuse(response, 403);
    const [rawPath = "", query = ""] = splitOnce(request.url ?? "/", "?");
    if (rawPath.startsWith("/local/") && (await parts.extra?.(request, response))) return true;

    const { uri, headers } = throughEdge({ uri: rawPath, headers: sent });
    const segments = decodeSegments(uri);
    if (segments === null) return refuse(response, 400);
    const method = request.method ?? "GET";
    const matched = match(method, segments);
    if (!matched.found) return refuse(response, 404);
    const { row, parameters } = matched.match;
    const claims = row.guard === "staff-token" ? await claimsOf(request, parts.authorizer) : null;
    if (claims === "missing") return refuse(response, 401, { "www-authenticate": "Bearer" });
    if (claims === "not-good")
      return refuse(response, 401, { "www-authenticate": 'Bearer error="invalid_token"' });

    const body = await readBody(request, BODY_LIMIT_BYTES);
    if (body === "too-large") return refuse(response, 413);
    const path = `/${segments.join("/")}`;
    const now = parts.clock.now();
    const event = eventOf({
      request,
      headers,
      method,
      path,
      query,
      routeKey: row.key,
      parameters,
      body,
      claims,
      now,
    });
    const result = await within(parts.invokeLimitMs ?? INVOKE_LIMIT_MS, parts.invoke(row.fn, event));
    if (result !== TOO_LATE) return answer(response, result);
    onAccident(new Error(`${row.fn} did not answer in time`), `${method} ${rawPath}`);
    return refuse(response, 503);
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await handle(request, response);
    } catch (accident) {
      if (request.destroyed && !request.complete) return;
      onAccident(accident, `${request.method} ${(request.url ?? "").split("?", 1)[0]}`);
      if (response.headersSent) response.destroy();
      else {
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        refuse(response, 500);
      }
    }
  };
};

const splitOnce = (text: string, mark: string): [string, string] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
};

/** The segments of a path, each percent-decoded; null when it is no path or cannot be decoded. */
const decodeSegments = (rawPath: string): string[] | null => {
  if (!rawPath.startsWith("/")) return null;
  try {
    return rawPath.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return null;
  }
};

const claimsOf = async (
  request: IncomingMessage,
  authorizer: Authorizer,
): Promise<Claims | "missing" | "not-good"> => {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  return token === undefined ? "missing" : ((await authorizer(token)) ?? "not-good");
};

const TOO_LATE = Symbol("too late");

const within = async (limitMs: number, work: Promise<unknown>): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, limitMs, TOO_LATE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};
