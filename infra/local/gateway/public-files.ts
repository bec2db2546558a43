import { createHash } from "node:crypto";
import { FILE_HEADERS, publicFile } from "../../../shared/platform/public-files.ts";
import type { LocalDoor } from "../http/door.ts";
import { addressOf } from "../http/door.ts";

/** One range, as S3 takes them: `bytes=0-99`, `bytes=100-`, `bytes=-100`. */
const RANGE = /^bytes=(\d*)-(\d*)$/;

type Range = { readonly start: number; readonly end: number };

/** The bytes that are asked for; "none" where there are none such. What cannot be read asks for all. */
const rangeOf = (header: string | undefined, size: number): Range | "none" | undefined => {
  const [whole, from = "", to = ""] = RANGE.exec(header ?? "") ?? [];
  if (whole === undefined || (from === "" && to === "")) return undefined;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size : Math.min(size, Number(to) + 1);
  return start < end ? { start, end } : "none";
};

/** Serves what CloudFront serves from the bucket: public files under the paths that they have there, in parts too. */
export const publicFiles =
  (files: { readonly get: (path: string) => Promise<Uint8Array | undefined> }): LocalDoor =>
  async (request, response) => {
    const path = addressOf(request).pathname.slice(1);
    const about = publicFile(path);
    if (!about || (request.method !== "GET" && request.method !== "HEAD")) return false;
    const bytes = await files.get(path);
    if (!bytes) return false;
    const etag = `"${createHash("md5").update(bytes).digest("hex")}"`;
    const headers = {
      ...FILE_HEADERS,
      "cache-control": about.cacheControl,
      "content-disposition": about.disposition,
      "content-type": about.type,
      "accept-ranges": "bytes",
      etag,
    };
    const known = request.headers["if-none-match"];
    if (known === "*" || known?.includes(etag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const of = request.headers["if-range"];
    const range = of === undefined || of === etag ? rangeOf(request.headers.range, bytes.length) : undefined;
    if (range === "none") {
      response.writeHead(416, { ...headers, "content-range": `bytes */${bytes.length}` }).end();
      return true;
    }
    const { start, end } = range ?? { start: 0, end: bytes.length };
    response.writeHead(range ? 206 : 200, {
      ...headers,
      "content-length": end - start,
      ...(range && { "content-range": `bytes ${start}-${end - 1}/${bytes.length}` }),
    });
    response.end(request.method === "HEAD" ? undefined : bytes.subarray(start, end));
    return true;
  };
