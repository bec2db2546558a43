import { z } from "zod";
import { District } from "../district.ts";
import { ConsultationId } from "../ids.ts";
import { Version } from "../kind.ts";
import { type Issue, notValid, refusal } from "../refusals.ts";
import { ok, type Result, refused } from "../result.ts";
import { paragraphs, title } from "../text.ts";
import { Instant } from "../time.ts";

/**
 * The legal kind, on which duties hang: a formal consultation under art. 5a of the act on communal self-government; one of local law with
 * NGOs under art. 5 of the act on public benefit; or an informal dialogue, which must never be taken for either.
 */
export const ConsultationKind = z.enum(["formal", "ngo", "dialogue"]);
export type ConsultationKind = z.infer<typeof ConsultationKind>;

/** The ways in which residents can take part. */
export const CONSULTATION_FORMS = [
  "online",
  "email",
  "paper",
  "survey",
  "meeting",
  "workshop",
  "walk",
  "info-point",
] as const;
export const ConsultationForm = z.enum(CONSULTATION_FORMS);
export type ConsultationForm = z.infer<typeof ConsultationForm>;

const unique = <T>(items: readonly T[]): boolean => new Set(items).size === items.length;
const DUPLICATE = { params: { rule: "duplicate" } };

const Subject = z.strictObject({
  title: title(200),
  /** What is decided. */
  decided: paragraphs(4000),
  /** What is not open to change: promised nothing, residents are disappointed by nothing. */
  fixed: paragraphs(4000),
});

const Territory = z.union([
  z.literal("citywide"),
  z.array(District).min(1).max(40).refine(unique, DUPLICATE),
]);

/** What staff write of a consultation. */
export const ConsultationDraft = z
  .strictObject({
    kind: ConsultationKind,
    subject: Subject,
    territory: Territory,
    forms: z.array(ConsultationForm).min(1).refine(unique, DUPLICATE),
    startsAt: Instant,
    endsAt: Instant,
  })
  .meta({ id: "ConsultationDraft" });
export type ConsultationDraft = z.infer<typeof ConsultationDraft>;

/** An edit: what is left out stays. */
export const ConsultationChange = ConsultationDraft.partial().meta({ id: "ConsultationChange" });
export type ConsultationChange = z.infer<typeof ConsultationChange>;

/** A consultation: a draft until it is published, then what its dates say. */
export const Consultation = z.object({
  ...ConsultationDraft.shape,
  id: ConsultationId,
  version: Version,
  publishedAt: Instant.optional(),
  createdAt: Instant,
  fingerprint: z.string(),
});
export type Consultation = z.infer<typeof Consultation>;

export const ConsultationStatus = z.enum(["draft", "announced", "open", "ended"]);
export type ConsultationStatus = z.infer<typeof ConsultationStatus>;

/** Never stored: a status that is written down is wrong from the next date on. */
export const statusAt = (
  { publishedAt, startsAt, endsAt }: Pick<Consultation, "publishedAt" | "startsAt" | "endsAt">,
  now: Instant,
): ConsultationStatus => {
  if (publishedAt === undefined) return "draft";
  if (now < startsAt) return "announced";
  return now < endsAt ? "open" : "ended";
};

const faulty = (pointer: string, rule: Issue["rule"]): Result<never> =>
  refused(notValid([{ pointer, rule }]));

/** A consultation lasts some time; its end is later than its start. */
export const checkDraft = (draft: ConsultationDraft): Result<ConsultationDraft> =>
  draft.startsAt < draft.endsAt ? ok(draft) : faulty("/endsAt", "end-before-start");

/** An edit. What was published as one legal kind stays that kind: its duties have begun. */
export const checkEdit = (before: Consultation, after: ConsultationDraft): Result<ConsultationDraft> =>
  before.publishedAt !== undefined && before.kind !== after.kind
    ? refused(refusal("consultation/published", {}, "/kind"))
    : checkDraft(after);

/** What is over cannot be published any more: nobody could take part. */
export const checkPublication = ({ endsAt }: Consultation, now: Instant): Result<void> =>
  now < endsAt ? ok(undefined) : refused(refusal("consultation/over", { endedAt: endsAt }));

/** Order of a list: what can be joined now, then what is to come, then what is over; the nearest date first. */
export const byUrgency =
  (now: Instant) =>
  (one: Consultation, other: Consultation): number => {
    const rank = { open: 0, announced: 1, ended: 2, draft: 3 } as const;
    const [status, otherStatus] = [statusAt(one, now), statusAt(other, now)];
    if (status !== otherStatus) return rank[status] - rank[otherStatus];
    const order =
      status === "announced" ? compare(one.startsAt, other.startsAt) : compare(one.endsAt, other.endsAt);
    return (status === "ended" ? -order : order) || compare(one.id, other.id);
  };

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
