import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { LIMITS } from "../../../shared/platform/aws-limits.ts";
import type { LocalDoor } from "../http/door.ts";
import { reply } from "../http/reply.ts";
import { Malformed, readPosted, TooMuchBefore } from "./multipart.ts";
import { type About, type Objects, WrongSize } from "./objects.ts";
import { allowedBy } from "./policy.ts";
import { type Credentials, checkRequest, fault, type S3Fault } from "./signature.ts";

/** Where the client of S3 finds this machine's. */
export const S3_PATH = "/local/s3";

interface S3Parts {
  readonly bucket: string;
  readonly objects: Objects;
  readonly credentials: Credentials;
  /** Milliseconds since 1970-01-01 UTC, by the clock of the house. */
  readonly now: () => number;
  /** Is told of each object that a form or a program has put. */
  readonly onPut: (key: string) => void;
}

const escaped = (text: string): string => text.replace(/[<>&'"]/g, (one) => `&#${one.charCodeAt(0)};`);

const element = (name: string, value: string | number): string => `<${name}>${escaped(`${value}`)}</${name}>`;

const xml = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${inner}</${root}>`;

const refuse = (response: ServerResponse, { status, code, message, more = {} }: S3Fault): true =>
  reply(
    response,
    "application/xml",
    xml(
      "Error",
      [["Code", code], ["Message", message], ...Object.entries(more)]
        .map(([name = "", value = ""]) => element(`${name}`, value))
        .join(""),
    ),
    { status },
  );

const NO_KEY = fault(404, "NoSuchKey", "The specified key does not exist.");
const CHANGED = fault(
  412,
  "PreconditionFailed",
  "At least one of the pre-conditions you specified did not hold",
);
const MALFORMED = fault(
  400,
  "MalformedPOSTRequest",
  "The body of your POST request is not well-formed multipart/form-data.",
);
const TOO_MUCH = fault(
  400,
  "MaxPostPreDataLengthExceeded",
  "Your POST request fields preceding the upload file were too large.",
);

const wrongSize = (bytes: number, { least, most }: { readonly least: number; readonly most: number }) =>
  bytes > most
    ? fault(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size", {
        ProposedSize: bytes,
        MaxSizeAllowed: most,
      })
    : fault(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size", {
        ProposedSize: bytes,
        MinSizeAllowed: least,
      });

/** Where the browser goes from a form, with what it has put (Amazon S3 API Reference, "POST Object": success_action_redirect). */
const ledTo = (to: string, { bucket, key, etag }: Readonly<Record<"bucket" | "key" | "etag", string>>) => {
  try {
    const url = new URL(to);
    for (const [name, value] of Object.entries({ bucket, key, etag })) url.searchParams.set(name, value);
    return url.href;
  } catch {
    return undefined;
  }
};

/** Takes a form with a file, as its policy allows. */
const post = async (
  request: IncomingMessage,
  response: ServerResponse,
  { bucket, objects, credentials, now, onPut }: S3Parts,
): Promise<true> => {
  const { fields, file } = await readPosted(request);
  const allowed = allowedBy(fields, { bucket, credentials, now: now() });
  if ("code" in allowed) return refuse(response, allowed);
  const { key } = allowed;
  let put: About;
  try {
    const type = fields.get("content-type") ?? "binary/octet-stream";
    put = await objects.put(key, file, { type }, allowed);
  } catch (error) {
    if (error instanceof WrongSize) return refuse(response, wrongSize(error.bytes, allowed));
    throw error;
  }
  onPut(key);
  const location = ledTo(fields.get("success_action_redirect") ?? "", { bucket, key, etag: put.etag });
  const status = Number(fields.get("success_action_status"));
  return reply(response, "application/xml", "", {
    status: location ? 303 : [200, 201].includes(status) ? status : 204,
    headers: { etag: put.etag, ...(location && { location }) },
  });
};

/** `bytes=0-4095`, as the client of S3 asks. */
const rangeOf = (header: string | undefined, bytes: number) => {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? "") ?? [];
  if (first === undefined) return undefined;
  return { first: Number(first), last: Math.min(bytes - 1, last ? Number(last) : bytes - 1) };
};

const get = async (
  request: IncomingMessage,
  response: ServerResponse,
  {
    objects,
    key,
    query,
  }: Pick<S3Parts, "objects"> & { readonly key: string; readonly query: URLSearchParams },
): Promise<true> => {
  const found = await objects.about(key);
  if (!found) return refuse(response, NO_KEY);
  const wanted = request.headers["if-match"];
  if (wanted !== undefined && wanted !== found.etag) return refuse(response, CHANGED);
  const range = rangeOf(request.headers.range, found.bytes);
  const { first, last } = range ?? { first: 0, last: found.bytes - 1 };
  if (range && first > last)
    return refuse(response, fault(416, "InvalidRange", "The requested range is not satisfiable"));
  const cache = query.get("response-cache-control") ?? found.cacheControl;
  const disposition = query.get("response-content-disposition");
  response.writeHead(range ? 206 : 200, {
    "content-type": query.get("response-content-type") ?? found.type,
    "content-length": last - first + 1,
    "accept-ranges": "bytes",
    etag: found.etag,
    ...(range && { "content-range": `bytes ${first}-${last}/${found.bytes}` }),
    ...(cache && { "cache-control": cache }),
    ...(disposition && { "content-disposition": disposition }),
  });
  if (request.method === "HEAD" || last < first) response.end();
  // Whoever goes before the end has read enough.
  else await pipeline(await objects.stream(key, first, last), response).catch(() => undefined);
  return true;
};

/** The object that another one is put from, where it is still the one that was meant. */
const copiedFrom = async (request: IncomingMessage, { bucket, objects }: S3Parts) => {
  const source = decodeURIComponent(String(request.headers["x-amz-copy-source"]));
  const key = source.slice(`${bucket}/`.length);
  const found = await objects.about(key);
  if (!found) return NO_KEY;
  const wanted = request.headers["x-amz-copy-source-if-match"];
  if (wanted !== undefined && wanted !== found.etag) return CHANGED;
  return await objects.stream(key, 0, Math.max(0, found.bytes - 1));
};

const put = async (
  request: IncomingMessage,
  response: ServerResponse,
  parts: S3Parts & { readonly key: string },
): Promise<true> => {
  const { key, objects, onPut } = parts;
  // S3 goes by what is announced, before it takes a byte.
  const announced = Number(
    request.headers["x-amz-decoded-content-length"] ?? request.headers["content-length"],
  );
  if (announced > LIMITS.object.most)
    return refuse(response, wrongSize(announced, { least: 0, most: LIMITS.object.most }));
  const isCopy = request.headers["x-amz-copy-source"] !== undefined;
  const source = isCopy ? await copiedFrom(request, parts) : request;
  if ("code" in source) return refuse(response, source as S3Fault);
  const cacheControl = request.headers["cache-control"];
  const { etag } = await objects.put(key, source, {
    type: request.headers["content-type"] ?? "binary/octet-stream",
    ...(cacheControl && { cacheControl }),
  });
  onPut(key);
  return isCopy
    ? reply(response, "application/xml", xml("CopyObjectResult", element("ETag", etag)))
    : reply(response, "application/xml", "", { headers: { etag } });
};

const list = async (response: ServerResponse, { objects }: S3Parts, prefix: string): Promise<true> => {
  const keys = await objects.keys(prefix);
  const contents = keys.map((key) => `<Contents>${element("Key", key)}</Contents>`).join("");
  return reply(
    response,
    "application/xml",
    xml("ListBucketResult", `${element("KeyCount", keys.length)}<IsTruncated>false</IsTruncated>${contents}`),
  );
};

const answer = async (request: IncomingMessage, response: ServerResponse, parts: S3Parts): Promise<true> => {
  const [path = "", search = ""] = (request.url ?? "").split("?", 2);
  const [bucket = "", ...rest] = path.slice(S3_PATH.length + 1).split("/");
  if (bucket !== parts.bucket)
    return refuse(response, fault(404, "NoSuchBucket", "The specified bucket does not exist"));
  const key = decodeURIComponent(rest.join("/"));
  if (request.method === "POST" && key === "") return await post(request, response, parts);
  const unsigned = checkRequest(request, { credentials: parts.credentials, now: parts.now() });
  if (unsigned) return refuse(response, unsigned);
  const query = new URLSearchParams(search);
  if (key === "") return await list(response, parts, query.get("prefix") ?? "");
  if (request.method === "GET" || request.method === "HEAD")
    return await get(request, response, { ...parts, key, query });
  if (request.method === "PUT") return await put(request, response, { ...parts, key });
  if (request.method === "DELETE") {
    await parts.objects.remove(key);
    return reply(response, "application/xml", "", { status: 204 });
  }
  return refuse(
    response,
    fault(405, "MethodNotAllowed", "The specified method is not allowed against this resource."),
  );
};

/**
 * S3 at `/local/s3`, for one bucket: forms by their policy, whole objects and parts of them, by signatures that are checked as S3 checks them. So
 * much of it as this house asks for.
 */
export const s3Door =
  (parts: S3Parts): LocalDoor =>
  async (request, response) => {
    if (!request.url?.startsWith(`${S3_PATH}/`)) return false;
    try {
      return await answer(request, response, parts);
    } catch (error) {
      if (error instanceof Malformed || error instanceof URIError) return refuse(response, MALFORMED);
      if (error instanceof TooMuchBefore) return refuse(response, TOO_MUCH);
      throw error;
    }
  };
