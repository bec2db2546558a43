import { z } from "zod";
import { formFor } from "../../shared/acts/upload-form.ts";
import { AuthorProof } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { Instant } from "../../shared/domain/time.ts";
import { type FileFault, NewUpload, UploadId } from "../../shared/domain/upload/upload.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { json } from "../../shared/platform/http.ts";
import { detailOf } from "../../shared/platform/problem.ts";
import { askTicket, attachmentsOf, changeFile } from "../../shared/subjects/attachments/filing.ts";
import { Alt, AttachmentKind, type Attachments, stateOf } from "../../shared/subjects/attachments/rules.ts";
import type { Words } from "../../shared/words/words.ts";
import { routes } from "../routes.ts";
import { writingAt } from "./pages/author-place.ts";
import { ProjectPath } from "./project-of.ts";

const Ticket = z
  .object({
    id: UploadId,
    form: z.object({ url: z.string(), fields: z.record(z.string(), z.string()) }),
    expiresAt: Instant,
  })
  .meta({ id: "AttachmentTicket" });

export const Listed = z
  .object({
    items: z.array(
      z.object({
        id: UploadId,
        as: AttachmentKind,
        name: z.string(),
        alt: z.string().nullable(),
        state: z.enum(["awaited", "there", "refused", "taken-down", "over"]),
        bytes: z.int().nullable(),
        reason: z.string().nullable(),
        detail: z.string().nullable().meta({ description: "What is wrong with it, as a sentence" }),
      }),
    ),
  })
  .meta({ id: "Attachments" });

/** The files as an API has them. */
export const listed = (
  { files }: Pick<Attachments, "files">,
  now: Instant,
  words: Words,
): z.infer<typeof Listed> => ({
  items: files.map((file) => {
    const { id, as, name, alt = null, found, takenDown } = file;
    const fault = file.fault as FileFault | undefined;
    return {
      ...{ id, as, name, alt, state: stateOf(file, now), bytes: found?.bytes ?? null },
      reason: fault?.code ?? null,
      detail: takenDown?.reason ?? (fault ? detailOf(fault, words) : null),
    };
  }),
});

const NewAttachment = z
  .strictObject({
    proof: AuthorProof,
    as: AttachmentKind,
    ...NewUpload.pick({ name: true, type: true, bytes: true }).shape,
    alt: Alt.optional().meta({ description: "What a photo shows" }),
  })
  .meta({ id: "NewAttachment" });

export const postAttachment = endpoint(routes.postAttachment, {
  summary: "A ticket for a file of a proposal, by the author's link",
  description:
    "Post the form as multipart/form-data straight to its address: its fields first, then the file as `file`. It is attached by itself once it has been " +
    "looked at. A photo is for everybody, made anew without what a camera wrote into it; any other file is for the office alone.",
  params: ProjectPath,
  body: NewAttachment,
  replies: { 201: Ticket },
  handle: async ({ params, body, receivedAt: at, newId, fingerprint }, deps) => {
    const { proof, ...asked } = body;
    const writing = await writingAt({ ...params, proof }, deps, "idea");
    const upload = accept(await askTicket(writing, asked, { at, id: newId("upl"), fingerprint }, deps));
    const { id, expiresAt } = upload;
    return { ...json({ id, form: await formFor(upload, deps), expiresAt }), status: 201 };
  },
});

export const postAttachmentList = endpoint(routes.postAttachmentList, {
  summary: "The files of a proposal, by the author's link",
  params: ProjectPath,
  body: z.strictObject({ proof: AuthorProof }).meta({ id: "AttachmentQuery" }),
  replies: { 200: Listed },
  handle: async ({ params, body, receivedAt, words }, deps) =>
    json(
      listed(
        await attachmentsOf(await writingAt({ ...params, proof: body.proof }, deps, "idea"), deps),
        receivedAt,
        words,
      ),
    ),
});

const Change = z.discriminatedUnion("act", [
  z.strictObject({ proof: AuthorProof, act: z.enum(["remove", "up"]), file: UploadId }),
  z.strictObject({ proof: AuthorProof, act: z.literal("describe"), file: UploadId, alt: Alt }),
]);

export const postAttachmentChange = endpoint(routes.postAttachmentChange, {
  summary: "Remove a file of a proposal, move it one place up, or say anew what a photo shows",
  params: ProjectPath,
  body: Change.meta({ id: "AttachmentChange" }),
  replies: { 200: Listed },
  handle: async ({ params, body, receivedAt: at, words }, deps) => {
    const { proof, file: id, ...change } = body;
    const writing = await writingAt({ ...params, proof }, deps, "idea");
    accept(await changeFile(writing, { ...change, id }, at, deps));
    return json(listed(await attachmentsOf(writing, deps), at, words));
  },
});
