import type { IncomingMessage, ServerResponse } from "node:http";
import { languageFor, type Spoken } from "../../../shared/domain/languages.ts";
import { ANSWERING_MS, LIMITS } from "../../../shared/platform/aws-limits.ts";
import type { GatewayRow } from "../../../shared/platform/gateway.ts";
import { matcher } from "../../../shared/platform/match.ts";
import type { FunctionName } from "../../../shared/platform/route.ts";
import { edgeCode, responseCode } from "../../edge-code.ts";
import type { LocalClock } from "../clock.ts";
import { readBody } from "../http/body.ts";
import { isLoopback, type LocalDoor } from "../http/door.ts";
import { refuse } from "../http/problem.ts";
import { type Answer, fromFunction, fromGateway, leave } from "./answer.ts";
import type { Authorizer, Claims } from "./authorizer.ts";
import { edgeOf, sentOn, viewerOf } from "./edge.ts";
import { eventOf, type GatewayEvent, headersOf } from "./event.ts";
import { firewall } from "./firewall.ts";
import { areHeadersTooLong, fitsIntoAnswer, fitsIntoEvent, refusedAtEdge } from "./limits.ts";
import { LOCAL_RATES, type StageRates } from "./rates.ts";
import { throttles } from "./throttles.ts";
import { type Asked, wordsOf } from "./words.ts";

export interface DispatchParts {
  /** The languages of the city. */
  readonly spoken: Spoken;
  readonly rows: readonly GatewayRow[];
  readonly invoke: (fn: FunctionName, event: GatewayEvent) => Promise<unknown>;
  readonly authorizer: Authorizer;
  readonly clock: Pick<LocalClock, "now">;
  /** What the front shows to the functions. */
  readonly frontSecret: string;
  /** How much is let through; as much as a stage may. */
  readonly rates?: StageRates;
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

/**
 * Lets a request through the firewall and the edge, finds its route, checks what the gateway checks, calls the function and writes its answer.
 * What the gateway says by itself leaves as it would on AWS: in our words, by the edge.
 */
export const dispatcher = (parts: DispatchParts) => {
  const { rates = LOCAL_RATES, spoken, rows } = parts;
  const match = matcher(rows);
  const throughEdge = edgeOf(edgeCode(spoken));
  const worded = wordsOf(responseCode(spoken));
  const clock = () => performance.now();
  const turnedAway = firewall(rates, spoken, clock);
  const { refusal, enter } = throttles(rows, rates, clock);
  const { answeringMs = ANSWERING_MS, waitMs = LIMITS.wait.most } = parts;
  const { onAccident = (accident, request) => console.error(`${request} failed:`, accident) } = parts;

  /** What the gateway answers to what the edge has sent on. */
  const answered = async (request: IncomingMessage, asked: Asked, query: string): Promise<Answer> => {
    const { method, uri, headers } = asked;
    if (areHeadersTooLong(request, headers)) return fromGateway(LIMITS.headers.answers);
    const segments = decodeSegments(uri);
    if (segments === null) return fromGateway(400);
    const matched = match(method, segments);
    if (!matched.found) return fromGateway(404);
    const { row, parameters } = matched.match;
    const many = refusal(row);
    if (many !== undefined) return fromGateway(many);
    const claims = row.guard === "staff-token" ? await claimsOf(request, parts.authorizer) : null;
    if (claims === "missing") return fromGateway(401, { "www-authenticate": "Bearer" });
    if (claims === "not-good")
      return fromGateway(401, { "www-authenticate": 'Bearer error="invalid_token"' });

    const body = await readBody(request, LIMITS.body.most);
    if (body === "too-large") return fromGateway(LIMITS.body.answers);
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
    if (!fitsIntoEvent(event)) return fromGateway(LIMITS.event.answers);
    const left = enter(row.fn);
    if (typeof left === "number") return fromGateway(left);
    const result = await within(Math.min(answeringMs, waitMs), parts.invoke(row.fn, event)).finally(left);
    if (result === TOO_LATE) {
      onAccident(new Error(`${row.fn} did not answer in time`), `${method} ${uri}`);
      // A function that is cut off has failed; one that goes on is not waited for.
      return fromGateway(answeringMs < waitMs ? LIMITS.answer.answers : LIMITS.wait.answers);
    }
    if (fitsIntoAnswer(result)) return fromFunction(result);
    onAccident(new Error(`${row.fn} answered with more than a function may`), `${method} ${uri}`);
    return fromGateway(LIMITS.answer.answers);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const sent = headersOf(request);
    const { method = "GET", url = "/" } = request;
    // What the host says itself, it says in the city's languages too.
    request.headers["accept-language"] = languageFor(sent["accept-language"], spoken);
    if (!isLoopback(request.headers.host)) return refuse(response, 403);
    const [rawPath = "", query = ""] = splitOnce(url, "?");
    if (rawPath.startsWith("/local/") && (await parts.extra?.(request, response))) return true;

    const beyond = refusedAtEdge(request);
    if (beyond !== undefined) return refuse(response, beyond);
    const address = viewerOf(request, sent);
    const stopped = turnedAway({ method, uri: rawPath, query, headers: sent, address });
    if (stopped) return leave(response, stopped);
    if (await parts.files?.(request, response)) return true;
    const passed = throughEdge({
      method,
      uri: rawPath,
      query,
      headers: sentOn(request, sent, parts.frontSecret),
    });
    const asked = { method, uri: passed.uri, headers: passed.headers };
    const failed = (accident: unknown): Answer => {
      // Who has gone waits for nothing, and nothing of ours has failed.
      if (request.destroyed && !request.complete) throw accident;
      onAccident(accident, `${method} ${rawPath}`);
      return fromGateway(500);
    };
    const said = isFile(rawPath)
      ? fromGateway(403)
      : await answered(request, asked, passed.query).catch(failed);
    return leave(response, worded(asked, said));
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

/** What CloudFront asks the bucket for, which says of what is not there that it may not be read. */
const isFile = (path: string): boolean => /^\/(?:cycles\/.*\/results|media)\//.test(path);

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
