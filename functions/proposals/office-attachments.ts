import { z } from "zod";
import { audited } from "../../shared/acts/audited.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import { accept, asResult, existing } from "../../shared/domain/result.ts";
import { paragraphs } from "../../shared/domain/text.ts";
import { UploadId } from "../../shared/domain/upload/upload.ts";
import { link } from "../../shared/pages/layout.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type StaffRequest } from "../../shared/platform/endpoint.ts";
import { json, noContent, seeOther, view } from "../../shared/platform/http.ts";
import { statusOf } from "../../shared/platform/problem.ts";
import { letGo } from "../../shared/subjects/attachments/filing.ts";
import { photosIn, takenDown } from "../../shared/subjects/attachments/rules.ts";
import { attachmentsWrite, openAttachments } from "../../shared/subjects/attachments/store.ts";
import { routes } from "../routes.ts";
import { Listed, listed } from "./attachments.ts";
import { casePage } from "./pages/case-page.ts";
import { faultyState, refusedState } from "./pages/fields.ts";
import { ProjectPath, projectOf } from "./project-of.ts";

const Removal = z.strictObject({ file: UploadId, reason: paragraphs(500) }).meta({ id: "PhotoRemoval" });
type Removal = z.infer<typeof Removal>;

/** Taken down, a photo is gone: its file is removed, and its author reads why. */
const takeDown = async (
  request: StaffRequest<ProjectPath>,
  { file, reason }: Removal,
  deps: Deps,
): Promise<void> => {
  const { receivedAt: at } = request;
  const { project } = await projectOf(request.params, deps);
  const all = existing(await openAttachments(deps.store.table).get(project.id, at));
  existing(photosIn(all).find(({ id }) => id === file));
  const by = { ...request, route: routes.postPhotoRemoval };
  accept(
    await deps.store.table.write([
      attachmentsWrite(takenDown(all, file, at, reason)),
      ...(await letGo(file, at, deps)),
      audited(by, project.id, { reason, facts: { upload: file } }),
    ]),
  );
};

export const postPhotoRemoval = endpoint(routes.postPhotoRemoval, {
  summary: "Take a photo down from the page of a proposal, with the reason that its author reads",
  params: ProjectPath,
  body: Removal,
  replies: { 204: "Taken down" },
  handle: async (request, deps) => {
    await takeDown(request, request.body, deps);
    return noContent;
  },
});

export const postPhotoRemovalForm = endpoint(routes.postPhotoRemovalForm, {
  summary: "Take a photo down",
  params: ProjectPath,
  body: Removal,
  invalid: async (issues, typed, request, deps) => {
    const { words } = request;
    const state = faultyState(words, { typed, issues, say: words.checks.say });
    return view(await casePage(request, { act: "photo", state }, deps), 422);
  },
  handle: async (request, deps) => {
    const done = await asResult(() => takeDown(request, request.body, deps));
    if (done.ok) return seeOther(link(request, pathTo("officeProposal", request.params)));
    const state = refusedState(request.words, request.body, done.refusal, "file");
    return view(await casePage(request, { act: "photo", state }, deps), statusOf(done.refusal));
  },
});

export const getStaffAttachments = endpoint(routes.getStaffAttachments, {
  summary:
    "The files of a proposal, for the office: what is in a paper is read by `POST /v1/uploads/{uploadId}/readings`",
  params: ProjectPath,
  replies: { 200: Listed },
  handle: async (request, deps) => {
    const { project } = await projectOf(request.params, deps);
    accept(
      await deps.store.table.write([audited({ ...request, route: routes.getStaffAttachments }, project.id)]),
    );
    const all = await openAttachments(deps.store.table).get(project.id, request.receivedAt);
    return json(listed(all ?? { files: [] }, request.receivedAt, request.words));
  },
});
