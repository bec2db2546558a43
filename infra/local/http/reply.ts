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

/** A page that may load nothing but the stylesheet and frames of this host; a form may also lead to `formTargets`. */
export const replyPage = (
  response: ServerResponse,
  page: Html,
  { formTargets = "", ...how }: Reply & { readonly formTargets?: string } = {},
): true =>
  reply(response, "text/html; charset=utf-8", page.text, {
    ...how,
    headers: {
      "content-security-policy": `default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self' ${formTargets}; base-uri 'none'; frame-ancestors 'none'`,
      "referrer-policy": "no-referrer",
      ...how.headers,
    },
  });

export const redirect = (response: ServerResponse, location: string): true =>
  reply(response, "text/plain; charset=utf-8", "", { status: 303, headers: { location } });
