import { z } from "zod";
import type { KindRules } from "../../domain/consultation/kinds.ts";
import { ConsultationId, idOf } from "../../domain/ids.ts";
import { Version } from "../../domain/kind.ts";
import { Language } from "../../domain/languages.ts";
import { Location } from "../../domain/project/location.ts";
import { pointText, readPoint } from "../../domain/text/point.ts";
import { calledName, Email, line, paragraphs, readBy } from "../../domain/text.ts";
import { Instant, LocalDate, plusSeconds } from "../../domain/time.ts";
import { DocumentId } from "../consultations/rules.ts";
import { Face } from "../moderation/face-rules.ts";

/** A remark by its number within its consultation: lists of ids are in the order of numbers. */
export const RemarkId = z
  .string()
  .regex(/^rmk_\d{6}$/)
  .meta({ id: "RemarkId" });
export type RemarkId = z.infer<typeof RemarkId>;
export const remarkIdOf = (number: number): RemarkId => `rmk_${String(number).padStart(6, "0")}`;
export const WaitingId = idOf("rmw", "A remark that waits for its link");

export const Verdict = z.enum(["accepted", "partly", "rejected", "out-of-scope"]);
export type Verdict = z.infer<typeof Verdict>;
const Brought = z.enum(["paper", "mail", "oral"]);
export const Origin = z.enum(["online", ...Brought.options]);
export type Origin = z.infer<typeof Origin>;

/** A point as somebody types it, kept as its field shows it. */
const Place = z
  .string()
  .max(400)
  .check(
    readBy((typed) => {
      const read = readPoint(typed);
      return "value" in read ? { value: pointText(read.value) } : read;
    }),
  );
const text = paragraphs(2000);

/** What a remark is about: the whole, a paragraph of a version of a document, or a place. */
const aboutFields = {
  document: DocumentId.optional(),
  documentVersion: z.int().min(1).max(1000).optional(),
  paragraph: z.int().min(1).max(5000).optional(),
  place: Place.optional(),
};

const Filled = z.record(z.string().max(40), z.union([z.string().max(200), z.boolean()]));

/** What somebody says on line; `letter` are the fields of the statutory letter, of a kind that has one. */
export const NewRemark = z
  .strictObject({
    text,
    ...aboutFields,
    /** The place lies outside the area of the consultation, and is meant so. */
    isPlaceMeant: z.boolean().optional(),
    name: calledName(120).optional(),
    isNameShown: z.boolean(),
    email: Email,
    letter: Filled.optional(),
  })
  .meta({ id: "NewRemark" });
export type NewRemark = z.infer<typeof NewRemark>;

/** A paragraph of a version of a document as one word, as lists write it: `d1/2/14`. */
const Spot = z.string().regex(/^d[1-9]\d{0,2}\/\d{1,4}\/\d{1,4}$/);

/** What remarks are about, as tables group them. */
export const Subject = z.union([z.enum(["whole", "place"]), Spot]);

const MOST_OF_A_LETTER = 20;
/** What somebody of the office keys in; one letter may be many remarks. */
export const EnteredRemarks = z
  .strictObject({
    origin: Brought,
    arrivedOn: LocalDate,
    remarks: z.array(text).min(1).max(MOST_OF_A_LETTER),
    /** What all of them are about, where that is less than the whole. */
    paragraph: Spot.optional(),
    place: Place.optional(),
    name: calledName(120).optional(),
    isNameShown: z.boolean(),
    email: Email.optional(),
    letter: Filled.optional(),
  })
  .meta({ id: "EnteredRemarks" });
export type EnteredRemarks = z.infer<typeof EnteredRemarks>;

/** Which remarks an act has made or decided. */
export const RemarksMade = z.object({ remarks: z.array(RemarkId) }).meta({ id: "RemarksMade" });

export const Deciding = z.strictObject({ verdict: Verdict, reason: paragraphs(4000) });
/** A transaction holds a hundred items. */
export const MOST_IN_TRANSACTION = 50;
export const DecidingMany = z.strictObject({
  remarks: z.array(RemarkId).min(1).max(500),
  ...Deciding.shape,
});

/** What is decided together: a group of like remarks by its first, or those that wait from a number on. */
export const SetId = z
  .string()
  .regex(/^(like|from)_\d{6}$/)
  .meta({ id: "RemarkSetId" });
export type SetId = z.infer<typeof SetId>;
export const setIdOf = (kind: "like" | "from", first: RemarkId): SetId => first.replace("rmk", kind) as SetId;

const Decision = z.object({ verdict: Verdict, reason: z.string(), at: Instant, byName: z.string() });

const About = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("whole") }),
  z.object({
    kind: z.literal("paragraph"),
    document: DocumentId,
    version: z.int(),
    paragraph: z.int(),
  }),
  z.object({ kind: z.literal("place"), place: Location }),
]);
export type About = z.infer<typeof About>;

