import { z } from "zod";
import type { ModerationPolicy } from "../../domain/consultation/moderation.ts";
import { ConsultationId, idOf } from "../../domain/ids.ts";
import { Version } from "../../domain/kind.ts";
import { plusWorkingMinutes, workingMinutes } from "../../domain/office/working-time.ts";
import { line, paragraphs } from "../../domain/text.ts";
import { dayOf, endOfDay, Instant, plusDays } from "../../domain/time.ts";
import { RemarkId } from "../remarks/rules.ts";
import { PointNumber } from "./face-rules.ts";

/** What residents write in public; by its first letters it says what it is. */
export const PostId = RemarkId;
export type PostId = z.infer<typeof PostId>;
const EntryId = idOf("mdl", "A line of the log of moderation");

/** A point as a form has it. */
const Point = z
  .string()
  .regex(/^[1-9]\d?$/)
  .meta({ description: "The number of a point of the rules" });

const note = paragraphs(1000).optional();
export const Hiding = z.strictObject({ point: Point, note });
export const Masking = z.strictObject({
  words: z
    .array(line(200))
    .min(1)
    .max(50)
    .meta({ description: "Words as they stand in the post; each is blacked out wherever it stands" }),
  /** An object, so that its fields are named apart from those of hiding, which stand on the same page. */
  why: Hiding,
});
export const Answering = z.strictObject({ isUpheld: z.boolean(), reason: paragraphs(2000) });
export const Appealing = z.strictObject({ text: paragraphs(2000) });

const Held = z.object({ by: z.string(), byName: z.string(), at: Instant });

/** What took something from the public, and who did it. */
const Taken = z.object({
  by: z.string(),
  byName: z.string(),
  at: Instant,
  point: PointNumber,
  note: z.string().optional(),
});

const Appeal = z.object({
  text: z.string(),
  at: Instant,
  answer: z.object({ isUpheld: z.boolean(), reason: z.string(), at: Instant, byName: z.string() }).optional(),
});

export const LookState = z.enum(["new", "passed", "hidden", "masked"]);
export type LookState = z.infer<typeof LookState>;

/** That somebody looks, or has looked, at a post, beside the post itself. */
export const Look = z.object({
  id: PostId,
  consultationId: ConsultationId,
  version: Version,
  state: LookState,
  cameAt: Instant,
  /** By when somebody is to have looked. */
  dueAt: Instant,
  firstAt: Instant.optional(),
  held: Held.optional(),
  taken: Taken.optional(),
  /** How often something was taken from the public: each time can be appealed once. */
  turn: z.int().default(0),
  appeal: Appeal.optional(),
});
export type Look = z.infer<typeof Look>;

/** As it was written, where the public does not see all of it. */
export const Original = z.object({ text: z.string(), shownName: z.string().optional() });
export type Original = z.infer<typeof Original>;

/** A line of the log that everybody reads. */
export const Entry = z.object({
  id: EntryId,
  at: Instant,
  act: z.enum(["hidden", "masked", "restored", "upheld", "dismissed", "barred", "unbarred"]),
  consultationId: ConsultationId.nullable(),
  number: z.int().nullable(),
  point: PointNumber.nullable(),
});
export type Entry = z.infer<typeof Entry>;

/** `appealed` is hidden or blacked out, and waits for an answer. */
export const stateOf = ({ state, appeal }: Look): LookState | "appealed" =>
  appeal !== undefined && appeal.answer === undefined ? "appealed" : state;

export const lookDueAt = (at: Instant, { hours, targetHours }: ModerationPolicy): Instant =>
  plusWorkingMinutes(at, targetHours * 60, hours);
export const answerDueAt = (at: Instant, { hours, appealHours }: ModerationPolicy): Instant =>
  plusWorkingMinutes(at, appealHours * 60, hours);
/** Until when an author can appeal. */
export const appealUntil = (at: Instant, { appealDays }: ModerationPolicy): Instant =>
  endOfDay(plusDays(dayOf(at), appealDays));

/** How long looks took, in working minutes. */
export const LookFigures = z.object({
  came: z.int(),
  looked: z.int(),
  /** Looked at after its time, or not yet though its time is over. */
  late: z.int(),
  taken: z.int(),
  medianMinutes: z.int().nullable(),
  worstMinutes: z.int().nullable(),
});
export type LookFigures = z.infer<typeof LookFigures>;

export const figuresOf = (
  looks: readonly Look[],
  now: Instant,
  { hours }: Pick<ModerationPolicy, "hours">,
): LookFigures => {
  const took = looks
    .flatMap(({ cameAt, firstAt }) => (firstAt === undefined ? [] : workingMinutes(cameAt, firstAt, hours)))
    .toSorted((one, other) => one - other);
  return {
    came: looks.length,
    looked: took.length,
    late: looks.filter(({ firstAt = now, dueAt }) => firstAt > dueAt).length,
    taken: looks.filter(({ turn }) => turn > 0).length,
    medianMinutes: took[Math.floor((took.length - 1) / 2)] ?? null,
    worstMinutes: took.at(-1) ?? null,
  };
};

export const monthOf = ({ cameAt }: Look): string => dayOf(cameAt).slice(0, 7);
