import type { IncomingMessage, ServerResponse } from "node:http";
import { languageFor, type Spoken } from "../../../shared/domain/languages.ts";
import { ANSWERING_MS, LIMITS } from "../../../shared/platform/aws-limits.ts";
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
import { edgeOf, sentOn } from "./edge.ts";
import { eventOf, type GatewayEvent, headersOf } from "./event.ts";
import { areHeadersTooLong, fitsIntoAnswer, fitsIntoEvent, refusedAtEdge } from "./limits.ts";

export interface DispatchParts {
  /** The languages of the city. */
  readonly spoken: Spoken;
  readonly rows: readonly GatewayRow[];
  readonly invoke: (fn: FunctionName, event: GatewayEvent) => Promise<unknown>;
  readonly authorizer: Authorizer;
  readonly clock: Pick<LocalClock, "now">;
  /** What the front shows to the functions. */
  readonly frontSecret: string;
  /** What answers under `/local/`. */
  readonly extra?: LocalDoor;
  /** What goes from the bucket, and through no function. */
  readonly files?: LocalDoor;
  /** Is told of each accident, once. */
  readonly onAccident?: (accident: unknown, request: string) => void;
  /** How long a function may take. */
  readonly answeringMs?: number;
  /** How long the gateway waits. */
  readonly waitMs?: number;
}

/** Lets a request through the edge, finds its route, checks what the gateway checks, calls the function and writes its answer. */
export const dispatcher = (parts: DispatchParts) => {
  const match = matcher(parts.rows);
  const throughEdge = edgeOf(edgeCode(parts.spoken));
  const { answeringMs = ANSWERING_MS, waitMs = LIMITS.wait.most } = parts;
  const { onAccident = (accident, request) => console.error(`${request} failed:`, accident) } = parts;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const sent = headersOf(request);
    // What the host says itself, it says in the city's languages too.
    request.headers["accept-language"] = languageFor(sent["accept-language"], parts.spoken);
    if (!isLoopback(request.headers.host)) return refuse(response, 403);
    const [rawPath = "", asked = ""] = splitOnce(request.url ?? "/", "?");
    if (rawPath.startsWith("/local/") && (await parts.extra?.(request, response))) return true;

    const beyond = refusedAtEdge(request);
    if (beyond !== undefined) return refuse(response, beyond);
    if (await parts.files?.(request, response)) return true;
    const { uri, query, headers } = throughEdge({
      uri: rawPath,
      query: asked,
      headers: sentOn(request, sent, parts.frontSecret),
    });
    if (areHeadersTooLong(request, headers)) return refuse(response, LIMITS.headers.answers);
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

    const body = await readBody(request, LIMITS.body.most);
    if (body === "too-large") return refuse(response, LIMITS.body.answers);
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
    if (!fitsIntoEvent(event)) return refuse(response, LIMITS.event.answers);
    const result = await within(Math.min(answeringMs, waitMs), parts.invoke(row.fn, event));
    if (result === TOO_LATE) {
      onAccident(new Error(`${row.fn} did not answer in time`), `${method} ${rawPath}`);
      // A function that is cut off has failed; one that goes on is not waited for.
      return refuse(response, answeringMs < waitMs ? LIMITS.answer.answers : LIMITS.wait.answers);
    }
    if (fitsIntoAnswer(result)) return answer(response, result);
    onAccident(new Error(`${row.fn} answered with more than a function may`), `${method} ${rawPath}`);
    return refuse(response, LIMITS.answer.answers);
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
