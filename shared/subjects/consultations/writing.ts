import { z } from "zod";
import { addressAt } from "../../domain/addresses.ts";
import type { City } from "../../domain/city.ts";
import type { KindRules } from "../../domain/consultation/kinds.ts";
import { ConsultationId } from "../../domain/ids.ts";
import type { Owner } from "../../domain/office/work.ts";
import { notValid } from "../../domain/refusals.ts";
import { existing, ok, type Result, refused } from "../../domain/result.ts";
import { dayOf, type Instant } from "../../domain/time.ts";
import type { Deps } from "../../platform/deps.ts";
import { kept } from "../../store/kept.ts";
import { keys } from "../../store/keys.ts";
import { waits } from "../../store/work.ts";
import { type Attributes, create, type Write } from "../../store/write.ts";
import { programmesOf } from "../programmes/keeping.ts";
import { requestsOf } from "../requests/keeping.ts";
import { requestWrites } from "../requests/owed.ts";
import { requestStateOf } from "../requests/rules.ts";
import { inOffice, type wordsIn } from "./pages.ts";
import { at } from "./rows.ts";
import {
  Consultation,
  type ConsultationFields,
  ConsultationStatus,
  DocumentText,
  effectsDueAt,
  reportDueAt,
  statusAt,
} from "./rules.ts";

export const ConsultationPath = z.object({ consultationId: ConsultationId });
export type ConsultationPath = z.infer<typeof ConsultationPath>;

export const consultationsOf = ({ store }: Pick<Deps, "store">) =>
  kept(store.table, keys.consultation, Consultation);

/** The consultation of this id; one that is not there is refused. */
export const consultationOf = async (
  { consultationId }: ConsultationPath,
  deps: Pick<Deps, "store">,
): Promise<Consultation> => existing(await consultationsOf(deps).get(consultationId));

/** One that residents may see: a draft is as if it were not there. */
export const publishedConsultation = async (
  path: ConsultationPath,
  deps: Pick<Deps, "store">,
): Promise<Consultation> => {
  const found = await consultationOf(path, deps);
  return existing(found.publishedAt === undefined ? undefined : found);
};

export const rulesOf = ({ kind }: Pick<Consultation, "kind">, { city }: { city: City }): KindRules =>
  city.consultations[kind];

/** The duties of its kind, in days. */
export const dutiesOf = (fields: Pick<Consultation, "kind">, site: Deps["site"]): Consultation["duties"] => {
  const { report, effects } = rulesOf(fields, site);
  return { ...(report && { report: report.days }), ...(effects && { effects: effects.days }) };
};

/** Whether the city has each of its districts; the refusal points at the first that it has not. */
const checkTerritory = (
  { territory }: Pick<ConsultationFields, "territory">,
  { city }: { city: City },
): Result<void> => {
  if (territory === "citywide") return ok(undefined);
  const known = city.districts.map(({ id }) => id);
  const index = territory.findIndex((one) => !known.includes(one));
  return index < 0 ? ok(undefined) : refused(notValid([{ pointer: `/territory/${index}`, rule: "choice" }]));
};

/** Whether what it names is there: its districts, its programme, a request that was accepted. */
export const checkNamed = async (
  fields: Pick<ConsultationFields, "territory" | "programme" | "request">,
  deps: Deps,
): Promise<Result<void>> => {
  const territory = checkTerritory(fields, deps.site);
  if (!territory.ok) return territory;
  const { programme, request } = fields;
  if (programme !== undefined && !(await programmesOf(deps).get(programme)))
    return refused(notValid([{ pointer: "/programme", rule: "choice" }]));
  const asked = request && (await requestsOf(deps).get(request));
  if (request !== undefined && !(asked && requestStateOf(asked) === "accepted"))
    return refused(notValid([{ pointer: "/request", rule: "choice" }]));
  return ok(undefined);
};

const textKey = (id: ConsultationId, document: string, version: number) =>
  keys.consultationPart(id, `DOCUMENT#${document}#${String(version).padStart(4, "0")}`);

export const documentText = (
  id: ConsultationId,
  document: string,
  version: number,
  { store }: Pick<Deps, "store">,
): Promise<DocumentText | undefined> => store.table.get(textKey(id, document, version), DocumentText);

export const textWrite = (id: ConsultationId, text: DocumentText): Write =>
  create({ key: textKey(id, text.document, text.version), item: text });

export const PublicConsultation = z
  .object({
    ...Consultation.omit({
      fingerprint: true,
      version: true,
      createdAt: true,
      duties: true,
      moderators: true,
    }).shape,
    status: ConsultationStatus,
    publishedAt: z.iso.datetime().nullable(),
    reportDueAt: z.iso.datetime().nullable(),
    effectsDueAt: z.iso.datetime().nullable(),
    announcements: z.array(Consultation.shape.announcements.unwrap().element.omit({ byName: true })),
  })
  .meta({ id: "Consultation" });
export type PublicConsultation = z.infer<typeof PublicConsultation>;

export const publicConsultation = (
  { fingerprint: _f, version: _v, createdAt: _c, duties: _d, moderators, ...consultation }: Consultation,
  now: Instant,
): PublicConsultation => {
  const whole = { ...consultation, duties: _d, moderators } as Consultation;
  return {
    ...consultation,
    announcements: consultation.announcements.map(({ byName: _b, ...one }) => one),
    status: statusAt(whole, now),
    publishedAt: consultation.publishedAt ?? null,
    reportDueAt: reportDueAt(whole) ?? null,
    effectsDueAt: effectsDueAt(whole) ?? null,
  };
};

export const StaffConsultation = PublicConsultation.extend({ version: z.int() }).meta({
  id: "StaffConsultation",
});
export const staffConsultation = (
  consultation: Consultation,
  now: Instant,
): z.infer<typeof StaffConsultation> => ({
  ...publicConsultation(consultation, now),
  version: consultation.version,
});

/** What it waits for: the clock, for its end; then its unit, for the report and for what came of it. */
export const dueOf = (consultation: Consultation, now: Instant, site: Deps["site"]): Attributes => {
  const { id, endsAt, subject, unit } = consultation;
  const owner: Owner = unit === undefined ? "queue#consulting" : `unit#${unit}`;
  const about = (say: (words: ReturnType<typeof wordsIn>) => string) => ({
    path: addressAt(at.officeOne, { consultationId: id }),
    text: inOffice(site.city, say),
  });
  const due = (owner: Owner, dueAt: Instant | undefined, text: ReturnType<typeof about>) =>
    dueAt === undefined ? {} : waits({ kind: "of-subject", id, owner, dueAt, about: text });
  switch (statusAt(consultation, now)) {
    case "announced":
    case "gathering":
      return due(
        "queue#clock",
        endsAt,
        about(({ office }) => office.dueClock(subject.title)),
      );
    case "report-due":
      return due(
        owner,
        reportDueAt(consultation),
        about(({ office }) => office.dueReport(subject.title)),
      );
    case "report":
      return due(
        owner,
        effectsDueAt(consultation),
        about(({ office }) => office.dueEffects(subject.title)),
      );
    default:
      return {};
  }
};

/** A consultation as it is to be, with what it waits for then. */
export const change = async (
  before: Consultation,
  after: Consultation,
  { by, deps }: { by: { receivedAt: Instant }; deps: Deps },
  also: readonly Write[],
): Promise<Result<Consultation>> => {
  const asked = await requestWrites(before, after, dayOf(by.receivedAt), deps);
  const due = dueOf(after, by.receivedAt, deps.site);
  return consultationsOf(deps).change(before, after, [...also, ...asked], due);
};
