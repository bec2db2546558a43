import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { filesOnAws } from "../../shared/platform/files.ts";

/* A bucket as S3 answers: an object in parts is there when it is put together of the parts that were named, and not before. */

const objects = new Map<string, { readonly bytes: Buffer; readonly headers: Record<string, unknown> }>();
let uploads = new Map<string, { readonly headers: Record<string, unknown>; readonly parts: Buffer[] }>();
let asked: string[] = [];
/** Answers a call in its own words, once: the client tries again. */
let busy: ((what: string) => boolean) | undefined;

const xml = (root: string, inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>${inner}</${root}>`;

const LEAST_PART_BYTES = 5 << 20;

const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://s3.example");
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const [id, part] = [searchParams.get("uploadId"), searchParams.get("partNumber")];
  const what = `${request.method} ${part ?? (id === null ? (searchParams.has("uploads") ? "begin" : "whole") : "end")}`;
  asked.push(what);
  const say = (status: number, text = "", headers = {}) => response.writeHead(status, headers).end(text);
  if (busy?.(what)) {
    busy = undefined;
    return say(503, xml("Error", "<Code>SlowDown</Code><Message>Please reduce your request rate.</Message>"));
  }
  if (what === "PUT whole") {
    objects.set(pathname, { bytes: body, headers: request.headers });
    return say(200);
  }
  if (what === "POST begin") {
    const made = `u${uploads.size}`;
    uploads.set(made, { headers: request.headers, parts: [] });
    return say(200, xml("InitiateMultipartUploadResult", `<UploadId>${made}</UploadId>`));
  }
  const upload = uploads.get(id ?? "");
  if (!upload) return say(404, xml("Error", "<Code>NoSuchUpload</Code>"));
  if (request.method === "PUT") {
    upload.parts[Number(part) - 1] = body;
    const sum = request.headers["x-amz-checksum-crc32"];
    return sum
      ? say(200, "", { etag: `"e${part}"`, "x-amz-checksum-crc32": sum })
      : say(
          400,
          xml(
            "Error",
            "<Code>InvalidRequest</Code><Message>Content-MD5 OR x-amz-checksum- is required</Message>",
          ),
        );
  }
  const named = [...body.toString().matchAll(/<Part>.*?<\/Part>/gs)].map(([one]) => one);
  const isWhole =
    named.length === upload.parts.length &&
    named.every(
      (one, n) => one.includes(`<PartNumber>${n + 1}<`) && /ETag/.test(one) && /ChecksumCRC32/.test(one),
    );
  if (!isWhole) return say(400, xml("Error", "<Code>InvalidPart</Code>"));
  if (upload.parts.slice(0, -1).some(({ length }) => length < LEAST_PART_BYTES))
    return say(400, xml("Error", "<Code>EntityTooSmall</Code>"));
  objects.set(pathname, { bytes: Buffer.concat(upload.parts), headers: upload.headers });
  return say(200, xml("CompleteMultipartUploadResult", "<ETag>e</ETag>"));
});
beforeAll(() => new Promise<void>((done) => server.listen(0, "127.0.0.1", done)));
afterAll(() => server.close());
beforeEach(() => {
  [uploads, asked, busy] = [new Map(), [], undefined];
  objects.clear();
});

const PATH = "cycles/cyc_1/results/1-aa/package.zip";
const files = () =>
  filesOnAws(
    { FILES_BUCKET: "files" },
    {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: "eu-central-1",
      credentials: { accessKeyId: "none", secretAccessKey: "none" },
      forcePathStyle: true,
    },
  );

const PIECE = Buffer.alloc(1 << 20);
const write = async (pieces: number) => {
  const file = await files().begin(PATH, "application/zip");
  for (let n = 0; n < pieces; n += 1) await file.add(PIECE);
  return file;
};

test("a small file is put whole, with what a public one says", async () => {
  await (await write(3)).close();
  expect(asked).toEqual(["PUT whole"]);
  const { bytes, headers } = objects.get(`/files/${PATH}`) ?? {};
  expect(bytes?.length).toBe(3 * PIECE.length);
  expect(headers).toMatchObject({
    "content-type": "application/zip",
    "cache-control": "public, max-age=31536000, immutable",
    "content-disposition": 'attachment; filename="cyc_1-package.zip"',
  });
});

test("a large one goes up in parts that are let go, each with its checksum, and is there when it is closed; a part is tried again", async () => {
  busy = (what) => what === "PUT 2";
  const file = await write(17);
  expect(asked).toEqual(["POST begin", "PUT 1", "PUT 2", "PUT 2"]);
  expect(objects.size).toBe(0);
  await file.close();
  expect(asked.slice(4)).toEqual(["PUT 3", "POST end"]);
  const { bytes, headers } = objects.get(`/files/${PATH}`) ?? {};
  expect(bytes?.length).toBe(17 * PIECE.length);
  expect(headers).toMatchObject({ "content-type": "application/zip", "x-amz-checksum-algorithm": "CRC32" });
});

test("one that ends with a part has no empty one behind it", async () => {
  await (await write(8)).close();
  expect(asked).toEqual(["POST begin", "PUT 1", "POST end"]);
});
