import type { ServerResponse } from "node:http";

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

/** Writes what a function returned. Throws, before anything is sent, what is no answer of HTTP. */
export const answer = (response: ServerResponse, value: unknown): void => {
  const { statusCode, headers = {}, cookies = [], body = "", isBase64Encoded } = proxyResult(value);
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  const sent = new Headers({ "content-type": "text/plain;charset=UTF-8" });
  for (const [name, text] of Object.entries(headers)) sent.set(name, String(text));
  response.setHeaders(sent);
  if (cookies.length > 0) response.setHeader("set-cookie", [...cookies]);
  const bodiless = statusCode === 204 || statusCode === 304;
  if (bodiless) response.removeHeader("content-type");
  else response.setHeader("content-length", bytes.length);
  response.writeHead(statusCode);
  response.end(bodiless || response.req.method === "HEAD" ? undefined : bytes);
};
