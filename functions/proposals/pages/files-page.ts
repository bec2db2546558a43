import { z } from "zod";
import { formFor } from "../../../shared/acts/upload-form.ts";
import { answersOf, type Writing } from "../../../shared/acts/write-proposal.ts";
import { pathTo } from "../../../shared/domain/addresses.ts";
import { accept, existing } from "../../../shared/domain/result.ts";
import { mayBeEmpty } from "../../../shared/domain/text.ts";
import { ANY_TYPE } from "../../../shared/domain/upload/formats.ts";
import { type FileFault, mostBytesOf, UploadId } from "../../../shared/domain/upload/upload.ts";
import { type FormState, formState } from "../../../shared/pages/components/form-state.ts";
import { link } from "../../../shared/pages/layout.ts";
import type { Deps } from "../../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../../shared/platform/endpoint.ts";
import { frameIn } from "../../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../../shared/platform/http.ts";
import { detailOf, statusOf } from "../../../shared/platform/problem.ts";
import { formsTo } from "../../../shared/platform/response-headers.ts";
import {
  askTicket,
  attachmentsOf,
  changeFile,
  mayAttach,
} from "../../../shared/subjects/attachments/filing.ts";
import { describeView, filesView, said, sendView } from "../../../shared/subjects/attachments/pages.ts";
import {
  Alt,
  AttachmentKind,
  fileIn,
  photosIn,
  takenUp,
} from "../../../shared/subjects/attachments/rules.ts";
import { routes } from "../../routes.ts";
import { AuthorPath } from "../project-of.ts";
import { writingAt } from "./author-place.ts";
import { faultyState, refusedState } from "./fields.ts";

const FilePath = AuthorPath.extend({ uploadId: UploadId });
type FilePath = z.infer<typeof FilePath>;

interface Shown {
  readonly state?: FormState;
  readonly isSent?: boolean;
  readonly status?: number;
}

const page = async (
  request: Request<AuthorPath>,
  writing: Writing,
  { state = formState(request.words), isSent = false, status = 200 }: Shown,
  deps: Deps,
): Promise<Reply> => {
  const { params, words, receivedAt: now } = request;
  const { cycleId, projectId, proof } = params;
  const [may, all] = await Promise.all([mayAttach(writing, now, deps), attachmentsOf(writing, deps)]);
  const asked = may.ok ? may.value : null;
  // Where the edition's form has no place for files, there is no such page.
  if (!may.ok && may.refusal.code === "thing/not-found") accept(may);
  const model = {
    place: { cycleId, projectId, proof },
    files: all.files.map((file) => ({
      ...file,
      why: file.fault && detailOf(file.fault as FileFault, words),
    })),
    asked,
    left: asked ? asked.most - takenUp(all, now) : 0,
    now,
    asksGuardian:
      asked?.papers.includes("guardian-consent") === true &&
      answersOf(writing).age === "minor" &&
      !all.files.some(({ as, found }) => as === "guardian-consent" && found),
    isSent: isSent && all.files.some(({ found, fault }) => !found && !fault),
    state,
  };
  return view(filesView(frameIn(request, writing.cycle), model), status);
};

export const getAuthorFiles = endpoint(routes.getAuthorFiles, {
  summary: "Photos and papers of a proposal, for its author",
  params: AuthorPath,
  // S3 leads back with what it has put.
  query: z.object({ etag: z.string().max(100).optional() }),
  handle: async (request, deps) =>
    page(
      request,
      await writingAt(request.params, deps, "idea"),
      { isSent: request.query.etag !== undefined },
      deps,
    ),
});

const NewFile = z.strictObject({ as: AttachmentKind, alt: mayBeEmpty(Alt) });

export const postAuthorFiles = endpoint(routes.postAuthorFiles, {
  summary: "Begin to send a photo or a paper of a proposal",
  params: AuthorPath,
  body: NewFile,
  invalid: async (issues, typed, request, deps) => {
    const { words } = request;
    const state = faultyState(words, { typed, issues, say: said(request).say });
    return page(request, await writingAt(request.params, deps, "idea"), { state, status: 422 }, deps);
  },
  handle: async (request, deps) => {
    const { params, body, receivedAt: at, words, newId, fingerprint } = request;
    const writing = await writingAt(params, deps, "idea");
    // Before a file is chosen nobody knows what it is called, or what type it has.
    const asked = { ...body, name: "", type: ANY_TYPE };
    const id = newId("upl");
    const made = await askTicket(writing, asked, { at, id, fingerprint }, deps);
    if (made.ok) return seeOther(link(request, pathTo("authorFile", { ...params, uploadId: id })));
    const state = refusedState(words, body, made.refusal, body.as === "photo" ? "alt" : "as");
    return page(request, writing, { state, status: statusOf(made.refusal) }, deps);
  },
});

const filePage = async (request: Request<FilePath>, deps: Deps, faulty?: FormState): Promise<Reply> => {
  const { params, words, receivedAt: now } = request;
  const { uploadId, ...place } = params;
  const writing = await writingAt(params, deps, "idea");
  const all = await attachmentsOf(writing, deps);
  const file = existing(fileIn(all, uploadId));
  const frame = frameIn(request, writing.cycle);
  const photo = photosIn(all).find(({ id }) => id === uploadId);
  if (photo) {
    const state = faulty ?? formState(words, { typed: { alt: photo.alt } });
    return view(describeView(frame, place, photo, state), faulty ? 422 : 200);
  }
  const upload = await deps.store.uploads.get(uploadId);
  const back = link(request, pathTo("authorFiles", place));
  if (upload?.state !== "pending" || upload.expiresAt <= now) return seeOther(back);
  const presigned = await formFor(upload, deps, `${deps.site.url}${back}`);
  const megabytes = Math.floor(mostBytesOf(upload) / 1_000_000);
  return {
    ...view(sendView(frame, { place, file, megabytes, presigned })),
    headers: formsTo(presigned.url),
  };
};

export const getAuthorFile = endpoint(routes.getAuthorFile, {
  summary: "Where an author sends a file, or says what a photo shows",
  params: FilePath,
  handle: (request, deps) => filePage(request, deps),
});

const Change = z.discriminatedUnion("act", [
  z.strictObject({ act: z.enum(["remove", "up"]) }),
  z.strictObject({ act: z.literal("describe"), alt: Alt }),
]);

export const postAuthorFile = endpoint(routes.postAuthorFile, {
  summary: "Remove a file of a proposal, move it up, or describe it",
  params: FilePath,
  body: Change,
  invalid: async (issues, typed, request, deps) => {
    const { words } = request;
    return filePage(request, deps, faultyState(words, { typed, issues, say: said(request).say }));
  },
  handle: async (request, deps) => {
    const { uploadId, ...place } = request.params;
    const writing = await writingAt(request.params, deps, "idea");
    const change = { ...request.body, id: uploadId };
    const outcome = await changeFile(writing, change, request.receivedAt, deps);
    // Pressed twice, it is removed once.
    if (!outcome.ok && !(change.act === "remove" && outcome.refusal.code === "thing/not-found"))
      accept(outcome);
    return seeOther(link(request, pathTo("authorFiles", place)));
  },
});