/** What was said, without whoever said it. Its text is the public one: what a moderator took away lies apart, as does what nobody has looked at yet. */
export const Remark = z.object({
  id: RemarkId,
  consultationId: ConsultationId,
  number: z.int(),
  version: Version,
  about: About,
  text: z.string(),
  /** The name that its author wants shown. */
  shownName: z.string().optional(),
  origin: Origin,
  on: LocalDate,
  /** When it was confirmed on line, and when its author last changed it. */
  takenAt: Instant.optional(),
  changedAt: Instant.optional(),
  /** Remarks of one letter are answered together. */
  letter: z.string().optional(),
  decision: Decision.optional(),
  face: Face.optional(),
});
export type Remark = z.infer<typeof Remark>;

/** How long its author can still change what they said on line, and how often. */
const CHANGE_SECONDS = 15 * 60;
const MOST_CHANGES = 10;

/** Whether its author can change it now: for a quarter of an hour, until somebody has looked at it or decided. */
export const canChange = (
  { takenAt, decision, version, face }: Pick<Remark, "takenAt" | "decision" | "version" | "face">,
  now: Instant,
): boolean =>
  takenAt !== undefined &&
  decision === undefined &&
  (face === undefined || face.kind === "waiting") &&
  version <= MOST_CHANGES &&
  now < plusSeconds(takenAt, CHANGE_SECONDS);

export const RemarkText = NewRemark.shape.text;

/** What a remark said before its author changed it. */
export const EarlierText = z.object({ remark: RemarkId, text: z.string(), until: Instant });
export type EarlierText = z.infer<typeof EarlierText>;

/** Who said it, for the office and its answer. */
export const RemarkAuthor = z.object({
  remark: RemarkId,
  name: z.string().optional(),
  email: z.string().optional(),
  letter: Filled.optional(),
  language: Language,
  toldAt: Instant.optional(),
});
export type RemarkAuthor = z.infer<typeof RemarkAuthor>;

/** One whose link nobody has used, and after that which one it has become. */
export const Waiting = z.object({
  id: WaitingId,
  consultationId: ConsultationId,
  said: NewRemark.optional(),
  language: Language,
  at: Instant,
  remark: RemarkId.optional(),
});
export type Waiting = z.infer<typeof Waiting>;

/** How many there are, how many wait for a decision, and how often something was decided; closed by the report. */
export const Counts = z.object({
  total: z.int().default(0),
  undecided: z.int().default(0),
  decisions: z.int().default(0),
  closedAt: Instant.optional(),
});
export type Counts = z.infer<typeof Counts>;

export const aboutOf = ({
  document,
  documentVersion: version,
  paragraph,
  place,
}: Pick<NewRemark, "document" | "documentVersion" | "paragraph" | "place">): About => {
  if (document !== undefined && version !== undefined && paragraph !== undefined)
    return { kind: "paragraph", document, version, paragraph };
  const point = place === undefined ? undefined : readPoint(place);
  return point && "value" in point ? { kind: "place", place: point.value } : { kind: "whole" };
};

/** What a paragraph and a place as they are typed are about. */
export const aboutOfEntry = ({ paragraph, place }: Pick<EnteredRemarks, "paragraph" | "place">): About => {
  const [document, version, number] = paragraph?.split("/") ?? [];
  return aboutOf({
    document,
    documentVersion: version === undefined ? undefined : Number(version),
    paragraph: number === undefined ? undefined : Number(number),
    place,
  });
};

/** The paragraph or the place that a remark is about, as one word; none where it is about the whole. Places a few steps apart are one. */
export const spotOf = ({ about }: Pick<Remark, "about">): string | undefined =>
  about.kind === "paragraph"
    ? `${about.document}/${about.version}/${about.paragraph}`
    : about.kind === "place"
      ? `${about.place.lat.toFixed(4)} ${about.place.lon.toFixed(4)}`
      : undefined;

/** The fields of a kind's statutory letter, by its data. */
export const letterSchema = ({ letter }: KindRules) =>
  z.strictObject(
    Object.fromEntries(
      (letter?.fields ?? []).map(({ id, kind, options = [], isRequired }) => {
        const [first = "", ...rest] = options.map((one) => one.id);
        const field = kind === "yes" ? z.boolean() : kind === "one" ? z.enum([first, ...rest]) : line(200);
        return [id, isRequired || kind === "yes" ? field : field.optional()];
      }),
    ) as Record<string, z.ZodType>,
  );

const CITED = /#(\d{1,6})\b/g;

/** The numbers of the remarks that a text names as `#12`. */
export const citedIn = (text: string): number[] => [...text.matchAll(CITED)].map(([, one]) => Number(one));
/** A text in parts: what stands there, or the number of a remark. */
export const partsOf = (text: string): (string | number)[] =>
  text.split(/(#\d{1,6}\b)/).map((part) => (/^#\d{1,6}$/.test(part) ? Number(part.slice(1)) : part));
