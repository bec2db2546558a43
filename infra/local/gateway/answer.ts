import { type ServerResponse, STATUS_CODES } from "node:http";
import type { EdgeAnswer, GatewayStatus } from "../../edge-words.ts";

/** An answer on its way out. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly cookies?: readonly string[];
  readonly bytes: Buffer;
}

interface ProxyResult {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string | number | boolean>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** As in format 2.0: what has no `statusCode` is itself the JSON body of a 200. */
const proxyResult = (value: unknown): ProxyResult => {
  if (typeof value === "object" && value !== null && "statusCode" in value) return value as ProxyResult;
  return {
    statusCode: 200,
    headers: { "content-type": "application/json" },
    body: typeof value === "string" ? value : (JSON.stringify(value) ?? "null"),
  };
};

/** What a function returned. Throws what is no answer of HTTP. */
export const fromFunction = (value: unknown): Answer => {
  const { statusCode, headers: own = {}, cookies = [], body = "", isBase64Encoded } = proxyResult(value);
  const headers = new Headers({ "content-type": "text/plain;charset=UTF-8" });
  for (const [name, text] of Object.entries(own)) headers.set(name, String(text));
  return {
    status: statusCode,
    headers,
    cookies,
    bytes: Buffer.from(body, isBase64Encoded ? "base64" : "utf8"),
  };
};

/** What the gateway says by itself, in AWS's words: `{"message":"Not Found"}`. */
export const fromGateway = (
  status: GatewayStatus,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: new Headers({ "content-type": "application/json", ...headers }),
  bytes: Buffer.from(JSON.stringify({ message: STATUS_CODES[status] })),
});

export const fromEdge = (status: number, { headers, body }: EdgeAnswer): Answer => ({
  status,
  headers: new Headers(headers),
  bytes: Buffer.from(body),
});

/** Sends an answer. What is left of the request is dropped: a client that is still sending would lose the answer with the connection. */
export const leave = (response: ServerResponse, { status, headers, cookies = [], bytes }: Answer): true => {
  response.req.resume();
  response.setHeaders(headers);
  if (cookies.length > 0) response.setHeader("set-cookie", [...cookies]);
  const bodiless = status === 204 || status === 304;
  if (bodiless) response.removeHeader("content-type");
  else response.setHeader("content-length", bytes.length);
  response.writeHead(status);
  response.end(bodiless || response.req.method === "HEAD" ? undefined : bytes);
  return true;
};
