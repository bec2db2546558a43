import type { IncomingMessage } from "node:http";
import { LIMITS } from "../../../shared/platform/aws-limits.ts";

/** What CloudFront answers by itself to what it does not send on. */
export const refusedAtEdge = ({ url = "/", method, headers }: IncomingMessage): 403 | 413 | undefined => {
  if (Buffer.byteLength(`https://${headers.host ?? ""}${url}`) > LIMITS.url.most) return LIMITS.url.answers;
  const hasBody =
    headers["transfer-encoding"] !== undefined ||
    Number(headers["content-length"] ?? 0) > LIMITS.bodyOfGet.most;
  return hasBody && (method === "GET" || method === "HEAD") ? LIMITS.bodyOfGet.answers : undefined;
};

/** The gateway counts the request line and the values of headers, those that the front adds among them. */
export const areHeadersTooLong = (
  { method, url, httpVersion }: IncomingMessage,
  headers: Readonly<Record<string, string>>,
): boolean => {
  const line = `${method} ${url} HTTP/${httpVersion}`;
  const bytes = Object.values(headers).reduce(
    (sum, value) => sum + Buffer.byteLength(value),
    Buffer.byteLength(line),
  );
  return bytes > LIMITS.headers.most;
};

/** Bytes of one UTF-16 unit in JSON, at most: an escaped control. */
const WORST = 6;

/** Whether a value is small enough as JSON; only one whose text may be too large is written out to be measured. */
const fits = (value: { readonly body?: string | undefined }, most: number): boolean =>
  (value.body ?? "").length * WORST + LIMITS.headersAtEdge.most * WORST < most ||
  Buffer.byteLength(JSON.stringify(value)) <= most;

/** Whether Lambda takes an event. */
export const fitsIntoEvent = (event: { readonly body?: string | undefined }): boolean =>
  fits(event, LIMITS.event.most);

/** Whether Lambda hands an answer on. */
export const fitsIntoAnswer = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null && "body" in answer
    ? fits(answer as { body?: string }, LIMITS.answer.most)
    : Buffer.byteLength(JSON.stringify(answer) ?? "") <= LIMITS.answer.most;
