import { z } from "zod";
import { Channel, ConsultationKind, type KindRules } from "../../domain/consultation/kinds.ts";
import { ReportFigures } from "../../domain/consultation/quality.ts";
import { District } from "../../domain/district.ts";
import { ConsultationId, ProgrammeId, RequestId } from "../../domain/ids.ts";
import { Version } from "../../domain/kind.ts";
import { PersonId, UnitId } from "../../domain/office/directory.ts";
import { type Issue, type Refusal, refusal } from "../../domain/refusals.ts";
import { pointText, readPoint } from "../../domain/text/point.ts";
import { line, paragraphs, readBy, title } from "../../domain/text.ts";
import { dayOf, endOfDay, Instant, LocalDate, plusDays, plusSeconds } from "../../domain/time.ts";
import { Activity, remarksWindow } from "./activity-rules.ts";
import { ConsultationForm } from "./form-rules.ts";

/** How far residents decide: not at all, are told, are heard, work on it, or decide with the city. */
export const Level = z.enum(["none", "told", "heard", "involved", "together"]);
export type Level = z.infer<typeof Level>;

/** Whether what residents write is public at once and looked at afterwards, or public after a look. */
export const Posting = z.enum(["at-once", "after-look"]);
export type Posting = z.infer<typeof Posting>;

const unique = <T>(items: readonly T[]): boolean => new Set(items).size === items.length;
const rule = (rule: Issue["rule"], path: readonly string[] = []) => ({ params: { rule }, path: [...path] });

const Subject = z.strictObject({
  title: title(200),
  /** What is decided. */
  decided: paragraphs(4000),
  /** What is not open to change: promised nothing, residents are disappointed by nothing. */
  fixed: paragraphs(4000),
  /** Who decides in the end. */
  decider: line(200).optional(),
  /** What becomes of what people say. */
  use: paragraphs(2000).optional(),
});

const Territory = z.union([
  z.literal("citywide"),
  z.array(District).min(1).max(40).refine(unique, rule("duplicate")),
]);

/** A corner of an outline, as its field shows it. */
const Corner = z
  .string()
  .max(80)
  .check(
    readBy((typed) => {
      const read = readPoint(typed);
      return "value" in read ? { value: pointText(read.value) } : read;
    }),
  );

/** What staff write of a consultation. */
export const ConsultationFields = z
  .strictObject({
    kind: ConsultationKind,
    subject: Subject,
    territory: Territory,
    /** Where it is about less than its districts: streets, or the corners of an area. */
    streets: z.array(line(120)).max(200).optional(),
    outline: z.array(Corner).min(3).max(200).optional(),
    /** Whom it is for, where that is not everybody. */
    audience: line(300).optional(),
    forms: z.array(ConsultationForm).min(1).refine(unique, rule("duplicate")),
    level: Level.optional(),
    /** Why so far and no further. */
    levelReason: line(400).optional(),
    startsAt: Instant,
    endsAt: Instant,
    contact: line(200).optional(),
    /** What it is about together with others. */
    programme: ProgrammeId.optional(),
    /** The request of residents that it comes of. */
    request: RequestId.optional(),
    /** The unit that owes the report. */
    unit: UnitId.optional(),
    /** Without it at once. */
    posts: Posting.optional(),
  })
  // A consultation lasts some time; its end is later than its start.
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, rule("end-before-start", ["endsAt"]))
  .refine(
    ({ level, levelReason }) => level !== "none" || levelReason !== undefined,
    rule("required", ["levelReason"]),
  )
  .meta({ id: "ConsultationDraft" });
export type ConsultationFields = z.infer<typeof ConsultationFields>;

export const DocumentId = z.string().regex(/^d[1-9]\d{0,2}$/);
/** At most so many documents, and versions of one. */
export const MOST_DOCUMENTS = 30;
export const MOST_VERSIONS = 50;

const Link = z.url({ protocol: /^https?$/ }).max(500);

/** A version of a document: its text, by which it is read on a page, a file elsewhere, or both. */
export const NewDocument = z.strictObject({
  /** Of which document it is a new version; of none it is a document of its own. */
  document: DocumentId.optional(),
  title: title(200),
  text: paragraphs(24_000).optional(),
  link: Link.optional(),
});
export type NewDocument = z.infer<typeof NewDocument>;

const DocumentVersion = z.object({
  version: z.int(),
  title: z.string(),
  hasText: z.boolean(),
  link: z.string().optional(),
  addedAt: Instant,
});
const Document = z.object({ id: DocumentId, versions: z.array(DocumentVersion).min(1) });
export type Document = z.infer<typeof Document>;

/** The text of a version, apart from the consultation: it may be long. */
export const DocumentText = z.object({ document: DocumentId, version: z.int(), text: z.string() });
export type DocumentText = z.infer<typeof DocumentText>;

/** The paragraphs of a text, by which remarks name them, the first is 1. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

export const NewAnnouncement = z.strictObject({
  channel: Channel,
  on: LocalDate,
  /** Where it can be seen that it was so. */
  proof: Link.optional(),
  note: line(300).optional(),
});
const Announcement = NewAnnouncement.extend({ byName: z.string() });
export type Announcement = z.infer<typeof Announcement>;
export const MOST_ANNOUNCEMENTS = 40;

