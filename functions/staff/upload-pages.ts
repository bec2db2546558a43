import { z } from "zod";
import { mayRead, readScan } from "../../shared/acts/read-scan.ts";
import { formFor } from "../../shared/acts/upload-form.ts";
import { uploadOf } from "../../shared/acts/upload-of.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { Instant } from "../../shared/domain/time.ts";
import { type FileFault, type Upload, UploadId } from "../../shared/domain/upload/upload.ts";
import { formState } from "../../shared/pages/components/form-state.ts";
import { link } from "../../shared/pages/layout.ts";
import { uploadView } from "../../shared/pages/office/upload.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../shared/platform/endpoint.ts";
import { frameOf } from "../../shared/platform/frame.ts";
import { formAgain, json, type Reply, seeOther } from "../../shared/platform/http.ts";
import { detailOf } from "../../shared/platform/problem.ts";
import { formsTo } from "../../shared/platform/response-headers.ts";
import { routes } from "../routes.ts";

const Path = z.object({ uploadId: UploadId });
const Reading = z.strictObject({ reason: paragraphs(500) });

const Opened = z.object({ url: z.string(), expiresAt: Instant }).meta({ id: "UploadReading" });

type OfUpload = StaffRequest<z.infer<typeof Path>>;

const seen = ({ params, actor }: Pick<OfUpload, "params" | "actor">, deps: Deps): Promise<Upload> =>
  uploadOf(params.uploadId, actor.roles, deps);

export const postUploadReading = endpoint(routes.postUploadReading, {
  summary: "An address under which a scan is read for five minutes; the journal says who reads it and why",
  params: Path,
  body: Reading,
  replies: { 200: Opened },
  handle: async (request, deps) => {
    const reading = { by: { ...request, route: routes.postUploadReading }, reason: request.body.reason };
    return json(await readScan(await seen(request, deps), reading, deps));
  },
});

/** The page with its form, which leads back to it when the file is there. */
const page = async (
  request: OfUpload,
  deps: Deps,
  { isSent = false, state = formState(request.words) } = {},
): Promise<Reply> => {
  const upload = await seen(request, deps);
  const frame = frameOf(request);
  const own = `${deps.site.url}${link(frame, pathTo("officeUpload", { uploadId: upload.id }))}`;
  const form = await formFor(upload, deps, own);
  const isOpen = upload.state === "pending" && request.receivedAt < upload.expiresAt;
  const fault = upload.fault as FileFault | undefined;
  const body = uploadView(frame, state, {
    upload,
    ...(isOpen && { form }),
    isSent,
    ...(fault && { why: detailOf(fault, request.words) }),
    mayRead: mayRead(upload, request.actor.roles),
  });
  return { status: 200, body, headers: formsTo(form.url) };
};

export const getOfficeUpload = endpoint(routes.getOfficeUpload, {
  summary: "A file that comes in: where it is sent, and what became of it",
  params: Path,
  // S3 leads back with what it has put.
  query: z.object({ etag: z.string().max(100).optional(), sent: z.string().max(10).optional() }),
  handle: async (request, deps) => {
    const { etag, sent } = request.query;
    return page(request, deps, { isSent: (etag ?? sent) !== undefined });
  },
});

export const postOfficeUpload = endpoint(routes.postOfficeUpload, {
  summary: "Opens a scan, with a reason",
  params: Path,
  body: Reading,
  invalid: async (issues, typed, request, deps) => {
    const state = formState(request.words, { issues, typed });
    const { body, headers } = await page(request as OfUpload, deps, { state });
    return { ...formAgain(body as never, issues), ...(headers && { headers }) };
  },
  handle: async (request, deps) => {
    const by = { ...request, route: routes.postUploadReading };
    const { url } = await readScan(await seen(request, deps), { by, reason: request.body.reason }, deps);
    return seeOther(url);
  },
});
