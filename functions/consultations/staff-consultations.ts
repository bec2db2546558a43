import { z } from "zod";
import { checkVersion } from "../../shared/acts/cycle-of.ts";
import { ConsultationChange, ConsultationDraft } from "../../shared/domain/consultation/consultation.ts";
import { ConsultationId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { endpoint } from "../../shared/platform/endpoint.ts";
import { created, json, versionTag } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { consultationOf } from "./find.ts";
import { StaffConsultation, staffConsultation } from "./views.ts";
import { createConsultation, editConsultation, publishConsultation } from "./write-consultation.ts";

const ConsultationPath = z.object({ consultationId: ConsultationId });

export const postConsultation = endpoint(routes.postConsultation, {
  summary: "Write a consultation; it is a draft until it is published",
  body: ConsultationDraft,
  replies: { 201: StaffConsultation },
  handle: async (request, deps) => {
    const made = accept(await createConsultation(request, request.body, deps));
    const reply = created(
      routes.getStaffConsultation,
      { consultationId: made.id },
      staffConsultation(made, request.receivedAt),
    );
    return { ...reply, headers: { ...reply.headers, etag: versionTag(made.version) } };
  },
});

export const patchConsultation = endpoint(routes.patchConsultation, {
  summary: "Edit a consultation",
  description: "Once it is published, its kind stays.",
  params: ConsultationPath,
  body: ConsultationChange,
  replies: { 200: StaffConsultation },
  handle: async (request, deps) => {
    const before = await consultationOf(request.params.consultationId, deps);
    checkVersion(request, before);
    const made = accept(await editConsultation(request, before, request.body, deps));
    return json(staffConsultation(made, request.receivedAt), { etag: versionTag(made.version) });
  },
});

export const postPublication = endpoint(routes.postPublication, {
  summary: "Publish a consultation with its meetings",
  params: ConsultationPath,
  replies: { 200: StaffConsultation },
  handle: async (request, deps) => {
    const before = await consultationOf(request.params.consultationId, deps);
    const made = accept(await publishConsultation(request, before, deps));
    return json(staffConsultation(made, request.receivedAt), { etag: versionTag(made.version) });
  },
});