const Effects = z.object({ text: z.string(), decidedOn: LocalDate, at: Instant });

/** A consultation: prepared until it is opened, then what its dates and its report say. */
export const Consultation = z.object({
  ...ConsultationFields.shape,
  id: ConsultationId,
  version: Version,
  announcements: z.array(Announcement).default([]),
  documents: z.array(Document).default([]),
  /** Ways to take part that have a time of their own; without any, its forms have its own. */
  activities: z.array(Activity).default([]),
  /** The duties of its kind, in days, as they were when it was last written. */
  duties: z.object({ report: z.int().optional(), effects: z.int().optional() }).default({}),
  publishedAt: Instant.optional(),
  reportedAt: Instant.optional(),
  /** What its report counted. */
  figures: ReportFigures.optional(),
  effects: Effects.optional(),
  /** Who looks at what residents write; with none anybody of that role. */
  moderators: z.array(PersonId).default([]),
  /** It was opened in error: it takes nothing any more, and everybody reads why. */
  takenBack: z.object({ at: Instant, reason: z.string() }).optional(),
  /** Its time was made shorter by two people; when it was to end before. */
  endedEarly: z.object({ at: Instant, reason: z.string(), planned: Instant }).optional(),
  createdAt: Instant,
  fingerprint: z.string(),
});
export type Consultation = z.infer<typeof Consultation>;

export const ConsultationStatus = z.enum([
  "prepared",
  "announced",
  "gathering",
  "report-due",
  "ended",
  "report",
  "effects",
  "taken-back",
]);
export type ConsultationStatus = z.infer<typeof ConsultationStatus>;

type Dated = Pick<
  Consultation,
  "publishedAt" | "startsAt" | "endsAt" | "reportedAt" | "effects" | "duties" | "takenBack"
>;

/** Never stored: a status that is written down is wrong from the next date on. `ended` is over and owes no report. */
export const statusAt = (
  { publishedAt, startsAt, endsAt, reportedAt, effects, duties, takenBack }: Dated,
  now: Instant,
): ConsultationStatus => {
  if (publishedAt === undefined) return "prepared";
  if (takenBack !== undefined) return "taken-back";
  if (effects !== undefined) return "effects";
  if (reportedAt !== undefined) return "report";
  if (now < startsAt) return "announced";
  if (now < endsAt) return "gathering";
  return duties.report === undefined ? "ended" : "report-due";
};

/** The last day on which something can be said: one that ends at midnight ends with the day before. */
export const lastDayOf = ({ endsAt }: Pick<Consultation, "endsAt">): LocalDate =>
  dayOf(plusSeconds(endsAt, -1));

/** By when the report is due, and what came of it; undefined where none is. */
export const reportDueAt = ({ duties, ...dates }: Consultation): Instant | undefined =>
  duties.report === undefined ? undefined : endOfDay(plusDays(lastDayOf(dates), duties.report));
export const effectsDueAt = ({ duties, reportedAt }: Consultation): Instant | undefined =>
  duties.effects === undefined || reportedAt === undefined
    ? undefined
    : endOfDay(plusDays(dayOf(reportedAt), duties.effects));

/** The channels of its kind on which it was not yet announced. */
export const missingChannels = (
  { announcements }: Pick<Consultation, "announcements">,
  { channels }: KindRules,
): Channel[] => channels.filter((one) => !announcements.some(({ channel }) => channel === one));

/** The day from which the term runs: the latest on which a channel that is needed had it first. */
export const announcedOn = (
  { announcements }: Pick<Consultation, "announcements">,
  { channels }: KindRules,
): LocalDate | undefined =>
  channels
    .flatMap(
      (one) =>
        announcements
          .filter(({ channel }) => channel === one)
          .map(({ on }) => on)
          .toSorted()[0] ?? [],
    )
    .toSorted()
    .at(-1);

/** Why its time is too short for its kind: the day of an announcement does not count (art. 57 of the code of administrative procedure). */
export const termFault = (
  consultation: Pick<Consultation, "announcements" | "startsAt" | "endsAt" | "activities">,
  rules: KindRules,
): Refusal | undefined => {
  const from = announcedOn(consultation, rules);
  if (rules.term === null || from === undefined) return undefined;
  const { days, source } = rules.term;
  const until = plusDays(from, days);
  return lastDayOf(remarksWindow(consultation)) < until
    ? refusal("consultation/term", { days, fromDay: from, untilDay: until, source }, "/endsAt")
    : undefined;
};

/** Order of a list: what can be joined now, then what is to come, then what is over; the nearest date first. */
export const byUrgency =
  (now: Instant) =>
  (one: Consultation, other: Consultation): number => {
    const [status, otherStatus] = [statusAt(one, now), statusAt(other, now)];
    if (RANK[status] !== RANK[otherStatus]) return RANK[status] - RANK[otherStatus];
    const order =
      status === "announced" ? compare(one.startsAt, other.startsAt) : compare(one.endsAt, other.endsAt);
    return (RANK[status] === RANK.ended ? -order : order) || compare(one.id, other.id);
  };

const RANK: Readonly<Record<ConsultationStatus, number>> = {
  gathering: 0,
  announced: 1,
  "report-due": 2,
  ended: 2,
  report: 2,
  effects: 2,
  "taken-back": 2,
  prepared: 3,
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
