import { randomUUID } from "node:crypto";
import { edgeCode } from "../../infra/edge-code.ts";
import { edgeOf } from "../../infra/local/gateway/edge.ts";
import { FRONT_SECRET } from "../../infra/local/local-deps.ts";
import { LANGUAGES } from "../../shared/domain/languages.ts";
import type { Role } from "../../shared/domain/office/roles.ts";
import { FRONT } from "../../shared/platform/address.ts";
import type { HttpEvent, HttpResult } from "../../shared/platform/http.ts";

const throughEdge = edgeOf(edgeCode(LANGUAGES));

export interface Asked {
  /** Method and path with query: `GET /projekty?pool=L13`. */
  readonly ask: string;
  /** The route key where it differs from the path, `GET /v1/cycles/{cycleId}`; its parameters are read off the path. */
  readonly route?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  /** A string as it is; `URLSearchParams` as a form; anything else as JSON. */
  readonly body?: unknown;
  /** The list is one of the test's own, whose filters the edge of the house does not know. */
  readonly isOfTest?: true;
  /** Claims of a staff token, as the authorizer leaves them. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at?: number;
}

const DEFAULT_AT = Date.parse("2027-09-15T10:00:00.000Z");

const parametersOf = (routePath: string, path: string): Record<string, string> | undefined => {
  const names = [...routePath.matchAll(/\{(\w+)\+?\}/g)].map(([, name = ""]) => name);
  if (names.length === 0) return undefined;
  const pattern = routePath
    .replace(/[.*?^$()|[\]\\]/g, "\\$&")
    .replace(/\{\w+\+\}/g, "(.+)")
    .replace(/\{\w+\}/g, "([^/]+)");
  const values = new RegExp(`^${pattern}$`).exec(path)?.slice(1);
  if (!values) throw new Error(`${path} is not at ${routePath}`);
  return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
};

const bodyOf = (body: unknown): { text: string; type: string } =>
  body instanceof URLSearchParams
    ? { text: body.toString(), type: "application/x-www-form-urlencoded" }
    : typeof body === "string"
      ? { text: body, type: "text/csv" }
      : { text: JSON.stringify(body), type: "application/json" };

const SESSION_SECONDS = 3600;

/** Claims of a token of staff as the gateway hands them on, of a session that began at this moment, in milliseconds. */
export const staffClaims = (
  role: Role,
  who: { readonly sub: string; readonly name?: string },
  at: number,
) => {
  const iat = Math.floor(at / 1000);
  return {
    ...who,
    token_use: "access",
    "cognito:groups": `[${role}]`,
    jti: `${who.sub}-${iat}`,
    iat: String(iat),
    exp: String(iat + SESSION_SECONDS),
  };
};

/** An event of API Gateway's HTTP API, payload 2.0, as it reaches a function through the edge. */
export const httpEvent = ({
  ask,
  route,
  headers = {},
  cookies,
  body,
  isOfTest,
  claims,
  at,
}: Asked): HttpEvent => {
  const [method = "GET", target = "/"] = ask.split(" ");
  const { pathname, search } = new URL(target.replace(/^\/+/, "/"), "https://test.invalid");
  const passed = throughEdge({ method, uri: pathname, query: search.slice(1), headers });
  const searchParams = new URLSearchParams(isOfTest ? search : passed.query);
  const path = decodeURI(passed.uri);
  const routeKey = route ?? `${method} ${path}`;
  const parameters = parametersOf(routeKey.split(" ")[1] ?? "", path);
  const sent = body === undefined ? undefined : bodyOf(body);
  return {
    version: "2.0",
    routeKey,
    rawPath: path,
    rawQueryString: searchParams.toString(),
    ...(cookies && { cookies: [...cookies] }),
    headers: {
      host: "test.invalid",
      [FRONT]: FRONT_SECRET,
      ...(sent && { "content-type": sent.type }),
      ...passed.headers,
    },
    ...(searchParams.size > 0 && { queryStringParameters: Object.fromEntries(searchParams) }),
    ...(parameters && { pathParameters: parameters }),
    ...(sent && { body: sent.text }),
    isBase64Encoded: false,
    requestContext: {
      accountId: "000000000000",
      apiId: "test",
      domainName: "test.invalid",
      domainPrefix: "test",
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: "15/Sep/2027:10:00:00 +0000",
      timeEpoch: at ?? DEFAULT_AT,
      ...(claims && { authorizer: { jwt: { claims } } }),
    },
  };
};

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly json: () => unknown;
}

/** What a function answered, with its body as text. */
export const answered = (result: unknown): Answered => {
  const { statusCode = 0, headers = {}, body = "", isBase64Encoded } = result as HttpResult;
  const text = isBase64Encoded ? Buffer.from(body, "base64").toString("utf8") : body;
  return {
    status: statusCode,
    headers: headers as Record<string, string>,
    text,
    json: () => JSON.parse(text),
  };
};
