import { z } from "zod";
import { formFor } from "../../shared/acts/upload-form.ts";
import { openTicket, uploadOf } from "../../shared/acts/upload-of.ts";
import { Instant } from "../../shared/domain/time.ts";
import { type FileFault, NewUpload, UploadId } from "../../shared/domain/upload/upload.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created, json } from "../../shared/platform/http.ts";
import { detailOf } from "../../shared/platform/problem.ts";
import { routes } from "../routes.ts";

const Ticket = z
  .object({
    id: UploadId,
    /** Its fields come before the file, which is called `file`. */
    form: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
    expiresAt: Instant,
  })
  .meta({ id: "UploadTicket" });

const UploadState = z
  .object({
    state: z.enum(["pending", "ready", "refused"]),
    reason: z.string().nullable(),
    /** The reason as a sentence. */
    detail: z.string().nullable(),
  })
  .meta({ id: "UploadState" });

export const postUpload = endpoint(routes.postUpload, {
  summary: "A ticket for a file, with the form that takes it",
  description:
    "Post the form as multipart/form-data straight to its address: its fields first, then the file as `file`. It takes one file of the type and size that were named, until `expiresAt`. A picture brings what it shows as `alt`, by language.",
  body: NewUpload,
  replies: { 201: Ticket },
  handle: async (request, deps) => {
    const upload = await openTicket(request.body, request, deps);
    const { id, expiresAt } = upload;
    const form = await formFor(upload, deps);
    return created(routes.getUpload, { uploadId: id }, { id, form, expiresAt });
  },
});

export const getUpload = endpoint(routes.getUpload, {
  summary: "What became of a file: not looked at yet, ready, or refused and why",
  params: z.object({ uploadId: UploadId }),
  replies: { 200: UploadState },
  handle: async ({ params, actor, words }, deps) => {
    const { state, fault } = await uploadOf(params.uploadId, actor.roles, deps);
    if (fault) {
      const why = fault as FileFault;
      return json({ state: "refused", reason: why.code, detail: detailOf(why, words) });
    }
    return json({ state: state === "pending" ? "pending" : "ready", reason: null, detail: null });
  },
});
