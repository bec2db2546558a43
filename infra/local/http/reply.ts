import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Html } from "../../../shared/pages/html.ts";

interface Reply {
  readonly status?: number;
  readonly headers?: OutgoingHttpHeaders;
}

/**
 * Ends the response with a body whose length is announced; for HEAD the length alone is sent. What is left of the request
 * is read and dropped: a client that is still sending would lose the answer with the connection.
 */
export const reply = (
  response: ServerResponse,
  type: string,
  body: string | Uint8Array,
  { status = 200, headers = {} }: Reply = {},
): true => {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  response.req.resume();
  response.writeHead(status, {
    "content-type": type,
    "content-length": bytes.length,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(response.req.method === "HEAD" ? undefined : bytes);
  return true;
};

export const replyJson = (response: ServerResponse, value: unknown, how: Reply = {}): true =>
  reply(response, "application/json", JSON.stringify(value), how);

/** A page may load nothing but the stylesheet and frames of this host, and its forms lead nowhere else. */
export const PAGE_HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "referrer-policy": "no-referrer",
};

export const replyPage = (response: ServerResponse, page: Html, { status, headers }: Reply = {}): true =>
  reply(response, PAGE_HEADERS["content-type"], page.text, {
    ...(status !== undefined && { status }),
    headers: { ...PAGE_HEADERS, ...headers },
  });

export const redirect = (response: ServerResponse, location: string): true =>
  reply(response, "text/plain; charset=utf-8", "", { status: 303, headers: { location } });
