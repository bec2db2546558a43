import { audited } from "../../shared/acts/audited.ts";
import {
  type Consultation,
  type ConsultationChange,
  type ConsultationDraft,
  checkDraft,
  checkEdit,
  checkPublication,
} from "../../shared/domain/consultation/consultation.ts";
import { ok, type Result } from "../../shared/domain/result.ts";
import type { Deps } from "../../shared/platform/deps.ts";
import type { StaffRequest } from "../../shared/platform/endpoint.ts";
import { routes } from "../routes.ts";
import { checkDistricts } from "./districts.ts";

const checkTerritory = ({ territory }: ConsultationDraft, { site }: Pick<Deps, "site">): Result<void> =>
  territory === "citywide"
    ? ok(undefined)
    : checkDistricts(territory, (index) => `/territory/${index}`, site);

/** A consultation begins as a draft that only staff see. */
export const createConsultation = async (
  request: StaffRequest,
  draft: ConsultationDraft,
  deps: Deps,
): Promise<Result<Consultation>> => {
  const territory = checkTerritory(draft, deps);
  if (!territory.ok) return territory;
  const checked = checkDraft(draft);
  if (!checked.ok) return checked;
  const consultation: Consultation = {
    ...checked.value,
    id: request.newId("cns"),
    version: 1,
    createdAt: request.receivedAt,
    fingerprint: request.fingerprint,
  };
  return deps.store.consultations.create(
    consultation,
    audited({ ...request, route: routes.postConsultation }, consultation.id),
  );
};

export const editConsultation = async (
  request: StaffRequest,
  before: Consultation,
  change: ConsultationChange,
  deps: Deps,
): Promise<Result<Consultation>> => {
  const after: Consultation = { ...before, ...(change as Partial<ConsultationDraft>) };
  const territory = checkTerritory(after, deps);
  if (!territory.ok) return territory;
  const checked = checkEdit(before, after);
  if (!checked.ok) return checked;
  const facts = { fields: Object.keys(change).join(","), startsAt: after.startsAt, endsAt: after.endsAt };
  return deps.store.consultations.change(before, after, [
    audited({ ...request, route: routes.patchConsultation }, before.id, { facts }),
  ]);
};

/** From now on everybody sees it, with its meetings. Published twice is published once. */
export const publishConsultation = async (
  request: StaffRequest,
  before: Consultation,
  deps: Deps,
): Promise<Result<Consultation>> => {
  if (before.publishedAt !== undefined) return ok(before);
  const checked = checkPublication(before, request.receivedAt);
  if (!checked.ok) return checked;
  return deps.store.consultations.change(before, { ...before, publishedAt: request.receivedAt }, [
    audited({ ...request, route: routes.postPublication }, before.id),
  ]);
};
