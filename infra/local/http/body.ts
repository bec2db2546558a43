import type { IncomingMessage } from "node:http";

/** The whole body, or "too-large" as soon as it is known to pass the limit; the rest is then left unread. */
export const readBody = async (
  request: IncomingMessage,
  limitBytes: number,
): Promise<Buffer | "too-large"> => {
  if (Number(request.headers["content-length"] ?? 0) > limitBytes) return "too-large";
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limitBytes) return "too-large";
    parts.push(part);
  }
  return Buffer.concat(parts, size);
};

/** The fields of a form of at most 64 KiB, or null. */
export const readForm = async (request: IncomingMessage): Promise<URLSearchParams | null> => {
  const body = await readBody(request, 64 * 1024);
  return body === "too-large" ? null : new URLSearchParams(body.toString("utf8"));
};
