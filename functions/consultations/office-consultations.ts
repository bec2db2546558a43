import { z } from "zod";
import { type Posted, refusedForm, staleForm, wrongForm } from "../../shared/acts/posted.ts";
import { pathTo } from "../../shared/domain/addresses.ts";
import { byUrgency, type Consultation } from "../../shared/domain/consultation/consultation.ts";
import { ConsultationId } from "../../shared/domain/ids.ts";
import { accept } from "../../shared/domain/result.ts";
import { formState } from "../../shared/pages/components/form-state.ts";
import { link } from "../../shared/pages/layout.ts";
import { officeConsultationsView, officeConsultationView } from "../../shared/pages/office/consultations.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import { endpoint, type Request } from "../../shared/platform/endpoint.ts";
import { formKey, frameOf } from "../../shared/platform/frame.ts";
import { type Reply, seeOther, view } from "../../shared/platform/http.ts";
import { routes } from "../routes.ts";
import { districtsOf } from "./districts.ts";
import { consultationOf } from "./find.ts";
import { consultationModel } from "./models.ts";
import {
  consultationForm,
  consultationOfForm,
  consultationWords,
  formOfConsultation,
} from "./office-forms.ts";
import { createConsultation, editConsultation, publishConsultation } from "./write-consultation.ts";

const ConsultationPath = z.object({ consultationId: ConsultationId });
type ConsultationPath = z.infer<typeof ConsultationPath>;

const page = (request: Request, deps: Deps, before?: Consultation, posted: Posted = {}): Reply => {
  const { typed = consultationForm.texts(before && formOfConsultation(before)) } = posted;
  const state = formState(request.words, { ...posted, typed });
  const fields = consultationForm.fields(state, consultationWords(request.words), {
    territory: [...districtsOf(deps.site)],
  });
  const key = request.key ?? formKey(deps);
  return view(officeConsultationView(frameOf(request), { state, key, fields, before }), posted.status);
};

const { names } = consultationForm;

const beforeOf = ({ params }: Request<ConsultationPath>, deps: Deps): Promise<Consultation> =>
  consultationOf(params.consultationId, deps);

export const getOfficeConsultations = endpoint(routes.getOfficeConsultations, {
  summary: "Consultations at the office",
  handle: async (request, deps) => {
    const now = request.receivedAt;
    const all = (await deps.store.consultations.all()).sort(byUrgency(now));
    return view(
      officeConsultationsView(
        frameOf(request),
        all.map((one) => consultationModel(one, now, deps)),
      ),
    );
  },
});

export const getOfficeNewConsultation = endpoint(routes.getOfficeNewConsultation, {
  summary: "The form of a new consultation",
  handle: (request, deps) => page(request, deps),
});

export const postOfficeConsultation = endpoint(routes.postOfficeConsultation, {
  summary: "Write a consultation as a draft",
  body: consultationForm.posted,
  invalid: (issues, typed, request, deps) => page(request, deps, undefined, wrongForm(issues, typed, names)),
  handle: async (request, deps) => {
    const outcome = await createConsultation(request, consultationOfForm(request.body.value), deps);
    return outcome.ok
      ? seeOther(link(request, pathTo("officeConsultation", { consultationId: outcome.value.id })))
      : page(request, deps, undefined, refusedForm(outcome.refusal, consultationForm, request));
  },
});

export const getOfficeConsultation = endpoint(routes.getOfficeConsultation, {
  summary: "A consultation at the office",
  params: ConsultationPath,
  handle: async (request, deps) => page(request, deps, await beforeOf(request, deps)),
});

export const postOfficeConsultationEdit = endpoint(routes.postOfficeConsultationEdit, {
  summary: "Edit a consultation",
  params: ConsultationPath,
  body: consultationForm.posted,
  invalid: async (issues, typed, request, deps) =>
    page(request, deps, await beforeOf(request, deps), wrongForm(issues, typed, names)),
  handle: async (request, deps) => {
    const before = await beforeOf(request, deps);
    if (before.version !== request.body.version)
      return page(request, deps, before, staleForm(consultationForm, request));
    const outcome = await editConsultation(request, before, consultationOfForm(request.body.value), deps);
    return outcome.ok
      ? seeOther(link(request, pathTo("officeConsultation", { consultationId: before.id })))
      : page(request, deps, before, refusedForm(outcome.refusal, consultationForm, request));
  },
});

export const postOfficePublication = endpoint(routes.postOfficePublication, {
  summary: "Publish a consultation",
  params: ConsultationPath,
  handle: async (request, deps) => {
    const made = accept(await publishConsultation(request, await beforeOf(request, deps), deps));
    return seeOther(link(request, pathTo("officeConsultation", { consultationId: made.id })));
  },
});
