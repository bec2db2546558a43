import { isUtf8 } from "node:buffer";
import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Claims } from "./authorizer.ts";

/** API Gateway's event for a request: of format 2.0, with the claims of a JWT where the route asked for one. */
export type GatewayEvent = APIGatewayProxyEventV2 & {
  requestContext: { authorizer?: { jwt: { claims: Claims; scopes: string[] } } };
};

interface Received {
  readonly request: IncomingMessage;
  /** The headers that the edge let through, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly claims: Claims | null;
  /** Milliseconds since 1970-01-01 UTC, by the clock of the house. */
  readonly now: number;
}

/**
 * Makes the event that a function would get from an HTTP API. As there: `rawPath` is decoded and `rawQueryString` is not,
 * repeated headers and parameters are joined with commas, cookies stand apart, and only text, JSON, XML and JavaScript
 * bodies are plain; a form comes in base64.
 */
export const eventOf = ({
  request,
  headers: { cookie, ...headers },
  method,
  path,
  query,
  routeKey,
  parameters: pathParameters,
  body,
  claims,
  now,
}: Received): GatewayEvent => {
  const parameters = joined(new URLSearchParams(query));
  const plain = isPlain(headers["content-type"]) && isUtf8(body);
  const host = headers.host ?? "127.0.0.1";
  return {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookie === undefined ? {} : { cookies: cookie.split(/;\s*/).filter((each) => each !== "") }),
    headers,
    ...(parameters === null ? {} : { queryStringParameters: parameters }),
    requestContext: {
      accountId: "000000000000",
      apiId: "local",
      ...(claims === null ? {} : { authorizer: { jwt: { claims, scopes: scopesOf(claims) } } }),
      domainName: host,
      domainPrefix: host.split(".", 1)[0] ?? "",
      http: {
        method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? "",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: commonLogTime(now),
      timeEpoch: now,
    },
    ...(Object.keys(pathParameters).length === 0 ? {} : { pathParameters: { ...pathParameters } }),
    ...(body.length === 0 ? {} : { body: body.toString(plain ? "utf8" : "base64") }),
    isBase64Encoded: body.length > 0 && !plain,
  };
};

const PLAIN = /^(?:text\/|application\/(?:json|xml|javascript)\s*(?:;|$))/i;

const isPlain = (contentType: string | undefined): boolean => PLAIN.test(contentType ?? "");

const joined = (pairs: Iterable<readonly [string, string]>): Record<string, string> | null => {
  const all = new Map<string, string>();
  for (const [name, value] of pairs) {
    const before = all.get(name);
    all.set(name, before === undefined ? value : `${before},${value}`);
  }
  return all.size === 0 ? null : Object.fromEntries(all);
};

/** Every header once, by its name in lower case. */
export const headersOf = (request: IncomingMessage): Record<string, string> => {
  const raw = request.rawHeaders;
  const pairs = Array.from({ length: raw.length / 2 }, (_, i): [string, string] => [
    (raw[2 * i] ?? "").toLowerCase(),
    raw[2 * i + 1] ?? "",
  ]);
  const cookies = pairs.filter(([name]) => name === "cookie").map(([, value]) => value);
  const rest = joined(pairs.filter(([name]) => name !== "cookie")) ?? {};
  return cookies.length === 0 ? rest : { ...rest, cookie: cookies.join("; ") };
};

const scopesOf = (claims: Claims): string[] => (claims.scope ?? "").split(" ").filter((each) => each !== "");

/** `12/Mar/2027:19:03:58 +0000`, in UTC. */
const commonLogTime = (now: number): string => {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(now).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
};
